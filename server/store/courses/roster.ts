/** The roster of a course: its list of students. */
import { randomUUID } from 'node:crypto'
import { MINUTE_MS } from '#simulation/kernel/time'
import { type Database, database } from '../../base/database'
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
      const keptBy = new Map(compared.kept.map((one) => [one.after, one]))
      const placeOf = new Map(before.map((place) => [place.id, place]))
      const saved = rows.map((row, position): SavedPlace => {
        const kept = keptBy.get(row)
        const place = kept && placeOf.get(kept.before.id)
        const { name, email, studentNumber, section } = row
        // A list that does not say which part of a name is which leaves what an earlier one said of the same name.
        const named = place?.name === name ? place : null
        return {
          ...{ id: place?.id ?? randomUUID(), position, name, email, studentNumber, section },
          familyName: row.familyName === undefined ? (named?.familyName ?? null) : row.familyName,
          givenName: row.givenName === undefined ? (named?.givenName ?? null) : row.givenName,
          canvasId:
            row.canvasId ??
            (row.canvasId === undefined && kept && !isNamesake(kept) ? (place?.canvasId ?? null) : null),
        }
      })
      const removed = compared.removed.map(({ id }) => id)
      const gone = new Set(removed)
      const listed = new Set(saved.map(({ id }) => id))
      // Those who were kept though the new list leaves them out stand at its end.
      const left = before.filter(({ id }) => !gone.has(id) && !listed.has(id))
      const whole = [...saved, ...left.map((place, index) => ({ ...place, position: rows.length + index }))]
      for (let from = 0; from < whole.length; from += PIECE) await save(on, courseId, whole.slice(from, from + PIECE))
      for (const { id, name } of saved) {
        const place = placeOf.get(id)
        if (place) await rename(on, id, place.name, name)
      }
      if (by !== undefined) await takeOut(on, by, removed)
      await on.rosterPlace.deleteMany({ where: { courseId, id: { in: removed } } })
      return true
    },
    { timeout: MINUTE_MS },
  )
  if (isSaved && by !== undefined) await takeIn(courseId, by)
  return isSaved
}

/** What a list says of one place. */
type SavedPlace = Omit<RosterPlaceRow, 'userId' | 'extraTime'> & { position: number }
/** So many places are written by one statement: the loop of the classes turns between two. */
const PIECE = 100

async function save(on: Database, courseId: string, places: readonly SavedPlace[]): Promise<void> {
  await on.$executeRaw`
    INSERT INTO roster_place AS place
      (id, course_id, position, name, family_name, given_name, email, student_number, section, canvas_id)
    SELECT id, ${courseId}, position, name, "familyName", "givenName", email, "studentNumber", section, "canvasId"
    FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS given (id text, position int, name text,
      "familyName" text, "givenName" text, email text, "studentNumber" text, section text, "canvasId" text)
    ON CONFLICT (id) DO UPDATE SET position = excluded.position, name = excluded.name,
      family_name = excluded.family_name, given_name = excluded.given_name, email = excluded.email,
      student_number = excluded.student_number, section = excluded.section, canvas_id = excluded.canvas_id
    WHERE (place.position, place.name, place.family_name, place.given_name, place.email, place.student_number,
        place.section, place.canvas_id)
      IS DISTINCT FROM (excluded.position, excluded.name, excluded.family_name, excluded.given_name, excluded.email,
        excluded.student_number, excluded.section, excluded.canvas_id)`
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
