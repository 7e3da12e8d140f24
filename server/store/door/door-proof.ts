/**
 * What somebody has to prove to join under a name of the roster: the student number where the roster has one, otherwise the personal
 * link where there is one. Where it has neither, the name is enough.
 */

import type { ActivitySettings } from '../activities/activity-settings'
import { nameKey } from '../people/names'
import type { Person } from '../people/users'
import type { DoorPlace } from './roster-lines'

export type ProofFault = 'not-on-roster' | 'number-needed' | 'number-wrong' | 'link-needed'

/**
 * Why somebody may not join under this roster place; null when they may. A visitor who is signed in as its student, as by the personal
 * link, has proved it.
 */
export function judgeProof(
  line: Pick<DoorPlace, 'userId' | 'studentNumber' | 'hasLink'> | null,
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

/**
 * Whether the name of a participant is proven: they are who their roster place's personal link signs in, or they came by the roster's door,
 * which asks for the number that their place has.
 */
export const isProven = (
  userId: string,
  line: Pick<DoorPlace, 'userId' | 'studentNumber'> | undefined,
  door: ActivitySettings['door'],
): boolean => line !== undefined && (line.userId === userId || (door === 'roster' && line.studentNumber !== null))
