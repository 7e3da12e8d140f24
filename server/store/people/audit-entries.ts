/** The stored audit log (base/audit.ts), as the owner reads it: newest first, with the names that its ids have now. */
import { AUDITED } from '#server/base/audit'
import { DAY_MS } from '#simulation/kernel/time'
import { type Database, database } from '../../base/database'
import type { Person } from './users'

/** How long an entry is kept: a school year and the summer after it. */
export const KEPT_DAYS = 400
/** Entries on a page. */
export const ENTRIES = 50

export type AuditKind = (typeof AUDITED)[number]

/** `by`, `to` and `place` are names as they are now; null where nobody or nothing is named, or is gone. */
export type AuditEntry = {
  id: number
  at: Date
  what: AuditKind
  by: string | null
  to: string | null
  place: string | null
}

/** `older` is the id to go on from; null on the last page. */
export type AuditPage = { entries: readonly AuditEntry[]; older: number | null }

const isKind = (what: string): what is AuditKind => AUDITED.some((known) => known === what)

/** One page for an administrator; null for anybody else. `before` is the id of the oldest entry of the page before. */
export async function readAudit(
  reader: Pick<Person, 'isAdmin'>,
  { what, before }: { what: AuditKind | null; before: number | null },
): Promise<AuditPage | null> {
  if (!reader.isAdmin) return null
  const rows = await database().auditEntry.findMany({
    where: { ...(what ? { what } : {}), ...(before === null ? {} : { id: { lt: before } }) },
    orderBy: { id: 'desc' },
    take: ENTRIES + 1,
  })
  const shown = rows.slice(0, ENTRIES)
  const names = await readNames(
    database(),
    shown.flatMap(({ by, to, place }) => [by, to, place].filter((id) => id !== null)),
  )
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  return {
    // What a newer version wrote down and this one has no words for is left out.
    entries: shown.flatMap(({ id, at, what: word, by, to, place }) =>
      isKind(word) ? [{ id, at, what: word, by: nameOf(by), to: nameOf(to), place: nameOf(place) }] : [],
    ),
    older: rows.length > ENTRIES ? (shown.at(-1)?.id ?? null) : null,
  }
}

/** What people, places on rosters, courses, activities and rooms with these ids are called. */
async function readNames(on: Database, ids: readonly string[]): Promise<Map<string, string>> {
  const where = { id: { in: [...new Set(ids)] } }
  const [users, participants, places, courses, activities, rooms] = await Promise.all([
    on.user.findMany({ where, select: { id: true, name: true } }),
    on.participant.findMany({ where, select: { id: true, name: true } }),
    on.rosterPlace.findMany({ where, select: { id: true, name: true } }),
    on.course.findMany({ where, select: { id: true, title: true } }),
    on.activity.findMany({ where, select: { id: true, title: true } }),
    on.room.findMany({ where, select: { id: true, name: true, activity: { select: { title: true } } } }),
  ])
  return new Map([
    ...[...users, ...participants, ...places].map(({ id, name }) => [id, name] as const),
    ...[...courses, ...activities].map(({ id, title }) => [id, title] as const),
    ...rooms.map(({ id, name, activity }) => [id, `${activity.title}, ${name}`] as const),
  ])
}

/** Deletes entries older than `KEPT_DAYS`; returns how many. */
export async function clearOldEntries(now: Date): Promise<number> {
  const past = new Date(now.getTime() - KEPT_DAYS * DAY_MS)
  return (await database().auditEntry.deleteMany({ where: { at: { lt: past } } })).count
}
