/** Runs two measurements alternately and reports the median ratio with its extremes. */

/** One row of the report. Where `aim` is above `must`, more is better. */
export type Row = { name: string; ratio: number; min: number; max: number; must: number; aim: number }
/** The named figures of one measurement. */
export type Figures = Readonly<Record<string, number>>
export type Pair = { ours: Figures; theirs: Figures }
export type How = {
  /** A form of less than a minute, which shows that everything still runs. */
  quick: boolean
  pairs: number
  /** A PostgreSQL cluster whose database `migrated` may be cloned. */
  clusterUrl: string
}
export type Measure = (how: How) => Promise<Row[]>

const ROUNDS = 3

/** Alternates which goes first, so that drift of the machine falls on both. */
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

/**
 * Repeats what starts both servers anew. One process of the same build is a tenth slower than the next for as long as it runs, on either
 * side: pairs of the same two processes alone would measure that too.
 */
export async function inNewProcesses<Taken>(quick: boolean, round: () => Promise<Taken>): Promise<Taken[]> {
  const taken: Taken[] = []
  for (let number = 0; number < (quick ? 1 : ROUNDS); number += 1) taken.push(await round())
  return taken
}

/** The report's row for one figure; the raw figures go to the console. */
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
