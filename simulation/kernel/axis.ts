// The scale that every position stands on: its ends, its whole steps and its halves. Nothing else knows how far it reaches: schemas,
// understudies, drawings, files and sentences ask here. Another `AXIS_END` is another scale; scenarios then name its steps.

/** The scale runs from minus this to plus this, with 0 in the middle. */
export const AXIS_END = 3

/** From one end to the other in whole steps: the greatest distance of two positions. */
export const AXIS_LENGTH = 2 * AXIS_END

/** The whole steps, from the lowest to the highest. */
export const WHOLE_STEPS: readonly number[] = Array.from({ length: AXIS_LENGTH + 1 }, (_, place) => place - AXIS_END)

/** The whole distances that two positions can be apart, from none to the greatest. */
export const WHOLE_DISTANCES: readonly number[] = WHOLE_STEPS.map((step) => step + AXIS_END)

/** A position stands on a whole step or half way between two. */
export const HALF_STEP = 0.5

/** An object with one part for each whole step, by its number as a scenario writes it: `-1`, `0`, `1`. */
export const perStep = <Part>(part: Part): Readonly<Record<string, Part>> =>
  Object.fromEntries(WHOLE_STEPS.map((step) => [String(step), part]))

/** The nearest value that the scale has room for. */
export const withinAxis = (value: number): number => Math.min(AXIS_END, Math.max(-AXIS_END, value))

/** To the nearest half; a quarter goes outwards, so that 2.25 and −2.25 mean the same strength. */
export function toHalf(value: number): number {
  const strength = Math.round(Math.abs(withinAxis(value)) / HALF_STEP) * HALF_STEP
  return value < 0 && strength > 0 ? -strength : strength
}

/** Where on the scale, as a share of its length from the minus end. */
export const axisShare = (value: number): number => (withinAxis(value) + AXIS_END) / AXIS_LENGTH
