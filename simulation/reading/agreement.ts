// Two graders of the same students: who is graded twice, how far the two agree, and what may be chosen (rule J8).

/** The levels of one criterion that two graders gave to the same student. */
export type LevelPair = readonly [first: number, second: number]

export type Agreement = Readonly<{
  n: number
  /** Shares from 0 to 1; null where nobody was graded twice. */
  exact: number | null
  withinOne: number | null
  /** Cohen's kappa with quadratic weights; null where it is not defined, because all levels are the same. */
  kappa: number | null
}>

/**
 * κ = 1 − Σ w·o / Σ w·e with w = (i − j)² (Cohen 1968; `kappa2(…, "squared")` of R's irr, `cohen.kappa` of psych). The first sum is the mean
 * square of the differences of the pairs, the second that of each first level with each second one.
 */
export function agreementOf(pairs: readonly LevelPair[]): Agreement {
  const n = pairs.length
  if (n === 0) return { n, exact: null, withinOne: null, kappa: null }
  const share = (most: number) => pairs.filter(([a, b]) => Math.abs(a - b) <= most).length / n
  const sum = (all: readonly number[]) => all.reduce((so, one) => so + one, 0)
  const observed = sum(pairs.map(([a, b]) => (a - b) ** 2)) / n
  const expected = sum(pairs.flatMap(([a]) => pairs.map(([, b]) => (a - b) ** 2))) / n ** 2
  return { n, exact: share(0), withinOne: share(1), kappa: expected === 0 ? null : 1 - observed / expected }
}

/** A half goes up, in the student's favour. */
export const meanLevel = ([first, second]: LevelPair): number => Math.floor((first + second + 1) / 2)

/** The students graded twice: so many of a hundred, at least one; ids are drawn by lot, so that their order is a lot too. */
export function sampleOf(ids: readonly string[], percent: number): ReadonlySet<string> {
  return new Set(ids.toSorted().slice(0, Math.ceil((ids.length * percent) / 100)))
}

export const CHOICES = ['first', 'second', 'mean', 'own'] as const
export type Choice = (typeof CHOICES)[number]

/** A student whom both have graded whole: their levels in the order of their criteria's keys, and what was chosen. */
export type GradedTwice = Readonly<{
  id: string
  criteria: readonly string[]
  pairs: readonly LevelPair[]
  choice: Choice | null
}>

type GivenRow = Readonly<{ participantId: string | null; criterion: string; level: number; at: Date }>
type Chosen = Readonly<{ participantId: string; choice: Choice; at: Date }>

/** `first`, `second` and `chosen` are all rows, oldest first. What was given after the choosing began is in no agreement. */
export function gradedTwice(
  ids: readonly string[],
  criteriaOf: (id: string) => readonly Readonly<{ key: string }>[],
  {
    first,
    second,
    chosen,
  }: Readonly<{ first: readonly GivenRow[]; second: readonly GivenRow[]; chosen: readonly Chosen[] }>,
): readonly GradedTwice[] {
  return ids.flatMap((id): GradedTwice[] => {
    const choices = chosen.filter(({ participantId }) => participantId === id)
    const since = choices[0]?.at.getTime() ?? Number.POSITIVE_INFINITY
    const level = (rows: readonly GivenRow[], key: string) =>
      rows.findLast(
        ({ participantId, criterion, at }) => participantId === id && criterion === key && at.getTime() < since,
      )?.level
    const criteria = criteriaOf(id).map(({ key }) => key)
    const pairs = criteria.flatMap((key): LevelPair[] => {
      const [a, b] = [level(first, key), level(second, key)]
      return a === undefined || b === undefined ? [] : [[a, b]]
    })
    const whole = pairs.length === criteria.length && pairs.length > 0
    return whole ? [{ id, criteria, pairs, choice: choices.at(-1)?.choice ?? null }] : []
  })
}

/** What whoever runs the grading reads of it. */
export type SecondGrading = {
  /** Who may be the second grader. */
  graders: readonly { id: string; name: string }[]
  graderId: string | null
  percent: number
  /** How many students are to be graded twice, and those who are. */
  sampled: number
  twice: readonly GradedTwice[]
}
