// What a delegation's positions were given, as points of the rubric (rule J22). They stand in the file for a spreadsheet and in no sum.
import { begunKey, criteriaFor, type Rubric, type Rubrics, rubricOf, topOf } from '../log/rubric'

/** A level of a delegation's position in a round. */
export type PositionLevel = Readonly<{ round: string | null; criterion: string; level: number }>

/**
 * The mean of a delegation's positions, each the sum of its levels out of the highest, times the points, with two decimals. A round in which
 * nothing was given is not counted; null while one that was begun lacks a level. `levels` are those of one delegation, oldest first.
 */
export function positionPoints(rubricIn: (round: string) => Rubric, levels: readonly PositionLevel[]): number | null {
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
  if (counted.length === 0 || counted.length < reached.length) return null
  return Math.round((counted.reduce((sum, points) => sum + points, 0) / counted.length) * 100) / 100
}

/** The rubric of each round of a room. */
export const roundRubrics =
  (rubrics: Rubrics, roomId: string) =>
  (round: string): Rubric =>
    rubricOf(rubrics, begunKey({ roomId, round }))
