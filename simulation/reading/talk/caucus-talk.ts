// The messages of one caucus or bilateral, oldest first, and how many of them are unread.

import { delegationIds, pairOf } from '../../agenda/parties'
import type { RoomPlan } from '../../agenda/plan'
import type { DelegationId, Pair, SeatId } from '../../kernel/ids'
import type { RoomState } from '../../state/room-state'

/** One private conversation: a delegation's caucus, or a bilateral between two delegations. */
export type Talk = { kind: 'caucus'; delegation: DelegationId } | { kind: 'bilateral'; between: Pair }
export type CaucusMessage = { no: string; seq: number; at: number; by: string; seat: SeatId; text: string }

export const talkKey = (talk: Talk): string => (talk.kind === 'caucus' ? 'caucus' : talk.between)

/** The conversations a delegation takes part in: its own first. */
export function talksOf(plan: RoomPlan, delegation: DelegationId): readonly Talk[] {
  const bilaterals = delegationIds(plan).flatMap((other): Talk[] => {
    const between = pairOf(plan, delegation, other)
    return between ? [{ kind: 'bilateral', between }] : []
  })
  return [{ kind: 'caucus', delegation }, ...bilaterals]
}

export function caucusMessages(state: RoomState, talk: Talk): readonly CaucusMessage[] {
  const lines: CaucusMessage[] = []
  for (const { no, seq, at, by, event } of state.privateEntries) {
    const belongs =
      talk.kind === 'caucus'
        ? event.type === 'CaucusSpoken' && event.delegation === talk.delegation
        : event.type === 'BilateralSpoken' && event.between === talk.between
    if (belongs && 'text' in event && 'seat' in event && event.text !== null)
      lines.push({ no, seq, at, by, seat: event.seat, text: event.text })
  }
  return lines
}

/** How many messages from other seats follow the last one read. */
export const unreadIn = (lines: readonly CaucusMessage[], own: SeatId, readUpTo: number): number =>
  lines.filter((line) => line.seq > readUpTo && line.seat !== own).length
