// What may be asked of readings, as the rules themselves decide it (Q21, Q22).
import { opens } from '../agenda/phase-kinds'
import { type AxisPlan, foldedIn, type RoomPlan } from '../agenda/plan'
import type { DelegationId, SeatId, TensionKey } from '../kernel/ids'
import type { Reading } from '../shapes/readings'
import type { ClauseText } from '../shapes/text'
import type { Rejection } from '../shapes/verdict'
import { isRunning, type RoomState, votesOn } from '../state/room-state'
import { agrees } from './ballots'
import { cleanVersion } from './text'

/** The axis of a tension that is played or folded; null where the plan has none. */
export function axisOf(plan: Pick<RoomPlan, 'rounds'>, tension: TensionKey | null): AxisPlan | null {
  const round = plan.rounds.find(({ key }) => key === tension)
  return round?.axis ?? foldedIn(plan, tension)?.axis ?? null
}

/** The last phase that votes, or where none does the last that treats the text: its end is the end of readings. */
const lastPhase = ({ phases }: RoomPlan): number => {
  const votes = phases.findLastIndex((phase) => opens(phase, 'votes'))
  return votes === -1 ? phases.findLastIndex((phase) => opens(phase, 'text')) : votes
}

/** Q22: whether a reading may be marked or changed: in any phase until the vote ends. */
export const readingsNow = (state: RoomState): boolean =>
  state.plan.communique.readings === true && isRunning(state) && state.agenda.index <= lastPhase(state.plan)

/** Whether a delegation has initialled the words of a clause as they are, or its ballot is for them. */
function hasSignedClause(state: RoomState, clause: ClauseText, delegation: DelegationId): boolean {
  return clause.initials.includes(delegation) || agrees(votesOn(state, clause.key).ballots[delegation]?.vote)
}

/** Why a delegation has nothing to read in a clause; null where it has. */
export function notRead(state: RoomState, clause: ClauseText, delegation: DelegationId): Rejection | null {
  if (axisOf(state.plan, clause.tension) === null) return 'no-line'
  if (cleanVersion(clause) === null) return 'bracket-open'
  return hasSignedClause(state, clause, delegation) ? null : 'not-signed'
}

/** A seat's newest reading of a clause, whatever its words were then. */
export const newestReading = (
  { readings }: Pick<RoomState, 'readings'>,
  clause: string,
  seat: SeatId,
): Reading | null => readings.find((each) => each.clause === clause && each.seat === seat) ?? null

/** Q22: a seat's reading of the words that a clause has now. */
export function readingBy(state: RoomState, clause: ClauseText, seat: SeatId): Reading | null {
  const reading = newestReading(state, clause.key, seat)
  return reading?.version === cleanVersion(clause)?.id ? reading : null
}

/** The clauses that a delegation has signed and the seat that acts for it has not read, in their order. */
export function clausesToRead(state: RoomState, delegation: DelegationId, seat: SeatId): readonly ClauseText[] {
  if (!readingsNow(state)) return []
  return state.clauses.filter(
    (clause) => notRead(state, clause, delegation) === null && readingBy(state, clause, seat) === null,
  )
}
