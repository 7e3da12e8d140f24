// What the moves of all understudies are computed from: the room, its scenario, the start of the phase and the pace; and the questions
// about them that caucus, floor, posts and text share.

import { delegationIds, delegationOf } from '../agenda/parties'
import type { ActorId, DelegationId, TensionKey } from '../kernel/ids'
import { lot } from '../kernel/seeded-random'
import { latestValues } from '../reading/log/gap'
import type { Scenario } from '../scenario/scenario'
import type { ClientCommand, CommandOf } from '../shapes/room-command'
import type { Seat } from '../shapes/seats'
import { seedOf } from '../state/chair-plan'
import { actingHead, positionFile, type RoomState, seatsIn } from '../state/room-state'

/** A command of an understudy, or the offer to a speaker of what they may have meant (U20); and the instant it is due. */
export type Move = { at: number; by: ActorId; command: ClientCommand | CommandOf<'offerClaims'> }

export type UnderstudyContext = {
  state: RoomState
  scenario: Scenario
  /** When the running phase started (moved on by the length of each pause), and its planned length. */
  startsAt: number
  seconds: number
  /** Factor on every delay: 1 at class speed, a thirtieth in a practice room. */
  pace: number
}

/** U1: whether an understudy plays this seat. No understudy plays the second chair of an office (`mirrors`). Assumes a plan with understudies. */
export const isPlayed = (seat: Seat): boolean =>
  seat.holder === null && seat.delegation !== null && seat.mirrors === null

export const playedSeats = (state: RoomState, delegation: DelegationId): readonly Seat[] =>
  seatsIn(state, delegation).filter(isPlayed)

/** The acting head's seat if an understudy plays it; null while a person can act for the delegation. */
export function playedHead(state: RoomState, delegation: DelegationId): Seat | null {
  const head = actingHead(state, delegation)
  return head && isPlayed(head) ? head : null
}

/** The value of a delegation on an axis: the latest revealed, else the one it filed as its opening, else its brief's opening value. */
export function standOf(context: UnderstudyContext, round: TensionKey, delegation: DelegationId): number {
  const { state, scenario } = context
  const revealed = latestValues(state, round).values[delegation]
  const filed = positionFile(state, round, 'opening', delegation).filed?.position.value
  return revealed ?? filed ?? openingOf(scenario, delegation, round)?.value ?? 0
}

/** The opening a delegation's brief gives it on an axis: value, band and reading. */
export const openingOf = (scenario: Scenario, delegation: DelegationId, round: TensionKey) =>
  delegationOf(scenario, delegation)?.openings[round]

/**
 * How much later than the first delegation this one moves, as a share of the phase, so that they do not all move at once: one `step` for
 * each delegation before it. With more than three delegations steps get shorter, or the last would move after the end of the phase.
 */
export function turnOf({ state: { plan } }: UnderstudyContext, delegation: DelegationId, step: number): number {
  const ids = delegationIds(plan)
  return step * ids.indexOf(delegation) * Math.min(1, 2 / Math.max(1, ids.length - 1))
}

/** The instant at which this share of the running phase has passed, 0 to 1. */
export const momentAt = (context: UnderstudyContext, share: number): number =>
  Math.round(context.startsAt + share * context.seconds * 1000)

/** U3: a pseudo-random whole number from 0 to `below` − 1, always the same for the same room and labels. */
export const draw = (context: UnderstudyContext, below: number, ...labels: readonly (string | number)[]): number =>
  Math.floor(lot(seedOf(context.state), ...labels) * below)

/** How long a person takes to say a line aloud, in milliseconds: 150 words a minute, and at least four seconds, times the pace. */
export const speakingMs = (context: UnderstudyContext, text: string): number =>
  Math.round(Math.max(4_000, text.split(/\s+/).length * 400) * context.pace)
