// Instants and lengths of time as the record writes them. It must not know what they are the time of.

/** The reader's own time zone unless a page on paper names one: `10:39:20`. */
export function timeOfDay(
  at: number,
  { seconds = true, timeZone }: { seconds?: boolean; timeZone?: string } = {},
): string {
  return clock(seconds, timeZone).format(at)
}

/** Making one takes a hundred times as long as using it, and a long record uses it on every line. */
const clocks = new Map<string, Intl.DateTimeFormat>()
function clock(seconds: boolean, timeZone: string | undefined): Intl.DateTimeFormat {
  const key = `${seconds} ${timeZone ?? ''}`
  const made = clocks.get(key)
  if (made) return made
  const making = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds ? { second: '2-digit' } : {}),
    ...(timeZone ? { timeZone } : {}),
    hourCycle: 'h23',
  })
  // The reader's own zone may change under a page that stays open.
  if (timeZone) clocks.set(key, making)
  return making
}

/** `25 November`. */
export const dayOf = (at: number, timeZone?: string): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', ...(timeZone ? { timeZone } : {}) }).format(at)

/** A deadline: `Thursday 26 November, 23:59`. */
export function dayAndTime(at: number, timeZone?: string): string {
  const day = new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(timeZone ? { timeZone } : {}),
  }).format(at)
  return `${day}, ${timeOfDay(at, { seconds: false, ...(timeZone ? { timeZone } : {}) })}`
}

type Words = (key: string, values?: Record<string, string | number>) => string

/** A length in words: "45 seconds", "2 minutes", "1:30 minutes". `t` translates the namespace `record`. */
export function durationWords(t: Words, seconds: number): string {
  const whole = Math.round(seconds)
  if (whole < 60) return t('duration.seconds', { count: whole })
  if (whole % 60 === 0) return t('duration.minutes', { count: whole / 60 })
  return t('duration.both', { minutes: Math.floor(whole / 60), seconds: String(whole % 60).padStart(2, '0') })
}
