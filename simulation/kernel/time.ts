// How long a minute, an hour and a day are, for every limit and every sum of times. A day is 24 hours here; days of a calendar, which may
// be shorter or longer, are counted in a time zone.

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS
/** A day in seconds, as cookies and calendars count. */
export const DAY_SECONDS = DAY_MS / 1000
