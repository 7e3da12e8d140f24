// Writes deadlines as iCalendar (RFC 5545). In UTC and without a zone of its own, so that a program shows each by the clock of its place.
import ical, { ICalAlarmType } from 'ical-generator'

const DAY_SECONDS = 86_400

export type CalendarEntry = {
  /** The same for one deadline for ever, whatever its date. */
  id: string
  version: number
  /** ms since 1970 */
  at: number
  summary: string
  description: string
  url: string
}

/** A calendar of this name, with an alarm a day before each deadline. `now` is when it is written, in ms since 1970. */
export function calendarFile(name: string, entries: readonly CalendarEntry[], now: number): string {
  const calendar = ical({ name, prodId: { company: 'Track Two', product: 'Deadlines', language: 'EN' } })
  for (const { at, version, ...entry } of entries) {
    const due = new Date(at)
    calendar.createEvent({
      ...entry,
      sequence: version,
      ...{ start: due, end: due, stamp: new Date(now) },
      alarms: [{ type: ICalAlarmType.display, trigger: DAY_SECONDS }],
    })
  }
  return calendar.toString()
}
