// Durations in words, in two units at most.

import type { Translate } from '#format/translate'
import { MINUTE_MS } from '#simulation/kernel/time'

/** A length in words: "2 days 7 hours", "3 hours 5 minutes", "22 minutes". `t` translates the namespace `board`. */
export function lengthWords(t: Translate<'board'>, ms: number): string {
  const minutes = Math.max(1, Math.round(ms / MINUTE_MS))
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60)]
  if (days > 0) return t('length.days', { days, hours: Math.floor((minutes % 1440) / 60) })
  if (hours > 0) return t('length.hours', { hours, minutes: minutes % 60 })
  return t('length.minutes', { minutes })
}
