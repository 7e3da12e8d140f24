// The rubric by which an activity is graded: what may be wrong with it, the points of levels, and which of its versions counts for whom
// (rules J9–J11). Pages and files ask here.
import type { Rubric as ScenarioRubric } from '../../scenario/scenario'

export const MOST_CRITERIA = 10
export const LEAST_LEVELS = 2
export const MOST_LEVELS = 7
export const MOST_POINTS = 1000

export type Judged = 'student' | 'position'
export const JUDGED: readonly Judged[] = ['student', 'position']

export type Criterion = Readonly<{
  /** Stays while it is renamed, so that its levels stay its own. */
  key: string
  name: string
  question: string
  /** What is judged by it: a student over the whole activity, a delegation's position in a round, or both. */
  subjects: readonly Judged[]
  /** What each level asks, from 0. */
  levels: readonly string[]
  hint: readonly string[]
  /** Percent of the points, with two decimals at the most. It counts where a student is judged. */
  weight: number
}>

export type Rubric = Readonly<{
  note: string
  /** The names of the levels, from 0; each criterion has as many. */
  scale: readonly string[]
  /** What all highest levels are worth: a half is possible. */
  points: number
  criteria: readonly Criterion[]
}>

/** A scenario's own: each criterion counts the same, and a level is a point. */
export function ownRubric({ note, scale, criteria }: ScenarioRubric): Rubric {
  const counted = criteria.filter(({ subjects }) => subjects.includes('student')).length
  const weight = equalWeight(counted)
  return {
    ...{ note, scale, points: Math.max(1, counted * (scale.length - 1)) },
    criteria: criteria.map(({ key, name, question, subjects, levels, hint }) => ({
      ...{ key, name, question, subjects, levels, hint },
      weight: subjects.includes('student') ? weight : 0,
    })),
  }
}

/** Percent with two decimals. */
export const equalWeight = (criteria: number): number => Math.round(10_000 / Math.max(1, criteria)) / 100

export const criteriaFor = ({ criteria }: Pick<Rubric, 'criteria'>, judged: Judged): readonly Criterion[] =>
  criteria.filter(({ subjects }) => subjects.includes(judged))

export const topOf = ({ scale }: Pick<Rubric, 'scale'>): number => scale.length - 1

const hundredths = ({ weight }: Criterion): number => Math.round(weight * 100)
const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)

/** Whether a student's criteria count the same. */
export const weighsSame = (rubric: Rubric): boolean => new Set(criteriaFor(rubric, 'student').map(hundredths)).size <= 1

/** Whether the points are the levels, added up. */
export const isLevelAPoint = (rubric: Rubric): boolean =>
  weighsSame(rubric) && rubric.points === criteriaFor(rubric, 'student').length * topOf(rubric)

/** The levels, from 0 to the highest. */
export const levelsOf = ({ scale }: Pick<Rubric, 'scale'>): readonly number[] => scale.map((_, level) => level)

/** The weights of a student's criteria together, in percent. */
export const weightOf = (rubric: Rubric): number => total(criteriaFor(rubric, 'student').map(hundredths)) / 100

/**
 * The points of a student's levels, in the order of their criteria: Σ weight · level / highest × points, with two decimals, a half away from
 * zero; null while a level is missing. A weight is its share of all weights, so that three thirds are a whole. A level may be a half, as a median is (J16).
 */
export function sumOfLevels(rubric: Rubric, levels: readonly (number | null)[]): number | null {
  const criteria = criteriaFor(rubric, 'student')
  const [top, weights] = [topOf(rubric), criteria.map(hundredths)]
  const given = criteria.flatMap((_, at) => levels[at] ?? [])
  if (given.length === 0 || given.length < criteria.length) return null
  const reached = total(given.map((level, at) => Math.min(level, top) * (weights[at] ?? 0)))
  const [above, below] = [reached * Math.round(rubric.points * 2), total(weights) * top * 2]
  return Math.floor((200 * above + below) / (2 * below)) / 100
}

