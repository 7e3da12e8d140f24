// The arithmetic of one axis: −3 to +3 in halves. It rounds what people type and says how a value is read aloud.

export const AXIS_END = 3
export const WHOLE_STEPS = [-3, -2, -1, 0, 1, 2, 3] as const

export type AxisWords = {
  minus: string
  plus: string
  /** A name for every whole step, keyed with or without a plus: "-3" … "0" … "3". */
  labels?: Readonly<Record<string, string>> | undefined
}

function clampToAxis(value: number): number {
  return Math.min(AXIS_END, Math.max(-AXIS_END, value))
}

/** To the nearest half; a quarter goes outwards, so that typing 2.25 and −2.25 mean the same strength. */
export function toHalf(value: number): number {
  const strength = Math.round(Math.abs(clampToAxis(value)) * 2) / 2
  return value < 0 && strength > 0 ? -strength : strength
}

/** Parses typed text: a comma or a point, any minus sign, full-width digits. Null for what is no number. */
export function readAxisValue(typed: string): number | null {
  const plain = typed
    .normalize('NFKC')
    .trim()
    .replace(/[−–—‐]/g, '-')
    .replace(',', '.')
  return /^[+-]?\d+(\.\d*)?$|^[+-]?\.\d+$/.test(plain) ? Number(plain) : null
}

/** The end's name without its explanation: "Restraint" of "Restraint: defence only, dialogue first". */
export function poleName(pole: string): string {
  return pole.split(/[:(]/)[0]?.trim() || pole
}

/** Where on the axis, as a share of its length from the minus end. */
export function axisShare(value: number): number {
  return (clampToAxis(value) + AXIS_END) / (2 * AXIS_END)
}

/** The names of the whole step a value is on, or of the two it lies between. */
export function stepNames(axis: AxisWords, value: number): readonly string[] {
  const low = Math.floor(value)
  const steps = Number.isInteger(value) ? [value] : [low, low + 1]
  const names = steps.map((step) => axis.labels?.[step > 0 ? `+${step}` : String(step)] ?? axis.labels?.[String(step)])
  return names.every((name) => name !== undefined) ? names.filter((name) => name !== undefined) : []
}
