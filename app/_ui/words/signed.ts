// Writes axis values (+2.5, −1.0 with a minus sign and not a hyphen, 0), distances and clock times.
import { AXIS_END } from '#simulation/kernel/axis'

/** A value on an axis: `+2.5`, `−1.0`, `0`. */
export function signed(value: number): string {
  if (value === 0) return '0'
  return `${value > 0 ? '+' : '−'}${Math.abs(value).toFixed(1)}`
}

/** A whole step on an axis: `+2`, `−1`, `0`. */
export function signedStep(value: number): string {
  if (value === 0) return '0'
  return `${value > 0 ? '+' : '−'}${Math.abs(value)}`
}

/** The two ends of every axis, as the words about it name them. */
export const axisEnds = { least: signedStep(-AXIS_END), most: signedStep(AXIS_END) }

/** A distance has no direction: `1.5`. */
export function unsigned(value: number): string {
  return Math.abs(value).toFixed(1)
}

/** Seconds as clock digits: `3:41`, `1:02:05`. Negative seconds give `0:00`. */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  const rest = String(whole % 60).padStart(2, '0')
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`
}