/** The sum once other points are so many percent of it, with two decimals, a half up; as it was where there are none. */
export function withShare(sum: number | null, points: number | null, percent: number): number | null {
  if (sum === null || points === null) return sum
  const hundredths = (one: number) => Math.round(one * 100)
  return Math.round((hundredths(sum) * (100 - percent) + hundredths(points) * percent) / 100) / 100
}

export type RubricFault =
  | Readonly<{ kind: 'points' | 'no-criterion' | 'many' | 'no-student' }>
  | Readonly<{ kind: 'scale' | 'same-scale'; level: number }>
  | Readonly<{ kind: 'name'; number: number }>
  | Readonly<{ kind: 'same-name' | 'nobody' | 'weight'; name: string }>
  | Readonly<{ kind: 'level' | 'same-level'; name: string; level: number }>
  | Readonly<{ kind: 'weights'; sum: number }>

/** What has to be put right before a rubric can be used; nothing where it can. */
export function rubricFaults(rubric: Rubric): readonly RubricFault[] {
  const { points, scale, criteria } = rubric
  const students = criteriaFor(rubric, 'student')
  const sum = weightOf(rubric)
  const names = criteria.map(({ name }) => name)
  return [
    ...(points >= 1 && points <= MOST_POINTS && Number.isInteger(points * 2) ? [] : [{ kind: 'points' } as const]),
    ...scale.flatMap((_, level) => wordFaults(scale, level).map((fault) => ({ kind: FAULTS.scale[fault], level }))),
    ...(criteria.length === 0 ? [{ kind: 'no-criterion' } as const] : []),
    ...(criteria.length > MOST_CRITERIA ? [{ kind: 'many' } as const] : []),
    ...criteria.flatMap((criterion, at): RubricFault[] => {
      const { name, subjects, levels } = criterion
      return [
        ...wordFaults(names, at).map(
          (fault): RubricFault => (fault === 'blank' ? { kind: 'name', number: at + 1 } : { kind: 'same-name', name }),
        ),
        ...(subjects.length === 0 ? [{ kind: 'nobody', name } as const] : []),
        ...(isWeight(criterion) ? [] : [{ kind: 'weight', name } as const]),
        ...scale.flatMap((_, level) =>
          wordFaults(levels, level).map((fault) => ({ kind: FAULTS.level[fault], name, level })),
        ),
      ]
    }),
    ...(criteria.length > 0 && students.length === 0 ? [{ kind: 'no-student' } as const] : []),
    // As far as two decimals go: three times 33.33 are a whole.
    ...(students.length > 0 && Math.abs(sum - 100) > students.length * 0.005 + 1e-9
      ? [{ kind: 'weights', sum } as const]
      : []),
  ]
}

const FAULTS = {
  scale: { blank: 'scale', same: 'same-scale' },
  level: { blank: 'level', same: 'same-level' },
} as const

const isWeight = ({ weight }: Criterion) =>
  weight >= 0 && weight <= 100 && Math.abs(weight * 100 - Math.round(weight * 100)) < 1e-6

/** Of one of several words: that there are none, or that they stand before it already, in whatever case. */
function wordFaults(all: readonly string[], at: number): readonly ('blank' | 'same')[] {
  const plain = all.map((words) => words.trim().toLowerCase())
  const own = plain[at] ?? ''
  return own === '' ? ['blank'] : plain.indexOf(own) < at ? ['same'] : []
}

/** From when a rubric counts, and for whom: for everybody, or for whom nothing was given before. */
export type RubricVersion = Readonly<{ at: number; forAll: boolean; rubric: Rubric }>

export type Rubrics = Readonly<{
  /** Oldest first; the first is that of the scenario. */
  versions: readonly RubricVersion[]
  /** The place of the version that was the newest when the first level was given, by `begunKey`. */
  begun: Readonly<Record<string, number>>
}>

/** A student's levels have one rubric, and so have the positions of a round in a room. */
export type OneRubric = Readonly<{ participantId: string }> | Readonly<{ roomId: string; round: string }>

