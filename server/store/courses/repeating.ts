/** Makes a seminar again, or a course for another section: the scenario, the settings and the tables are copied, the people are not. */
import { scenario as scenarioSchema } from '#simulation/scenario/scenario'
import { UNDELETED } from '../access/undeleted'
import { createSeminar, readScenario, readSettings } from '../activities/activities'
import { readRooms } from '../activities/rooms'
import { database } from '../database'
import { createCourse } from './courses'

/** The new seminar's id, in this course with its door closed; null for a homework debate or a brought record, whose dates are past. */
export async function repeatSeminar(
  activityId: string,
  as: { courseId: string; title: string; by: string },
): Promise<string | null> {
  const { kind, agendaKey, broughtAt } = await database().activity.findUniqueOrThrow({
    where: { id: activityId },
    select: { kind: true, agendaKey: true, broughtAt: true },
  })
  if (kind !== 'seminar' || broughtAt) return null
  const [scenario, settings, rooms] = await Promise.all([
    readScenario(activityId),
    readSettings(activityId),
    readRooms(activityId),
  ])
  const made = await createSeminar({
    ...as,
    ...{ agendaKey, settings },
    scenario: scenarioSchema.parse(scenario),
    nameRoom: (number) => rooms[number - 1]?.name ?? String(number),
  })
  return made.activityId
}

/** A new course with the seminars of this one, without roster, colleagues and records. */
export async function repeatCourse(courseId: string, as: { title: string; by: string }): Promise<string> {
  const { timeZone, activities } = await database().course.findUniqueOrThrow({
    where: { id: courseId },
    select: {
      timeZone: true,
      activities: {
        where: { kind: 'seminar', broughtAt: null, archivedAt: null, ...UNDELETED },
        orderBy: { createdAt: 'asc' },
        select: { id: true, title: true },
      },
    },
  })
  const made = await createCourse({ title: as.title, timeZone, by: as.by })
  for (const { id, title } of activities) await repeatSeminar(id, { courseId: made, title, by: as.by })
  return made
}
