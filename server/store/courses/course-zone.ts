/** The zone in which an activity's deadlines were typed: its own where it keeps one, else its course's. It knows no deadline. */
import { ActivitySettings } from '../activities/activity-settings'
import { database } from '../database'

export async function readCourseZone(activityId: string): Promise<string> {
  return zoneOf(
    await database().activity.findUniqueOrThrow({
      where: { id: activityId },
      select: { settings: true, course: { select: { timeZone: true } } },
    }),
  )
}

export function zoneOf({ settings, course }: { settings: unknown; course: { timeZone: string } }): string {
  return ActivitySettings.safeParse(settings).data?.homework?.timeZone ?? course.timeZone
}
