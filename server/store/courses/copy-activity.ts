/**
 * Makes a seminar again, or a course for another section: the scenario, the settings, the rubric and the tables are copied, the people are not. In the
 * same course the people of its roster keep the tables that were prepared for them. A homework debate is made again in
 * homework/repeating-debate.ts.
 */

import { database } from '../../base/database'
import { UNDELETED } from '../access/deleted'
import { createSeminar, readScenario } from '../activities/activities'
import { readPlannedTables } from '../activities/prepared-tables'
import { readRooms } from '../activities/rooms'
import { keepCourseRubric, readCourseRubric, readWrittenRubric } from '../activities/rubrics'
import { readSettings } from '../activities/settings'
import { createCourse } from './courses'

/**
 * The new seminar's id, in this course with its door closed; null for a homework debate or a brought record, whose dates are past.
 * What it asks about words for research is not copied: that was approved for these people.
 */
export async function repeatSeminar(
  activityId: string,
  as: { courseId: string; title: string; by: string; nameRoom?: (number: number) => string },
): Promise<string | null> {
  const { courseId, kind, agendaKey, broughtAt } = await database().activity.findUniqueOrThrow({
    where: { id: activityId },
    select: { courseId: true, kind: true, agendaKey: true, broughtAt: true },
  })
  if (kind !== 'seminar' || broughtAt) return null
  const [scenario, { research: _asked, ...settings }, rooms, rubric, tables] = await Promise.all([
    readScenario(activityId),
    readSettings(activityId),
    readRooms(activityId),
    readWrittenRubric({ id: activityId, kind }),
    courseId === as.courseId ? readPlannedTables(activityId) : null,
  ])
  const made = await createSeminar({
    ...{ courseId: as.courseId, title: as.title, by: as.by },
    ...{ agendaKey, settings },
    ...{ scenario, rubric },
    nameRoom: as.nameRoom ?? ((number) => rooms[number - 1]?.name ?? String(number)),
    ...(tables ? { tables } : {}),
  })
  return made.activityId
}

/**
 * A new course with the seminars of this one, without roster, colleagues and records. `nameRoom` names its tables: those of this course may
 * be called after its sections and its assistants.
 */
export async function repeatCourse(
  courseId: string,
  as: { title: string; by: string; nameRoom: (number: number) => string },
): Promise<string> {
  const { timeZone, activities } = await database().course.findUniqueOrThrow({
    where: { id: courseId },
    select: {
      timeZone: true,
      activities: {
        where: { kind: 'seminar', broughtAt: null, forkedFromRoomId: null, archivedAt: null, ...UNDELETED },
        orderBy: { createdAt: 'asc' },
        select: { id: true, title: true },
      },
    },
  })
  const made = await createCourse({ title: as.title, timeZone, by: as.by })
  for (const { id, title } of activities)
    await repeatSeminar(id, { courseId: made, title, by: as.by, nameRoom: as.nameRoom })
  await keepCourseRubric(database(), made, await readCourseRubric(database(), courseId))
  return made
}
