/** What is said while something that the server needs is gone: one line when it goes and one when it is back; and which sentence for a disk that takes nothing. */
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { faultCounts } from '#server/base/faults/fault-counts'
import { journal } from '#server/base/faults/journal'
import { logError } from '#server/base/faults/logger'
import { failed, goneSince, served, whatIsGone } from '#server/base/faults/outage'
import { lostLine, PlainFault } from '#server/base/faults/plain-fault'
import { storageFault, storageFaultIn } from '#server/base/faults/storage-fault'

const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' })
const lines: { level: number; msg: string; seconds?: number; times?: number; fault?: string }[] = []
beforeEach(() => {
  // A file played before in the same process may have left something gone, with a real timer.
  for (const needed of ['database', 'disk'] as const) failed(needed, refused)
  vi.useFakeTimers()
  for (const needed of ['database', 'disk'] as const) served(needed, Number.POSITIVE_INFINITY)
  vi.advanceTimersByTime(3_000)
  lines.length = 0
  for (const [name, level] of [
    ['error', 50],
    ['warn', 40],
    ['info', 30],
  ] as const)
    vi.spyOn(journal, name).mockImplementation(
      (where, msg) => void lines.push({ level, msg: msg ?? '', ...(where as object) }),
    )
})
afterEach(() => {
  served('database', Number.POSITIVE_INFINITY)
  vi.advanceTimersByTime(60_000)
  vi.restoreAllMocks()
  vi.useRealTimers()
})
test('L26 however often a thing fails and serves in turn, its absence is one line of level 50 and one of level 30, which says how long and how often', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ after: fc.integer({ min: 1, max: 2_900 }), fails: fc.boolean() }), { maxLength: 60 }),
      (moments) => {
        lines.length = 0
        failed('database', refused)
        let [now, times, lastFailure] = [0, 1, 0]
        let firstAnswer: number | null = null
        for (const { after, fails } of [...moments, { after: 500, fails: false }]) {
          vi.advanceTimersByTime(after)
          now += after
          if (firstAnswer !== null && now - firstAnswer >= 3_000) break // it is back by then
          if (fails) [times, lastFailure, firstAnswer] = [times + 1, now, null]
          else firstAnswer ??= now
          if (fails) failed('database', refused)
          else served('database')
        }
        expect(lastFailure).toBeLessThanOrEqual(now)
        vi.advanceTimersByTime(3_000)
        expect(lines.map(({ level, msg }) => ({ level, msg }))).toEqual([
          { level: 50, msg: 'the database does not answer' },
          { level: 30, msg: 'the database answers again' },
        ])
        expect(lines[1]?.times).toBe(times)
        expect(Math.abs((lines[1]?.seconds ?? Number.NaN) - (firstAnswer ?? 0) / 1_000)).toBeLessThanOrEqual(0.051)
        expect(goneSince('database')).toBeNull()
      },
    ),
  )
})

test('an answer to a question from before the last failure does not bring a thing back', () => {
  const askedAt = performance.now()
  vi.advanceTimersByTime(10)
  failed('database', refused)
  served('database', askedAt)
  vi.advanceTimersByTime(60_000)
  expect(lines).toHaveLength(1)
  expect(whatIsGone()).toEqual([{ what: 'the database does not answer', since: expect.any(Number) }])
})

/** As Prisma's adapter wraps what it is told. */
const ofPrisma = (code: string, cause: object) =>
  Object.assign(new Error('Invalid `on.room.create()`'), {
    name: 'PrismaClientKnownRequestError',
    code,
    meta: { driverAdapterError: { cause } },
  })

test('whoever logs it, a fault that says that the database or its disk is gone is counted with that outage; every other is a line', () => {
  const gone: [string, unknown][] = [
    ['database', lostLine(refused)],
    ['database', Object.assign(new Error('terminating'), { code: '57P01', severity: 'FATAL' })],
    ['database', new Error('Connection terminated unexpectedly')],
    ['database', ofPrisma('P1001', { kind: 'DatabaseNotReachable' })],
    ['database', ofPrisma('P2010', { kind: 'DatabaseNotReachable' })],
    ['database', new Error('around', { cause: lostLine(refused) })],
    ['disk', Object.assign(new Error('full'), { code: '53100', severity: 'ERROR' })],
    ['disk', ofPrisma('P2010', { kind: 'postgres', originalCode: '53100' })],
  ]
  for (const [of, error] of gone) {
    lines.length = 0
    for (const what of ['rows could not be saved', 'mail could not be planned']) logError(what, error)
    expect(lines.map(({ level, msg }) => `${level} ${msg}`)).toEqual([
      of === 'disk' ? '50 the disk of the database is full' : '50 the database does not answer',
    ])
    // A page shows the reference: whoever looks for it finds it, and no alarm rings once more.
    logError('a request failed', error, { reference: '1a2b' })
    expect(lines.slice(1)).toMatchObject([{ level: 40, msg: 'a request failed', reference: '1a2b' }])
    for (const needed of ['database', 'disk'] as const) served(needed)
    vi.advanceTimersByTime(3_000)
  }
  lines.length = 0
  for (const other of [
    refused,
    ofPrisma('P2002', { kind: 'UniqueConstraintViolation', originalCode: '23505' }),
    new TypeError('x'),
  ])
    logError('something else', other)
  expect(lines.map(({ level }) => level)).toEqual([50, 50, 50])
  expect(faultCounts()[0]).toMatchObject({ what: 'something else', times: 3 })
})

test('the kinds of fault that are remembered are few, and the latest is never forgotten', () => {
  for (let kind = 0; kind < 200; kind += 1) logError(`kind ${kind}`, new PlainFault('as planned'))
  expect(faultCounts().length).toBeLessThanOrEqual(50)
  expect(faultCounts()[0]).toMatchObject({ what: 'kind 199', times: 1 })
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
