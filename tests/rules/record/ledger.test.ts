// The append-only list: every version stays valid while others grow.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Ledger } from '#simulation/kernel/ledger'

test('an older version never sees what a newer one added, whichever version is appended to', () => {
  let compared = 0
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(30), fc.integer()), { minLength: 1, maxLength: 80, size: 'max' }),
      (appends) => {
        const versions: { ledger: Ledger<number>; plain: number[] }[] = [{ ledger: Ledger.empty(), plain: [] }]
        for (const [pick, row] of appends) {
          const from = versions[pick % versions.length]
          if (!from) throw new Error('There is always the empty version.')
          versions.push({ ledger: from.ledger.append(row), plain: [...from.plain, row] })
        }
        for (const { ledger, plain } of versions) {
          expect(ledger.toArray()).toEqual(plain)
          expect([...ledger]).toEqual(plain)
          expect(ledger.length).toBe(plain.length)
          expect(ledger.last()).toBe(plain.at(-1))
          expect(ledger.at(plain.length)).toBeUndefined()
          expect(ledger.at(-1)).toBeUndefined()
          expect(ledger.findLast((row) => row > 0)).toBe(plain.findLast((row) => row > 0))
          compared += 1
        }
      },
    ),
    { seed: 20260112, numRuns: 200 },
  )
  expect(compared).toBeGreaterThan(1000)
})
