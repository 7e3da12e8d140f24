// One instant in two time zones: the reader's and the course's.
import { timeOfDay } from './clock-time'
import { dayAndTime, weekdayOf } from './days'

type ZonedTime = {
  /** In the reader's zone: "Thursday 27 November, 18:00". */
  own: string
  /** In the course's zone, where its clock differs: "19:00", with the day when that differs too. */
  course: string | null
}

export function zonedTime(locale: string, at: number, readerZone: string, courseZone: string): ZonedTime {
  const own = dayAndTime(locale, at, readerZone)
  const there = dayAndTime(locale, at, courseZone)
  if (own === there) return { own, course: null }
  const isSameDay = weekdayOf(locale, at, readerZone) === weekdayOf(locale, at, courseZone)
  return { own, course: isSameDay ? timeOfDay(at, { seconds: false, timeZone: courseZone }) : there }
}
