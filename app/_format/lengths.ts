// Lengths of time in words, and in their two largest units.

import { MINUTE_MS } from '#simulation/kernel/time'
import type { Translate } from './translate'

/** A length in words: "45 seconds", "2 minutes", "1:30 minutes". `t` translates the namespace `record`. */
export function durationWords(t: Translate<'record'>, seconds: number): string {
  const whole = Math.round(seconds)
  if (whole < 60) return t('duration.seconds', { count: whole })
  if (whole % 60 === 0) return t('duration.minutes', { count: whole / 60 })
  return t('duration.both', { minutes: Math.floor(whole / 60), seconds: String(whole % 60).padStart(2, '0') })
}

export type Left =
  | { unit: 'days'; days: number; hours: number }
  | { unit: 'hours'; hours: number; minutes: number }
  | { unit: 'minutes'; minutes: number }
  | { unit: 'seconds' }

/** A length of time in its two largest units. */
export function lengthOf(ms: number): Left {
  const minutes = Math.floor(Math.max(0, ms) / MINUTE_MS)
  const hours = Math.floor(minutes / 60)
  if (hours >= 24) return { unit: 'days', days: Math.floor(hours / 24), hours: hours % 24 }
  if (hours > 0) return { unit: 'hours', hours, minutes: minutes % 60 }
  return minutes > 0 ? { unit: 'minutes', minutes } : { unit: 'seconds' }
}
