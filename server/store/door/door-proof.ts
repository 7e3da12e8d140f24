/**
 * What somebody has to prove to join under a name of the roster: the student number where the roster has one, otherwise the personal
 * link where there is one. Where it has neither, the name is enough.
 */

import { batchLoader } from '../batch-loader'
import { database } from '../database'
import { nameKey } from '../people/names'
import type { Person } from '../people/users'

export type RosterMatch = { id: string; userId: string | null; studentNumber: string | null; hasLink: boolean }

/** A course's roster by name key; one query serves all who join at the same time. */
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

/**
 * Why somebody may not join under this roster place; null when they may. A visitor who is signed in as its student, as by the personal
 * link, has proved it.
 */
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
