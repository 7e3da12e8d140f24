// A value of an axis and the names of its steps: how typed text is read, and in which words a value is read aloud.

export type AxisWords = {
  minus: string
  plus: string
  /** A name for every whole step, keyed with or without a plus: "-1", "0", "1" or "+1". */
  labels?: Readonly<Record<string, string>> | undefined
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

/** The names of the whole step a value is on, or of the two it lies between. */
export function stepNames(axis: AxisWords, value: number): readonly string[] {
  const low = Math.floor(value)
  const steps = Number.isInteger(value) ? [value] : [low, low + 1]
  const names = steps.map((step) => axis.labels?.[step > 0 ? `+${step}` : String(step)] ?? axis.labels?.[String(step)])
  return names.every((name) => name !== undefined) ? names.filter((name) => name !== undefined) : []
}
