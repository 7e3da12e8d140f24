// What changed between two measurements of the same people: the mean change and its 95 % interval by Student's paired t.

/** The first and the second value of one person. */
export type BeforeAfter = readonly [before: number, after: number]

/** Means of both times and of the changes, with the interval that holds the mean change of such people with 95 %; null where all changed alike, which says nothing of how people differ. */
export type PairedChange = Readonly<{
  n: number
  before: number
  after: number
  change: number
  interval: Readonly<{ low: number; high: number }> | null
}>

/** Null for fewer than two pairs, whose changes do not vary. */
export function pairedChange(pairs: readonly BeforeAfter[]): PairedChange | null {
  const n = pairs.length
  if (n < 2) return null
  const changes = pairs.map(([before, after]) => after - before)
  const change = mean(changes)
  const variance = changes.reduce((sum, each) => sum + (each - change) ** 2, 0) / (n - 1)
  const half = tQuantile(n - 1) * Math.sqrt(variance / n)
  return {
    n,
    before: mean(pairs.map(([before]) => before)),
    after: mean(pairs.map(([, after]) => after)),
    change,
    interval: variance === 0 ? null : { low: change - half, high: change + half },
  }
}

export const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length

/** The 97.5 % quantile of Student's t with whole degrees of freedom: what lies between it and its negative is 95 %. */
export function tQuantile(degrees: number): number {
  // With one degree it is 12.7, with many it falls towards 1.96.
  let [low, high] = [1.9, 13]
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2
    if (between(middle, degrees) < 0.95) low = middle
    else high = middle
  }
  return high
}

/** How much of Student's t lies between −t and t: the finite sums of Abramowitz and Stegun, 26.7.3 and 26.7.4. */
function between(t: number, degrees: number): number {
  const angle = Math.atan(t / Math.sqrt(degrees))
  const [sine, square] = [Math.sin(angle), Math.cos(angle) ** 2]
  const isOdd = degrees % 2 === 1
  let term = isOdd ? Math.cos(angle) : 1
  let sum = degrees === 1 ? 0 : term
  for (let power = isOdd ? 3 : 2; power < degrees; power += 2) {
    term *= (square * (power - 1)) / power
    sum += term
  }
  return isOdd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum
}
