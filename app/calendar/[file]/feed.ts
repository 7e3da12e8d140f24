// Writes deadlines as iCalendar (RFC 5545). In UTC and without a zone of its own, so that a program shows each by the clock of its place.
import ical, { ICalAlarmType, ICalEventStatus } from 'ical-generator'
import { DAY_SECONDS } from '#simulation/kernel/time'

export type CalendarEntry = {
  /** The same for one deadline for ever, whatever its date. */
  id: string
  version: number
  /** ms since 1970 */
  at: number
  summary: string
  description: string
  url: string
  /** It was deleted: what a calendar program holds of it is crossed out. */
  cancelled?: boolean
}

/** A calendar of this name, with an alarm a day before each deadline. `now` is when it is written, in ms since 1970. */
export function calendarFile(name: string, entries: readonly CalendarEntry[], now: number): string {
  const calendar = ical({ name, prodId: { company: 'Track Two', product: 'Deadlines', language: 'EN' } })
  for (const { at, version, cancelled = false, ...entry } of entries) {
    const due = new Date(at)
    calendar.createEvent({
      ...entry,
      ...{ sequence: version, status: cancelled ? ICalEventStatus.CANCELLED : null },
      ...{ start: due, end: due, stamp: new Date(now) },
      alarms: cancelled ? [] : [{ type: ICalAlarmType.display, trigger: DAY_SECONDS }],
    })
  }
  return calendar.toString()
}
