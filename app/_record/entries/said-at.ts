// When something on a record was said, filed or sealed. A debate over days says the day: without it "16:05" there could be of any of them.
import { timeOfDay } from '#format/clock-time'
import { shortDayOf, shortWeekdayAndTime } from '#format/days'
import type { RoomPlan } from '#simulation/agenda/plan'

const inZone = (timeZone: string | undefined) => (timeZone === undefined ? {} : { timeZone })

/** Within a sentence: `10:39:20`, or `Fri 27 Nov, 20:14`. */
export function saidAt(
  locale: string,
  { kind }: Pick<RoomPlan, 'kind'>,
  at: number,
  { seconds = true, timeZone }: { seconds?: boolean; timeZone?: string | undefined } = {},
): string {
  if (kind === 'homework') return shortWeekdayAndTime(locale, at, timeZone)
  return timeOfDay(at, { seconds, ...inZone(timeZone) })
}

/** Beside an entry: `10:39:20`, or `27 Nov 20:14:05`. */
export function entryTime(
  locale: string,
  { kind }: Pick<RoomPlan, 'kind'>,
  at: number,
  timeZone: string | undefined,
): string {
  const time = timeOfDay(at, inZone(timeZone))
  return kind === 'homework' ? `${shortDayOf(locale, at, timeZone)} ${time}` : time
}
