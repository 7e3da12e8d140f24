/** The audit log: what is done is written down once it is saved, read by administrators alone, and forgotten in time. */
import { randomUUID } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { AUDITED, audit, auditWritten } from '#server/base/audit'
import { connect, database, disconnect } from '#server/base/database'
import { changePart, handOver, leaveCourse, removeColleague } from '#server/store/courses/colleagues'
import { createCourse } from '#server/store/courses/courses'
import { eraseUser } from '#server/store/erasure/erasure'
import { clearOldEntries, ENTRIES, KEPT_DAYS, readAudit } from '#server/store/people/audit-entries'
import { useFreshDatabase } from '../../support/machines/database'
import { givenAccount, givenColleague } from './given-store'

const fresh = useFreshDatabase()
const admin = { isAdmin: true }
const instructor = { part: 'instructor', rooms: [] } as const
const newest = { what: null, before: null }

async function entries() {
  await auditWritten()
  return (await readAudit(admin, newest))?.entries ?? []
}

test('a part that is given or taken is written down with who did it, to whom and where; what was refused is not', async () => {
  const [owner, colleague] = [await givenAccount('Olga'), await givenAccount('Carl')]
  const courseId = await createCourse({ title: 'Essays', by: owner.id, timeZone: 'UTC' })
  await givenColleague(courseId, colleague, instructor)
  expect(await changePart(colleague, courseId, owner.id, { part: 'assistant', rooms: [] })).toBe('not-yours')
  expect(await changePart(owner, courseId, colleague.id, { part: 'assistant', rooms: [] })).toBe('done')
  expect(await changePart(owner, courseId, colleague.id, instructor)).toBe('done')
  expect(await handOver(owner, courseId, colleague.id)).toBe('done')
  expect(await leaveCourse(owner.id, courseId)).toBe('done')
  expect(await removeColleague(colleague, courseId, owner.id)).toBe('not-found')
  const parts = (await entries()).filter(({ what }) => what.startsWith('part-'))
  expect(parts.map(({ what, by, to, place }) => [what, by, to, place])).toEqual([
    ['part-taken', 'Olga', 'Olga', 'Essays'],
    ['part-given', 'Olga', 'Carl', 'Essays'],
    ['part-given', 'Olga', 'Carl', 'Essays'],
    ['part-given', 'Olga', 'Carl', 'Essays'],
  ])
})

test('an erasure takes the person out of what was written down, and is written down itself', async () => {
  const guest = await givenAccount('Zoe')
  audit({ what: 'signed-in', by: guest.id })
  await auditWritten()
  audit({ what: 'person-removed', by: 'somebody', to: guest.id })
  await auditWritten()
  await eraseUser(guest.id)
  await auditWritten()
  const rows = await database().auditEntry.findMany({ orderBy: { id: 'desc' }, take: 3 })
  expect(rows.map(({ what, by, to }) => [what, by, to])).toEqual([
    ['person-erased', null, null],
    ['person-removed', 'somebody', null],
    ['signed-in', null, null],
  ])
})

test('nobody but an administrator reads it', async () => {
  expect(await readAudit({ isAdmin: false }, newest)).toBeNull()
})

test('it is read page by page, newest first, each entry once, and of one kind where one is asked for', async () => {
  await database().auditEntry.deleteMany()
  const kinds = Array.from({ length: 2 * ENTRIES + 7 }, (_, index) => AUDITED[index % AUDITED.length] ?? 'signed-in')
  for (const what of kinds) {
    audit({ what, by: null })
    await auditWritten()
  }
  const read: string[] = []
  let before: number | null = null
  do {
    const page = await readAudit(admin, { what: null, before })
    read.push(...(page?.entries ?? []).map(({ what }) => what))
    before = page?.older ?? null
  } while (before !== null)
  expect(read).toEqual(kinds.toReversed())
  const some = await readAudit(admin, { what: 'signed-in', before: null })
  expect(some?.entries.length).toBe(kinds.filter((what) => what === 'signed-in').length)
})

test('what is older than its time is cleared away, and nothing younger', async () => {
  await database().auditEntry.deleteMany()
  const now = new Date()
  for (const days of [KEPT_DAYS - 1, KEPT_DAYS + 1])
    await database().auditEntry.create({ data: { what: 'signed-in', at: new Date(now.getTime() - days * 86_400_000) } })
  expect(await clearOldEntries(now)).toBe(1)
  expect(await database().auditEntry.count()).toBe(1)
})

test('what cannot be stored stops nobody: the line in the log stays', async () => {
  await disconnect()
  onTestFinished(() => void connect(fresh.url()))
  expect(() => audit({ what: 'signed-in', by: randomUUID() })).not.toThrow()
  await expect(auditWritten()).resolves.toBeUndefined()
})
