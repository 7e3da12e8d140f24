// What each seat says it reached of what its brief asks, as the desk and the debrief list it; and which entries somebody can point to.
import { claimOf, objectivesOf, showsSomething } from '../../questions/objectives'
import type { Claim } from '../../shapes/objectives'
import type { Seat } from '../../shapes/seats'
import type { RoomState } from '../../state/room-state'
import { type Paragraph, paragraphOf } from '../log/transcript'

type Objective = { objective: number; text: string; claim: Claim | null }
export type SeatObjectives = { seat: Seat; objectives: readonly Objective[] }

/** D12: a seat's objectives in the brief's order, with what it claims of each. */
export const objectivesWithClaims = (state: RoomState, seat: Seat): readonly Objective[] =>
  objectivesOf(state, seat).map((text, objective) => ({
    objective,
    text,
    claim: claimOf(state, seat.id, objective) ?? null,
  }))

/** The seats that a person holds, or for which something is claimed, in the plan's order. */
export const seatsWithObjectives = (state: RoomState): readonly SeatObjectives[] =>
  state.plan.seats.flatMap(({ id }) => {
    const seat = state.seats[id]
    if (!seat) return []
    const objectives = objectivesWithClaims(state, seat)
    const shown = objectives.length > 0 && (seat.holder !== null || objectives.some(({ claim }) => claim !== null))
    return shown ? [{ seat, objectives }] : []
  })

/** The claims that the chair has said nothing to, the oldest first. */
export const claimsToJudge = ({ claims }: RoomState): readonly Claim[] =>
  claims.filter(({ confirmed }) => confirmed === null).toSorted((a, b) => a.no - b.no)

/** All claims as the chair goes through them: those that wait, and after them the others, the newest first. */
export const claimsForChair = (state: RoomState): readonly Claim[] => [
  ...claimsToJudge(state),
  ...state.claims.filter(({ confirmed }) => confirmed !== null).toSorted((a, b) => b.no - a.no),
]

/** How many objectives are said to be met, how many of these the chair confirmed, and how many there are. */
export function claimsCounted(seats: readonly SeatObjectives[]): { met: number; confirmed: number; of: number } {
  const all = seats.flatMap(({ objectives }) => objectives)
  const met = all.filter(({ claim }) => claim?.met)
  return { met: met.length, confirmed: met.filter(({ claim }) => claim?.confirmed).length, of: all.length }
}

/** The entries that can show something, the newest first: the seat's own, then its delegation's, then the others'. */
export function entriesToShow(state: RoomState, { id, delegation }: Seat): readonly Paragraph[] {
  const nearness = (entry: Paragraph) =>
    entry.seat === id ? 0 : entry.delegation !== null && entry.delegation === delegation ? 1 : 2
  return [...state.record]
    .flatMap((entry) => (showsSomething(state, entry) ? (paragraphOf(state, entry) ?? []) : []))
    .toSorted((a, b) => nearness(a) - nearness(b) || b.seq - a.seq)
}
