/** The roster of a course: its list of students. */
import { randomUUID } from 'node:crypto'
import { MINUTE_MS } from '#simulation/kernel/time'
import { database } from '../../base/database'
import { AS_COMPARED, type ComparisonChoices, compareRoster, type RosterComparison } from './roster-comparison'
import { rename, takeIn, takeOut } from './roster-following'
import type { RosterRow } from './roster-read'

type RosterPlaceRow = {
  id: string
  name: string
  familyName: string | null
  givenName: string | null
  email: string | null
  studentNumber: string | null
  section: string | null
  canvasId: string | null
  userId: string | null
  /** In percent of a part's length (H32). */
  extraTime: number
}

/**
 * Replaces the roster by these places. Whoever stays keeps their row, and with it the account and the marks of that student; how they are
 * recognized is decided in roster-comparison.ts. `expected` is the comparison that was shown: where the roster has changed since, nothing
 * is saved and the answer is false. `by`, the staff who saves it: the debates that run follow it in their name.
 */
export async function writeRoster(
  courseId: string,
  places: readonly Listed[],
  choices: ComparisonChoices = AS_COMPARED,
  expected?: RosterCounts,
  by?: string,
): Promise<boolean> {
  const isSaved = await database().$transaction(
    async (on) => {
      await on.$queryRaw`SELECT id FROM course WHERE id = ${courseId} FOR UPDATE`
      const before = await on.rosterPlace.findMany({ where: { courseId }, orderBy: { position: 'asc' } })
      const rows = places.map((place, index) => ({ line: index + 1, section: null, ...place }))
      const compared = compareRoster(before, rows, choices)
      if (expected && !isSame(expected, countsOf(compared))) return false
      const rowOf = new Map(compared.kept.map(({ before: place, after }) => [after, place.id]))
      const namesakes = new Set(compared.kept.flatMap((one) => (isNamesake(one) ? [one.after] : [])))
      const removed = compared.removed.map(({ id }) => id)
      const nameOf = new Map(before.map((place) => [place.id, place.name]))
      for (const [position, row] of rows.entries()) {
        const id = rowOf.get(row)
        const { name, email, studentNumber, section } = row
        const canvasId = namesakes.has(row) ? (row.canvasId ?? null) : row.canvasId
        // A list that does not say which part of a name is which leaves what an earlier one said of the same name.
        const isSame = id !== undefined && nameOf.get(id) === name
        const { familyName = isSame ? undefined : null, givenName = isSame ? undefined : null } = row
        const data = { position, name, email, studentNumber, section, canvasId, familyName, givenName }
        if (id === undefined) await on.rosterPlace.create({ data: { id: randomUUID(), courseId, ...data } })
        else {
          await on.rosterPlace.update({ where: { id }, data })
          await rename(on, id, nameOf.get(id) ?? name, name)
        }
      }
      if (by !== undefined) await takeOut(on, by, removed)
      await on.rosterPlace.deleteMany({ where: { courseId, id: { in: removed } } })
      // Those who were kept though the new list leaves them out stand at its end.
      const left = before.filter(({ id }) => !removed.includes(id) && ![...rowOf.values()].includes(id))
      for (const [index, { id }] of left.entries())
        await on.rosterPlace.update({ where: { id }, data: { position: rows.length + index } })
      return true
    },
    { timeout: MINUTE_MS },
  )
  if (isSaved && by !== undefined) await takeIn(courseId, by)
  return isSaved
}

/** Whether somebody of the same name has another number or address: Canvas's own ID of the one is not the other's. */
const isNamesake = ({ before, after, by }: RosterComparison['kept'][number]): boolean =>
  by === 'name' &&
  ((before.studentNumber !== null && before.studentNumber !== after.studentNumber) ||
    (before.email !== null && before.email !== after.email))

type Listed = Omit<RosterRow, 'line' | 'section'> & { line?: number; section?: string | null }

/** How many are new, gone and kept. */
export type RosterCounts = { added: number; removed: number; kept: number }
export const countsOf = ({ added, removed, kept }: RosterComparison): RosterCounts => ({
  added: added.length,
  removed: removed.length,
  kept: kept.length,
})
const isSame = (one: RosterCounts, other: RosterCounts): boolean =>
  one.added === other.added && one.removed === other.removed && one.kept === other.kept

/** The zones of the devices on which students of the roster have opened their own page, each with how many students it has. */
export async function readZones(courseId: string): Promise<{ zone: string; students: number }[]> {
  const places = await database().rosterPlace.groupBy({
    by: ['timeZone'],
    where: { courseId, timeZone: { not: null } },
    orderBy: { timeZone: 'asc' },
    _count: true,
  })
  return places.flatMap(({ timeZone: zone, _count }) => (zone === null ? [] : [{ zone, students: _count }]))
}

export async function readRoster(courseId: string): Promise<RosterPlaceRow[]> {
  return database().rosterPlace.findMany({
    where: { courseId },
    orderBy: { position: 'asc' },
    select: {
      id: true,
      name: true,
      familyName: true,
      givenName: true,
      email: true,
      studentNumber: true,
      section: true,
      canvasId: true,
      userId: true,
      extraTime: true,
    },
  })
}

/** Whether this user is on the roster of a course. */
export const isListed = async (userId: string): Promise<boolean> =>
  (await database().rosterPlace.count({ where: { userId } })) > 0
