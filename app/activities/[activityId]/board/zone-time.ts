// An instant on the wall of the course's own zone. The other way round is the server's, which keeps the rule for skipped hours.

const parts = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).format(at)

/** `2026-11-27T20:00`, as a field for a date and a time wants it. */
export const wallIn = (at: number, timeZone: string): string => parts(at, timeZone).replace(' ', 'T')

/** `27 Nov 20:00`. */
export function shortWhen(at: number, timeZone: string): string {
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone }).format(at)
  return `${day} ${parts(at, timeZone).slice(11)}`
}

/** `Friday 27 November, 20:00`. */
export function longWhen(at: number, timeZone: string): string {
  const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone }).format(at)
  return `${day}, ${parts(at, timeZone).slice(11)}`
}

type Words = (key: string, values: Record<string, number>) => string

/** A length in words: "2 days 7 hours", "3 hours 5 minutes", "22 minutes". `t` translates the namespace `board`. */
export function lengthWords(t: Words, ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000))
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60)]
  if (days > 0) return t('length.days', { days, hours: Math.floor((minutes % 1440) / 60) })
  if (hours > 0) return t('length.hours', { hours, minutes: minutes % 60 })
  return t('length.minutes', { minutes })
}
