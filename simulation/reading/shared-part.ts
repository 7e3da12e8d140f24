// The part of a grade that the members of a delegation share (rule J22): the levels that its positions were given.
import { begunKey, criteriaFor, type Rubric, type Rubrics, rubricOf, topOf } from './rubric'

/** Percent of the sum, at the most. */
export const MOST_SHARED = 50

export type SharedPart = Readonly<{
  /** Out of the rubric's, with two decimals; null while there is nothing to count. */
  points: number | null
  /** When it changed last, as when the newest of its levels was given, ms since 1970; 0 where none was. */
  at: number
}>

/** A level of a delegation's position in a round. */
export type PositionLevel = Readonly<{ round: string | null; criterion: string; level: number; at: number }>

/**
 * The mean of a delegation's positions, each the sum of its levels out of the highest, times the points. A round in which nothing was given
 * is not counted; there are no points while one that was begun lacks a level. `levels` are those of one delegation, oldest first.
 */
export function sharedPart(rubricIn: (round: string) => Rubric, levels: readonly PositionLevel[]): SharedPart {
  const at = Math.max(0, ...levels.map((one) => one.at))
  const begun = [...new Set(levels.flatMap(({ round }) => round ?? []))]
  const reached = begun.map((round) => {
    const rubric = rubricIn(round)
    const [criteria, top] = [criteriaFor(rubric, 'position'), topOf(rubric)]
    const given = criteria.flatMap(
      ({ key }) => levels.findLast((one) => one.round === round && one.criterion === key)?.level ?? [],
    )
    if (given.length < criteria.length || given.length === 0) return null
    return (rubric.points * given.reduce((sum, level) => sum + Math.min(level, top), 0)) / (given.length * top)
  })
  const counted = reached.filter((points) => points !== null)
  if (counted.length === 0 || counted.length < reached.length) return { points: null, at }
  const mean = counted.reduce((sum, points) => sum + points, 0) / counted.length
  return { points: Math.round(mean * 100) / 100, at }
}

/** The same of a delegation in a room. A rubric that makes other points of its levels is a change of it too. */
export function sharedIn(rubrics: Rubrics, roomId: string, levels: readonly PositionLevel[]): SharedPart {
  const by = (until?: number) => sharedPart(roundRubrics(rubrics, roomId, until), levels)
  const { points, at } = by()
  const changes = rubrics.versions.flatMap((version) => (by(version.at - 1).points === points ? [] : version.at))
  return { points, at: Math.max(at, ...changes) }
}

/** The rubric of each round of a room, as it was known at `until`. */
export const roundRubrics =
  (rubrics: Rubrics, roomId: string, until?: number) =>
  (round: string): Rubric =>
    rubricOf(rubrics, begunKey({ roomId, round }), until)
