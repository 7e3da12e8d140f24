// One instant by two clocks: the reader's and the course's. It must not know what falls due; instants and zones are handed in.
import { timeOfDay } from './clock-time'
import { dayAndTime, weekdayOf } from './days'

export type ZonedTime = {
  /** By the reader's clock: "Thursday 27 November, 18:00". */
  own: string
  /** By the course's clock, where that differs: "19:00", with its day when the day differs too. */
  course: string | null
}

export function zonedTime(locale: string, at: number, readerZone: string, courseZone: string): ZonedTime {
  const own = dayAndTime(locale, at, readerZone)
  const there = dayAndTime(locale, at, courseZone)
  if (own === there) return { own, course: null }
  const isSameDay = weekdayOf(locale, at, readerZone) === weekdayOf(locale, at, courseZone)
  return { own, course: isSameDay ? timeOfDay(at, { seconds: false, timeZone: courseZone }) : there }
}
