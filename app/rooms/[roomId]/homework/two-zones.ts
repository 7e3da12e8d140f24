// One instant on two walls: the reader's and the course's. It must not know what falls due; instants and zones are handed in.
import { dayAndTime, timeOfDay } from '../../../_record/time-of-day'

export type OnWalls = {
  /** As the reader's wall shows it: "Thursday 27 November, 18:00". */
  own: string
  /** As the course's wall shows it, where that differs: "19:00", with its day when the day differs too. */
  course: string | null
}

export function onWalls(at: number, readerZone: string, courseZone: string): OnWalls {
  const own = dayAndTime(at, readerZone)
  const there = dayAndTime(at, courseZone)
  if (own === there) return { own, course: null }
  const sameDay = own.split(',')[0] === there.split(',')[0]
  return { own, course: sameDay ? timeOfDay(at, { seconds: false, timeZone: courseZone }) : there }
}

/** The place a zone is named after: "Asia/Tokyo" is Tokyo. */
export const zoneCity = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')

/** "Thu 27 Nov, 18:00", where many deadlines stand side by side. */
export function shortDayAndTime(at: number, zone: string): string {
  const day = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: zone,
  }).format(at)
  return `${day.replace(',', '')}, ${timeOfDay(at, { seconds: false, timeZone: zone })}`
}

export type Left =
  | { unit: 'days'; days: number; hours: number }
  | { unit: 'hours'; hours: number; minutes: number }
  | { unit: 'minutes'; minutes: number }
  | { unit: 'seconds' }

/** A length of time in the two units that matter for it. */
export function lengthOf(ms: number): Left {
  const minutes = Math.floor(Math.max(0, ms) / 60_000)
  const hours = Math.floor(minutes / 60)
  if (hours >= 24) return { unit: 'days', days: Math.floor(hours / 24), hours: hours % 24 }
  if (hours > 0) return { unit: 'hours', hours, minutes: minutes % 60 }
  return minutes > 0 ? { unit: 'minutes', minutes } : { unit: 'seconds' }
}
