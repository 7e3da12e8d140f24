// The queue under the chair's pointer: whoever asks, is called or gives up meanwhile, the row that is pointed at stays where it is.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shownRows } from '../../app/_ui/page/held-rows'

const SEATS = ['a', 'b', 'c', 'd', 'e', 'f']

test('while the pointer is on them no row changes its place, nobody who asks is missing, and nobody is shown twice', () => {
  const queue = fc.shuffledSubarray(SEATS, { minLength: 0 })
  fc.assert(
    fc.property(queue, fc.array(queue, { minLength: 1, maxLength: 8 }), (first, later) => {
      let rows: readonly string[] = shownRows(null, first)
      expect(rows).toEqual(first)
      for (const now of later) {
        const before = rows
        rows = shownRows(before, now)
        expect(rows.slice(0, before.length)).toEqual(before)
        expect(new Set(rows).size).toBe(rows.length)
        expect(now.filter((seat) => !rows.includes(seat))).toEqual([])
      }
      expect(shownRows(null, later.at(-1) ?? [])).toEqual(later.at(-1))
    }),
  )
})

test('a point of order that comes while the pointer is on the rows stands above them, and the others keep their order', () => {
  const queue = fc.shuffledSubarray(SEATS, { minLength: 1 })
  fc.assert(
    fc.property(queue, queue, fc.constantFrom(...SEATS), (before, now, urgent) => {
      const rows = shownRows(before, now, new Set([urgent]))
      const others = (keys: readonly string[]) => keys.filter((seat) => seat !== urgent)
      if (now.includes(urgent)) expect(rows[0]).toBe(urgent)
      expect(others(rows).slice(0, others(before).length)).toEqual(others(before))
      expect(now.filter((seat) => !rows.includes(seat))).toEqual([])
    }),
  )
})
