// Days in the words of a language, alone and with a time. `locale` is the reader's, from next-intl; without a zone the device's own is
// used.
import { timeOfDay, timeOfWall } from './clock-time'
import { dateFormat } from './date-format'

const dayAndMonth = { day: 'numeric', month: 'long' } as const
const shortDayAndMonth = { day: 'numeric', month: 'short' } as const

/** `25 November`. */
export const dayOf = (locale: string, at: number, timeZone?: string): string =>
  dateFormat(locale, dayAndMonth, timeZone).format(at)

/** `24 November 2026`. */
export const dayOfYear = (locale: string, at: number, timeZone: string): string =>
  dateFormat(locale, { ...dayAndMonth, year: 'numeric' }, timeZone).format(at)

/** `Thursday 26 November`. */
export const weekdayOf = (locale: string, at: number, timeZone?: string): string =>
  dateFormat(locale, { ...dayAndMonth, weekday: 'long' }, timeZone).format(at)

/** A deadline: `Thursday 26 November, 23:59`. */
export const dayAndTime = (locale: string, at: number, timeZone?: string): string =>
  `${weekdayOf(locale, at, timeZone)}, ${timeOfDay(at, minutesIn(timeZone))}`

/** `27 Nov 20:00`, for a table column. */
export const shortDayAndTime = (locale: string, at: number, timeZone?: string): string =>
  `${shortDayOf(locale, at, timeZone)} ${timeOfDay(at, minutesIn(timeZone))}`

/** `27 Nov`. */
export const shortDayOf = (locale: string, at: number, timeZone?: string): string =>
  dateFormat(locale, shortDayAndMonth, timeZone).format(at)

/** `Thu 27 Nov`, without the comma that some languages set after the weekday. */
const shortWeekdayOf = (locale: string, at: number, timeZone?: string): string =>
  dateFormat(locale, { ...shortDayAndMonth, weekday: 'short' }, timeZone)
    .format(at)
    .replace(',', '')

/** `Thu 27 Nov, 18:00`, where many deadlines stand side by side. */
export const shortWeekdayAndTime = (locale: string, at: number, timeZone?: string): string =>
  `${shortWeekdayOf(locale, at, timeZone)}, ${timeOfDay(at, minutesIn(timeZone))}`

/** The value of a datetime-local field, `2026-11-30T20:00`, in words; any other text is returned as it is. */
export function wallWords(locale: string, wall: string): string {
  const day = wallDay(locale, wall)
  return day === null ? wall : `${day}, ${timeOfWall(wall)}`
}

/** `Mon 30 Nov` for the value of a datetime-local field; null for any other text. */
export function wallDay(locale: string, wall: string): string | null {
  const at = Date.parse(`${wall}Z`)
  return Number.isNaN(at) ? null : shortWeekdayOf(locale, at, 'UTC')
}

/** `27 Nov 2026, 18:05`. */
export const dateAndTime = (locale: string, at: number, timeZone?: string): string =>
  dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }, timeZone).format(at)

const minutesIn = (timeZone: string | undefined) => ({
  seconds: false,
  ...(timeZone === undefined ? {} : { timeZone }),
})
