// The middle half of some numbers: between which of them the inner half lies, and which is in the middle.

export type MiddleHalf = Readonly<{ low: number; median: number; high: number }>

/** Quartiles as R's `quantile` gives them by default (its type 7: between two values in proportion); null for no number. */
export function middleHalf(values: readonly number[]): MiddleHalf | null {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (part: number): number | undefined => {
    const place = (sorted.length - 1) * part
    const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
    return below === undefined || above === undefined ? undefined : below + (above - below) * (place % 1)
  }
  const [low, median, high] = [at(0.25), at(0.5), at(0.75)]
  return low === undefined || median === undefined || high === undefined ? null : { low, median, high }
}
