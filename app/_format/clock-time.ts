// Times of day and dates in figures. They are the same in every language, so that a time can be searched for, sorted and put into a
// field; only days are named in words (days.ts).
import { dateFormat } from './date-format'

/** A locale that writes dates as year-month-day, the order that form fields and tables need. */
const FIGURES = 'sv-SE'
const hourAndMinute = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
const withSeconds = { ...hourAndMinute, second: '2-digit' } as const
const yearToDay = { year: 'numeric', month: '2-digit', day: '2-digit' } as const

/** `10:39:20`, in the reader's own zone unless one is named. */
export function timeOfDay(
  at: number,
  { seconds = true, timeZone }: { seconds?: boolean; timeZone?: string } = {},
): string {
  return dateFormat(FIGURES, seconds ? withSeconds : hourAndMinute, timeZone).format(at)
}

/** `2026-11-27`. */
export const dayInFigures = (at: number, timeZone: string): string =>
  dateFormat(FIGURES, yearToDay, timeZone).format(at)

/** `2026-11-27T20:00`, the value of a datetime-local field. */
export const wallIn = (at: number, timeZone: string): string =>
  `${dayInFigures(at, timeZone)}T${timeOfDay(at, { seconds: false, timeZone })}`

/** The time of day in the value of a datetime-local field: `2026-11-30T20:00` is `20:00`. */
export const timeOfWall = (wall: string): string => wall.slice(11, 16)
