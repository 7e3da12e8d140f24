/** A course with a roster and a week of homework in the database, and for tests that need it a live room. */

import { settleSecret } from '#server/base/environment'
import { readPastedRoster } from '#server/jobs/thread/roster-reading/pasted-roster'
import { scheduleAgenda } from '#server/store/activities/deadlines'
import { createCourse } from '#server/store/courses/courses'
import { writeRoster } from '#server/store/courses/roster'
import { createHomework, type NewHomework } from '#server/store/homework/homework'
import type { Person } from '#server/store/people/users'
import { roomId } from '#simulation/kernel/ids'
import { homeworkAgendaOf } from '#simulation/planning/homework-planning'
import { chinaGap } from '../../support/stories/china-gap'
import { givenAccount } from '../store/given-store'

export const SECRET = 'a secret for these tests only, long enough'
export const ZONE = 'Asia/Tokyo'
/** Far ahead: the server of another test, which goes by the day's real date, would play a week that lies behind it. */
export const START = '2037-11-30'
/** The Sunday before the week. */
export const BEFORE = Date.parse('2037-11-29T12:00+09:00')
const agenda = homeworkAgendaOf(chinaGap(), 'homework-week')

export const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `Student ${index + 1}`)

export async function givenCourse(lines: readonly string[]): Promise<{ courseId: string; instructor: Person }> {
  settleSecret(SECRET)
  const instructor = await givenAccount('Noor Haddad')
  const courseId = await createCourse({ title: 'IR 347', timeZone: ZONE, by: instructor.id })
  await writeRoster(courseId, readPastedRoster(lines.join('\n')).places)
  return { courseId, instructor }
}

/** A week as the wizard asks for it, with nothing changed. */
export function weekOf(course: { courseId: string; instructor: Person }, more: Partial<NewHomework> = {}): NewHomework {
  return {
    courseId: course.courseId,
    by: course.instructor.id,
    title: 'The week’s debate',
    scenario: chinaGap(),
    agendaKey: agenda.key,
    rounds: [...agenda.plays],
    roomCount: 1,
    understudies: false,
    lateHours: 48,
    postFirst: true,
    handInDrafts: false,
    timeZone: ZONE,
    phases: scheduleAgenda(agenda, START, ZONE).phases.map((phase, index) => ({
      ...phase,
      requires: [...(agenda.phases[index]?.requires ?? [])],
    })),
    nameRoom: (number) => `Room ${number}`,
    at: BEFORE,
    ...more,
  }
}

export async function givenHomework(lines: readonly string[], more: Partial<NewHomework> = {}) {
  const course = await givenCourse(lines)
  const made = await createHomework(weekOf(course, more))
  if (made === 'no-roster') throw new Error('The story has no roster.')
  return { ...made, ...course, rooms: made.roomIds.map((id) => roomId.parse(id)) }
}
