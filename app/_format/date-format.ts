// Makes the formatters of dates and times. It must not know what is written with them.

/**
 * Making a formatter takes a hundred times as long as using it, and a long record writes a time on every line: made ones are kept.
 * Zones come from courses that anybody may make, so the store is emptied before it grows without end.
 */
const made = new Map<string, Intl.DateTimeFormat>()
const MOST_KEPT = 100

/** Without a zone it is the reader's own, which may change under a page that stays open: that formatter is made anew each time. */
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
