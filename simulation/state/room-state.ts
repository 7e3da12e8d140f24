// What many topics ask of the state of a room after some rows of its log.

import { opens, type PhaseFeature } from '../agenda/phase-kinds'
import type { PhasePlan } from '../agenda/plan'
import type { AxisValue, DelegationId, FilingStage, PersonId, TensionKey } from '../kernel/ids'
import type { ClauseVotes } from '../shapes/ballots'
import type { PositionFile } from '../shapes/positions'
import type { Seat } from '../shapes/seats'
import type { ClauseText } from '../shapes/text'
import type { RoomState } from './empty-room'

export type { Entry, RoomState } from './empty-room'

export const positionKey = (round: TensionKey, stage: FilingStage, delegation: DelegationId): string =>
  `${round}/${stage}/${delegation}`

const EMPTY_FILE: PositionFile = {
  ...{ draft: null, filed: null, drafts: [], filing: null },
  ...{ sealedAt: null, how: null, revealed: false },
}
export const positionFile = (
  state: RoomState,
  round: TensionKey,
  stage: FilingStage,
  delegation: DelegationId,
): PositionFile => state.positions[positionKey(round, stage, delegation)] ?? EMPTY_FILE

const stanceKeyEnd = (when: 'before' | 'after', round: TensionKey): string => `/${when}/${round}`
export const stanceKey = (person: PersonId, when: 'before' | 'after', round: TensionKey): string =>
  `${person}${stanceKeyEnd(when, round)}`
export const answerKey = (person: PersonId, when: 'before' | 'after', item: number): string =>
  `${person}/${when}/${item}`
export const formKey = (person: PersonId, when: 'before' | 'after'): string => `${person}/${when}`
/** All stances marked on this round, sorted by value, so that their order does not tell who marked which (D7). */
export const stancesAt = (
  { stances }: Pick<RoomState, 'stances'>,
  when: 'before' | 'after',
  round: TensionKey,
): readonly AxisValue[] =>
  Object.entries(stances)
    .flatMap(([key, value]) => (key.endsWith(stanceKeyEnd(when, round)) ? [value] : []))
    .sort((a, b) => a - b)
/** Who marked a stance on this round. For counting alone: no page may hold it (D7). */
export const markedBy = (
  { stances }: Pick<RoomState, 'stances'>,
  when: 'before' | 'after',
  round: TensionKey,
): ReadonlySet<string> => {
  const end = stanceKeyEnd(when, round)
  return new Set(Object.keys(stances).flatMap((key) => (key.endsWith(end) ? [key.slice(0, -end.length)] : [])))
}
export const reflectionKey = (person: PersonId, prompt: number): string => `${person}/${prompt}`

/** The phase that runs or ran last; null in the lobby. Ask `isRunning` whether it still runs. */
export const phaseNow = (state: RoomState): PhasePlan | null => state.plan.phases[state.agenda.index] ?? null
export const isRunning = (state: RoomState): boolean => state.agenda.status === 'running'
/** M5: whether the clock stands still for a caucus that was moved. */
export const isInCaucus = ({ clock, agenda }: Pick<RoomState, 'clock' | 'agenda'>): boolean =>
  agenda.status === 'running' && clock?.pausedAt != null && clock.caucusUntil !== null
/** Whether a phase runs and has this feature; a caucus that was moved opens bilaterals in any. */
export const opensNow = (state: RoomState, what: PhaseFeature): boolean =>
  isRunning(state) && (opens(phaseNow(state), what) || (what === 'bilaterals' && isInCaucus(state)))

export const clauseIn = ({ clauses }: Pick<RoomState, 'clauses'>, key: string): ClauseText | undefined =>
  clauses.find((clause) => clause.key === key)

/** What a clause is headed by; its key where it is gone. */
export const headingIn = (state: Pick<RoomState, 'clauses'>, key: string): string =>
  clauseIn(state, key)?.heading ?? key

const NO_VOTES: ClauseVotes = { advice: {}, ballots: {} }
/** What was advised and cast on a clause. `hasOwn`, because `votes.toString` exists on every object and is no clause. */
export const votesOn = ({ votes }: Pick<RoomState, 'votes'>, clause: string): ClauseVotes =>
  (Object.hasOwn(votes, clause) ? votes[clause] : undefined) ?? NO_VOTES

/** Whether an inject was sent, even if it was retracted since. */
export const isSent = (state: RoomState, key: string): boolean => Object.hasOwn(state.sent, key)

export const seatHeldBy = (state: Pick<RoomState, 'seats'>, person: PersonId): Seat | null =>
  Object.values(state.seats).find((seat) => seat.holder === person) ?? null

export const seatsIn = (state: RoomState, delegation: DelegationId): readonly Seat[] =>
  Object.values(state.seats)
    .filter((seat) => seat.delegation === delegation)
    .sort((a, b) => a.order - b.order)

/**
 * S7: the head's seat, or while its holder is absent or missing the member whom the chair has named (S23), or else the first seat in
 * filling order whose holder is present. With nobody present it is the head's seat again, for which an understudy acts where the room has understudies.
 */
export function actingHead(state: RoomState, delegation: DelegationId): Seat | null {
  const seats = seatsIn(state, delegation)
  const here = seats.filter((seat) => seat.holder !== null && seat.absentSince === null)
  const head = seats.find((seat) => seat.head) ?? null
  const named = here.find(({ id }) => id === head?.actedBy)
  return here.find((seat) => seat.head) ?? named ?? here[0] ?? head
}
