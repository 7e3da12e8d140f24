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
  const played = new Set(rounds.map(({ key }) => key))
  const folded = new Set(rounds.flatMap((round) => round.folded.map(({ key }) => key)))
  const isSaid = (id: string) => {
    const line = lines.find((each) => each.id === id)
    if (!line || played.has(line.tension)) return line !== undefined
    // Nobody opens on what is folded in, and nobody answers an opening.
    return folded.has(line.tension) && line.kind !== 'opening' && line.kind !== 'answer'
  }
  return objectives.filter(
    ({ by, unless }) =>
      unless !== undefined ||
      by === undefined ||
      (by.words ?? []).some(({ clause }) => clauses.has(clause)) ||
      (by.lines ?? []).some(isSaid),
  )
}
