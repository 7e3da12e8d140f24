// What two sides could have had (rule D11): of all outcomes that give each clause one value for both, in half steps, those of which none is
// worth more to one side without being worth less to the other. Exact: worths are counted in whole parts.
import { AXIS_LENGTH } from '../../kernel/axis'

/** What is known of a clause for two sides: their chips on its tension, how many clauses share these, and where each stands. */
export type Stake = Readonly<{
  chips: readonly [number, number]
  sharedBy: number
  positions: readonly [number, number]
}>

/** Worth to the first side and to the second. */
export type Worths = readonly [number, number]

/** The values that words may have, in half steps. */
const HALVES = Array.from({ length: 2 * AXIS_LENGTH + 1 }, (_, index) => index - AXIS_LENGTH)

/** What words that stand here are worth to a side: its chips whole where it stands itself, nothing at the other end of the axis. */
export const worthOf = ({ chips, sharedBy, positions }: Stake, side: 0 | 1, value: number): number =>
  (chips[side] / sharedBy) * (1 - Math.abs(value - positions[side]) / AXIS_LENGTH)

/** The undominated outcomes, from the best for the second side to the best for the first. */
export function frontierOf(stakes: readonly Stake[]): readonly Worths[] {
  const parts = 2 * AXIS_LENGTH * stakes.reduce((all, { sharedBy }) => leastCommon(all, sharedBy), 1)
  const whole = stakes.reduce<readonly Worths[]>(
    (sofar, stake) => {
      const options = undominated(
        HALVES.map((half) => [inParts(stake, 0, half, parts), inParts(stake, 1, half, parts)]),
      )
      return undominated(sofar.flatMap(([a, b]) => options.map(([c, d]): Worths => [a + c, b + d])))
    },
    [[0, 0]],
  )
  return whole.map(([a, b]) => [a / parts, b / parts])
}

/** The worth of a value, given in half steps, as a whole number of parts. */
const inParts = ({ chips, sharedBy, positions }: Stake, side: 0 | 1, half: number, parts: number): number =>
  (chips[side] * parts * (2 * AXIS_LENGTH - Math.abs(half - 2 * positions[side]))) / (2 * AXIS_LENGTH * sharedBy)

function undominated(points: readonly Worths[]): readonly Worths[] {
  const kept: Worths[] = []
  for (const point of points.toSorted(([a, b], [c, d]) => c - a || d - b)) {
    const before = kept.at(-1)
    if (!before || point[1] > before[1]) kept.push(point)
  }
  return kept.toReversed()
}

/** The outer corners of the undominated outcomes, through which the line is drawn. */
export function cornersOf(frontier: readonly Worths[]): readonly Worths[] {
  const corners: Worths[] = []
  for (const point of frontier) {
    for (;;) {
      const [before, last] = [corners.at(-2), corners.at(-1)]
      if (!before || !last || turnsRight(before, last, point)) break
      corners.pop()
    }
    corners.push(point)
  }
  return corners
}

const turnsRight = ([a, b]: Worths, [c, d]: Worths, [e, f]: Worths): boolean =>
  (c - a) * (f - b) - (d - b) * (e - a) < -1e-9

/** How much more both could have had than they have: the most that some outcome gives each of them more; 0 where none does. */
export const moreForBoth = (frontier: readonly Worths[], [first, second]: Worths): number =>
  Math.max(0, ...frontier.map(([a, b]) => Math.min(a - first, b - second)))

const leastCommon = (a: number, b: number): number => (a * b) / greatestCommon(a, b)
const greatestCommon = (a: number, b: number): number => (b === 0 ? a : greatestCommon(b, a % b))
