// A cache of the formatters of dates and times.

/**
 * Making a formatter takes a hundred times as long as using it, and a long record formats a time on every line.
 * Users choose the zones of their courses, so the cache is emptied before it grows without limit.
 */
const made = new Map<string, Intl.DateTimeFormat>()
const MOST_KEPT = 100

/** Without a zone it is the device's own, which may change while a page is open: that formatter is not cached. */
export function dateFormat(
  locale: string,
  shape: Intl.DateTimeFormatOptions,
  timeZone: string | undefined,
): Intl.DateTimeFormat {
  if (timeZone === undefined) return new Intl.DateTimeFormat(locale, shape)
  const key = JSON.stringify([locale, shape, timeZone])
  const known = made.get(key)
  if (known) return known
  const making = new Intl.DateTimeFormat(locale, { ...shape, timeZone })
  if (made.size >= MOST_KEPT) made.clear()
  made.set(key, making)
  return making
}
