// What every understudy looks at before it moves: the room, its scenario, the phase's beginning and the pace.
// It must not know which move is made.

import { seedOf } from '../agenda/chair-plan'
import { delegationIds, delegationOf } from '../agenda/parties'
import { type ActorId, type DelegationId, isParagraph, type TensionKey } from '../kernel/ids'
import type { ClientCommand } from '../kernel/room-command'
import type { RoomState, Seat } from '../kernel/room-state'
import { actingHead, positionFile, seatsIn } from '../kernel/room-state'
import { lot } from '../kernel/seeded-random'
import { latestValues } from '../reading/gap'
import type { Line, Scenario } from '../scenario/scenario'

/** What an understudy would do, and when. */
export type Move = { at: number; by: ActorId; command: ClientCommand }

export type Table = {
  state: RoomState
  scenario: Scenario
  /** The running phase's beginning (pauses moved it) and planned length. */
  startsAt: number
  seconds: number
  /** 1 in class; a thirtieth at a practice table. */
  pace: number
}

/** U1: whether an understudy plays this chair now. Second chairs are for people. */
export const isPlayed = (seat: Seat): boolean =>
  seat.holder === null && seat.delegation !== null && seat.mirrors === null

export const playedSeats = (state: RoomState, delegation: DelegationId): readonly Seat[] =>
  seatsIn(state, delegation).filter(isPlayed)

/** The head's understudy, where nobody present could act for the delegation. */
export function playedHead(state: RoomState, delegation: DelegationId): Seat | null {
  const head = actingHead(state, delegation)
  return head && isPlayed(head) ? head : null
}

/** Where the delegation stands on an axis: what it filed, else what its brief opens with. */
export function standOf(table: Table, round: TensionKey, delegation: DelegationId): number {
  const { state, scenario } = table
  const revealed = latestValues(state, round).values[delegation]
  const filed = positionFile(state, round, 'opening', delegation).filed?.position.value
  return revealed ?? filed ?? openingOf(scenario, delegation, round)?.value ?? 0
}

/** What the brief of a delegation opens with on an axis. */
export const openingOf = (scenario: Scenario, delegation: DelegationId, round: TensionKey) =>
  delegationOf(scenario, delegation)?.openings[round]

/**
 * How much later than the first delegation this one moves, so that they do not all move at once: a step each, and shorter steps where
 * there are more than three, so that the last has moved before the phase is over.
 */
export function turnOf({ state: { plan } }: Table, delegation: DelegationId, step: number): number {
  const ids = delegationIds(plan)
  return step * ids.indexOf(delegation) * Math.min(1, 2 / Math.max(1, ids.length - 1))
}

/** An instant of the running phase, as a share of its length. */
export const momentAt = (table: Table, share: number): number =>
  Math.round(table.startsAt + share * table.seconds * 1000)

/** A whole number from 0 to `below` − 1, the same for the same room and labels. */
export const draw = (table: Table, below: number, ...labels: readonly (string | number)[]): number =>
  Math.floor(lot(seedOf(table.state), ...labels) * below)

/** The paragraphs a line cites; what lies beyond the sources is left out, since a script has no outside source at hand. */
export const citationsOf = (line: Pick<Line, 'anchors'>): string[] => line.anchors.filter(isParagraph)

/** How long someone takes to say a line aloud, in milliseconds: 150 words a minute, never under four seconds. */
export const speakingMs = (table: Table, text: string): number =>
  Math.round(Math.max(4_000, text.split(/\s+/).length * 400) * table.pace)
