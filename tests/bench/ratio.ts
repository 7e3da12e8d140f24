/** Pairs of measurements taken in turn, and what is said of them: the median ratio with the smallest and the largest. */

/** One line of the table. Where `aim` is above `must`, more is better. */
export type Row = { name: string; ratio: number; min: number; max: number; must: number; aim: number }
/** What is measured at once: named figures. */
export type Figures = Readonly<Record<string, number>>
export type Pair = { ours: Figures; theirs: Figures }
export type How = {
  /** A form of less than a minute in all, to see that everything still runs. */
  quick: boolean
  pairs: number
  /** The address of a PostgreSQL cluster whose database `migrated` may be cloned. */
  clusterUrl: string
}
export type Measure = (how: How) => Promise<Row[]>

/** Takes turns, the other first every second time, so that what drifts on the machine falls on both. */
export async function inPairs(
  count: number,
  ours: () => Promise<Figures>,
  theirs: () => Promise<Figures>,
): Promise<Pair[]> {
  const pairs: Pair[] = []
  for (let number = 0; number < count; number += 1) {
    const first = number % 2 === 0 ? await ours() : await theirs()
    const second = number % 2 === 0 ? await theirs() : await ours()
    pairs.push(number % 2 === 0 ? { ours: first, theirs: second } : { ours: second, theirs: first })
  }
  return pairs
}

/** The row of one figure; the unrounded figures themselves go to the console for whoever looks for the reason. */
export function row(name: string, figure: string, pairs: readonly Pair[], limits: { must: number; aim: number }): Row {
  const value = (figures: Figures) => figures[figure] ?? Number.NaN
  const ratios = pairs.map(({ ours, theirs }) => value(ours) / value(theirs)).toSorted((a, b) => a - b)
  const side = (of: 'ours' | 'theirs') => median(pairs.map((pair) => value(pair[of]))).toPrecision(4)
  console.error(`  ${name}: ${side('ours')} ÷ ${side('theirs')}`)
  return { name, ratio: median(ratios), min: ratios[0] ?? Number.NaN, max: ratios.at(-1) ?? Number.NaN, ...limits }
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const holds = ({ ratio, must, aim }: Row): boolean => (aim > must ? ratio >= must : ratio <= must)
export const reachesAim = ({ ratio, must, aim }: Row): boolean => (aim > must ? ratio >= aim : ratio <= aim)
