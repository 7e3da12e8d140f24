// Which of an office's objectives its room can reach: an office is not asked for words of a clause that the room does not negotiate, nor for
// lines on a tension that it does not debate.
import type { RoomPlan } from '../agenda/plan'
import type { Scenario, ScenarioSeat } from '../scenario/scenario'

/** What a room plays; of an agenda that is not laid out yet, nothing. */
export type Played = Pick<RoomPlan, 'rounds' | 'communique'>

/**
 * U29: the office's objectives that something in this room can show met: words of a clause that is negotiated, a line on a tension that is
 * played or folded in, or that nobody does what would break them. One that only people can judge stays.
 */
export function objectivesWithin(
  { lines }: Pick<Scenario, 'lines'>,
  { objectives }: Pick<ScenarioSeat, 'objectives'>,
  { rounds, communique }: Played,
): ScenarioSeat['objectives'] {
  const clauses = new Set(communique.clauses.map(({ key }) => key))
  const debated = new Set(rounds.flatMap(({ key, folded }) => [key, ...folded.map((each) => each.key)]))
  const isSaid = (id: string) => lines.some((line) => line.id === id && debated.has(line.tension))
  return objectives.filter(
    ({ by, unless }) =>
      unless !== undefined ||
      by === undefined ||
      (by.words ?? []).some(({ clause }) => clauses.has(clause)) ||
      (by.lines ?? []).some(isSaid),
  )
}
