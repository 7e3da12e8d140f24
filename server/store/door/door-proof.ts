/**
 * What a door for the roster asks of whoever types a name on it: the student number where the roster has one, the personal link where
 * there is one; where it has neither, a name is all that can be checked. It knows no activity.
 */

import { batchLoader } from '../batch-loader'
import { database } from '../database'
import { nameKey } from '../people/names'
import type { Person } from '../people/users'

export type RosterMatch = { id: string; userId: string | null; studentNumber: string | null; hasLink: boolean }

/** The lines of a course's roster by their names; one reading serves all who come in at the same time. */
const readLines = batchLoader(async (courseIds: readonly string[]): Promise<ReadonlyMap<string, RosterMatch>[]> => {
  const places = await database().rosterPlace.findMany({
    where: { courseId: { in: [...new Set(courseIds)] } },
    select: {
      id: true,
      courseId: true,
      name: true,
      userId: true,
      studentNumber: true,
      personalLink: { select: { rosterPlaceId: true } },
    },
  })
  const courses = new Map<string, Map<string, RosterMatch>>()
  for (const { id, courseId, name, userId, studentNumber, personalLink } of places) {
    const lines = courses.get(courseId) ?? new Map<string, RosterMatch>()
    lines.set(nameKey(name), { id, userId, studentNumber, hasLink: personalLink !== null })
    courses.set(courseId, lines)
  }
  return courseIds.map((id) => courses.get(id) ?? new Map<string, RosterMatch>())
})

export async function findRosterMatch(courseId: string, name: string): Promise<RosterMatch | null> {
  return (await readLines(courseId)).get(nameKey(name)) ?? null
}

export type ProofFault = 'not-on-roster' | 'number-needed' | 'number-wrong' | 'link-needed'

/** Why somebody cannot come in under this line of the roster; null when they may. Who came by its personal link has proved it. */
export function judgeProof(
  line: RosterMatch | null,
  number: string,
  visitor: Pick<Person, 'id'> | null,
): ProofFault | null {
  if (!line) return 'not-on-roster'
  if (visitor !== null && line.userId === visitor.id) return null
  if (line.studentNumber !== null) {
    if (number.trim() === '') return 'number-needed'
    return nameKey(number) === nameKey(line.studentNumber) ? null : 'number-wrong'
  }
  return line.hasLink ? 'link-needed' : null
}
