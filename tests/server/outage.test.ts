/** What is said while something fails for a while: how often, and which sentence for a disk that takes nothing. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Outage } from '#server/base/outage'
import { storageFault, storageFaultIn } from '#server/base/storage-fault'

test('of attempts that fail, the first and one after each of 1, 2, 4 … seconds is logged, and after a success again the first', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1_200 }), { minLength: 1, maxLength: 400 }), (pauses) => {
      const outage = new Outage()
      let now = 5_000
      const lines: number[] = []
      const lasting = () => now - 5_000
      for (const pause of [0, ...pauses]) {
        now += pause
        if (outage.failed(now)) lines.push(lasting())
      }
      expect(outage.lasts(now)).toBe(lasting())
      expect(lines[0]).toBe(0)
      // At most one line between two powers of two, and none of these spans that an attempt fell into is without one.
      const spanOf = (ms: number) => (ms < 1_000 ? 0 : 1 + Math.floor(Math.log2(ms / 1_000)))
      expect(new Set(lines.map(spanOf)).size).toBe(lines.length)
      expect(Math.max(...lines.map(spanOf))).toBe(spanOf(lasting()))
      outage.over()
      expect([outage.lasts(now), outage.failed(now + 1)]).toEqual([0, true])
    }),
  )
})

test('each reason why a disk takes nothing has a sentence of its own, which names the fix', () => {
  const failure = (code: string) => Object.assign(new Error('no'), { code })
  const said = (error: unknown) => storageFault(error, '/srv/data')?.message ?? null
  expect(said(failure('ENOSPC'))).toBe(
    'The disk on which /srv/data lies is full: make room there and start again; nothing is lost.',
  )
  expect(said(failure('EDQUOT'))).toContain('have the quota raised')
  expect(said(failure('EROFS'))).toContain('mount it for writing')
  expect(said(failure('EACCES'))).toContain('chown -R')
  expect(said(new Error('Migration 1 failed.', { cause: failure('53100') }))).toBe(
    'The disk of the database is full: make room there and start again; nothing is lost.',
  )
  expect(new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', '53100'].map((code) => said(failure(code)))).size).toBe(5)
  for (const other of [failure('ENOENT'), new Error('no'), null, 'ENOSPC']) expect(said(other)).toBeNull()
  const fatal = 'FATAL:  could not write to file "pg_wal/xlogtemp.29": No space left on device'
  expect(storageFaultIn(fatal, '/srv/data')?.message).toBe(said(failure('ENOSPC')))
  expect(storageFaultIn('FATAL:  lock file "postmaster.pid" already exists', '/srv/data')).toBeNull()
})
