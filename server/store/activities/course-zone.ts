/** The time zone in which an activity's deadlines were typed: the zone stored with its homework calendar, otherwise its course's. */

import { database } from '../../base/database'
import { ActivitySettings } from './activity-settings'

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
