/** What a measurement gives: figures with their baseline, taken in turns; and the table of them in docs/figures.md. */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'

/** One row of a table. Of a ratio also the smallest and the largest that was seen, and what it may be at most (or, `least`, at least). */
export type Figure = {
  name: string
  ours: number
  unit: string
  ratio?: { of: number; min: number; max: number; baseline: number }
  most?: number
  least?: number
}
/** `clusterUrl`: a PostgreSQL cluster whose database `migrated` may be cloned. */
export type RunOptions = { quick: boolean; minutes: number; clusterUrl: string }
export type Measure = (given: RunOptions) => Promise<readonly Figure[]>

/** The named numbers of one measurement. */
export type Numbers = Readonly<Record<string, number>>
export type Pair = { ours: Numbers; theirs: Numbers }

/** Measures both in turns, and alternates which goes first: what disturbs the machine comes and goes, and so falls on both alike. */
export async function inTurns(
  count: number,
  ours: () => Promise<Numbers>,
  theirs: () => Promise<Numbers>,
): Promise<Pair[]> {
  const pairs: Pair[] = []
  for (let turn = 0; turn < count; turn += 1) {
    if (turn % 2 === 0) pairs.push({ ours: await ours(), theirs: await theirs() })
    else {
      const first = await theirs()
      pairs.push({ ours: await ours(), theirs: first })
    }
  }
  return pairs
}

/** The row for one number of these pairs. */
export function compared(
  name: string,
  of: string,
  unit: string,
  pairs: readonly Pair[],
  allowed: Pick<Figure, 'most' | 'least'> = {},
): Figure {
  const [ours, theirs] = [pairs.map((pair) => pair.ours[of]!), pairs.map((pair) => pair.theirs[of]!)]
  const ratios = ours.map((value, at) => value / theirs[at]!)
  const ratio = { of: quantile(ratios, 0.5), min: quantile(ratios, 0), max: quantile(ratios, 1) }
  return { name, ours: quantile(ours, 0.5), unit, ratio: { ...ratio, baseline: quantile(theirs, 0.5) }, ...allowed }
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const isKept = ({ ours, ratio, most, least }: Figure): boolean => {
  const value = ratio?.of ?? ours
  return value <= (most ?? Number.POSITIVE_INFINITY) && value >= (least ?? Number.NEGATIVE_INFINITY)
}

const short = (value: number): string => (value >= 1000 ? Math.round(value).toLocaleString('en') : value.toPrecision(3))

export function markdown(figures: readonly Figure[]): string {
  const lines = figures.map((figure) => {
    const { name, ours, unit, ratio, most, least } = figure
    const allowed = most === undefined ? (least === undefined ? '' : `≥ ${least}`) : `≤ ${most}`
    const beside = ratio
      ? [short(ratio.baseline), ratio.of.toFixed(2), `${ratio.min.toFixed(2)}–${ratio.max.toFixed(2)}`]
      : ['', '', '']
    return [name, `${short(ours)} ${unit}`.trim(), ...beside, isKept(figure) ? allowed : `**${allowed}**`]
  })
  const rows = [['what', 'here', 'baseline', 'ratio', 'from–to', 'allowed'], ...lines]
  // As wide as the formatter of the documents wants its columns.
  const widths = (rows[0] ?? []).map((_, column) => Math.max(3, ...rows.map((cells) => cells[column]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => cells[column]?.padEnd(width)).join(' | ')} |`
  const [head = [], ...rest] = rows
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rest.map(line)].join('\n')
}

const DOCUMENT = 'docs/figures.md'

/** Replaces the table of one subject, which stands between two marks. */
export function writeFigures(subject: string, figures: readonly Figure[]): void {
  const text = readFileSync(DOCUMENT, 'utf8')
  const [begin, end] = [`<!-- bench ${subject} -->`, `<!-- end of ${subject} -->`]
  const [before, rest] = text.split(begin)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined) throw new Error(`${DOCUMENT} has no place for ${subject}.`)
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  const when = `Measured on ${new Date().toISOString().slice(0, 10)} at ${commit}, ${cpus().length} cores, load ${loadavg()[2]?.toFixed(1)}.`
  writeFileSync(DOCUMENT, `${before}${begin}\n\n${when}\n\n${markdown(figures)}\n\n${end}${after}`)
}