export const begunKey = (subject: OneRubric): string =>
  'participantId' in subject ? subject.participantId : `${subject.roomId}/${subject.round}`

/** The place of the version that is the newest at this moment. */
export const newestAt = (versions: readonly Pick<RubricVersion, 'at'>[], moment: number): number =>
  Math.max(
    0,
    versions.findLastIndex(({ at }) => at <= moment),
  )

/** The place of the version that counts for this subject, as it was known at `until`. */
export function versionOf({ versions, begun }: Rubrics, key: string, until = Number.POSITIVE_INFINITY): number {
  const since = begun[key] ?? Number.POSITIVE_INFINITY
  return versions.findLastIndex(({ at, forAll }, place) => place === 0 || (at <= until && (forAll || place <= since)))
}

/** The rubric that counts for this subject, as it was known at `until`. */
export function rubricOf(rubrics: Rubrics, key: string, until?: number): Rubric {
  const counts = rubrics.versions[versionOf(rubrics, key, until)]
  if (!counts) throw new Error('An activity has the rubric of its scenario at least.')
  return counts.rubric
}

export const newestRubric = ({ versions }: Pick<Rubrics, 'versions'>): Rubric => rubricOf({ versions, begun: {} }, '')

/** The criteria of the newest rubric and of those that still count for some, each once and as it is called now. */
export function columnsOf(
  newest: Rubric,
  rows: readonly Readonly<{ rubric: Rubric }>[],
  judged: Judged = 'student',
): readonly Criterion[] {
  const all = [...new Set([newest, ...rows.map(({ rubric }) => rubric)])].flatMap((rubric) =>
    criteriaFor(rubric, judged),
  )
  return all.filter(({ key }, at) => all.findIndex((one) => one.key === key) === at)
}

export const REACHES = ['all', 'new'] as const
/** Whom a change of the rubric reaches once levels were given. */
export type Reach = (typeof REACHES)[number]

/**
 * Why a change cannot reach so far: levels cannot be carried to another number of them, whichever rubric they were given by, and all sums are
 * of the same points.
 */
export function reachFault(rubrics: Rubrics, after: Rubric, reach: Reach): 'levels' | 'points' | null {
  const newest = newestRubric(rubrics)
  if (reach === 'new') return newest.points === after.points ? null : 'points'
  const inForce = [newest, ...Object.keys(rubrics.begun).map((key) => rubricOf(rubrics, key))]
  return inForce.every(({ scale }) => scale.length === after.scale.length) ? null : 'levels'
}

export type Recalculated = Readonly<{ id: string; before: number | null; after: number | null }>
type Level = Readonly<{ participantId: string | null; criterion: string; level: number; at: number }>

/** What becomes of a student's sum by this rubric, of the levels from before `at`. */
export type MadeOfSum = (of: Readonly<{ id: string; rubric: Rubric; at: number }>, sum: number | null) => number | null

/** Whose sum another rubric has changed: by the version at this place, of the levels from before it, oldest first. */
export function recalculated(
  { versions, begun }: Rubrics,
  place: number,
  levels: readonly Level[],
  made: MadeOfSum = (_, sum) => sum,
): readonly Recalculated[] {
  const version = versions[place]
  if (!version?.forAll) return []
  const newest = new Map<string, Map<string, number>>()
  for (const { participantId, criterion, level, at } of levels)
    if (participantId !== null && at <= version.at)
      newest.set(participantId, (newest.get(participantId) ?? new Map()).set(criterion, level))
  return [...newest].flatMap(([id, given]) => {
    const sumBy = (known: number) => {
      const rubric = rubricOf({ versions: versions.slice(0, known), begun }, id)
      const ordered = criteriaFor(rubric, 'student').map(({ key }) => given.get(key) ?? null)
      return made({ id, rubric, at: version.at }, sumOfLevels(rubric, ordered))
    }
    const change = { id, before: sumBy(place), after: sumBy(place + 1) }
    return change.before === change.after ? [] : [change]
  })
}
