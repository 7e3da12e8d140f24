// What somebody hears of what is said to seats, kept as they sit down and stand up (rules R4, R12–R14), and as whom they read a room.
// It must not know why they changed seats, nor judge a row: that is `mayHear`.
import type { DelegationId, PersonId, SeatId } from '../kernel/ids'
import type { NextRoom } from '../kernel/next-room'
import type { RoomState } from '../kernel/room-state'
import { seatHeldBy } from '../kernel/room-state'
import { type Earshot, type Hearing, inSeat, type Viewer } from './viewer'

/** From now on: a person who changes sides hears nothing of the new side's past. */
export const FROM_NOW = 'from-now'

/** By name as it was given: what every object inherits (`constructor`) is nobody's hearing. */
export const hearingOf = ({ hearing }: Pick<RoomState, 'hearing'>, person: PersonId): Hearing | null =>
  Object.hasOwn(hearing, person) ? (hearing[person] ?? null) : null

export const sideOf = (state: Pick<RoomState, 'hearing'>, person: PersonId): DelegationId | null =>
  hearingOf(state, person)?.side ?? null

/** R4, R12: from which row on a person would hear the seats of this delegation, or of an observer's chair, if they sat down now. */
export function hearsFrom(before: Hearing | null, delegation: DelegationId | null): number | typeof FROM_NOW {
  if (before === null || before.side === null) return 0
  return before.side === delegation ? before.since : FROM_NOW
}

export function hearInSeat(room: NextRoom, id: SeatId, person: PersonId, seq: number): void {
  const seat = room.seats[id]
  if (!seat || room.plan.seating === undefined) return
  const before = hearingOf(room, person)
  const asked = hearsFrom(before, seat.delegation)
  const from = asked === FROM_NOW ? seq : asked
  const sits = seat.delegation !== null
  const after: Hearing = {
    side: sits ? seat.delegation : (before?.side ?? null),
    since: sits ? from : (before?.since ?? 0),
    hears: [...withoutHeardIn(before?.hears ?? [], id, from), { seat: id, from, until: null }],
  }
  room.hearing = { ...room.hearing, [person]: after }
}

export function hearNoMore(room: NextRoom, person: PersonId, seq: number): void {
  const before = hearingOf(room, person)
  if (!before) return
  const hears = before.hears.map((heard) => (heard.until === null ? { ...heard, until: seq } : heard))
  room.hearing = { ...room.hearing, [person]: { ...before, hears } }
}

/** What is heard again from the same row on is kept once, however often somebody sits down. */
const withoutHeardIn = (hears: readonly Earshot[], seat: SeatId, from: number): readonly Earshot[] =>
  hears.filter((heard) => heard.seat !== seat || heard.from < from)

/** As whom somebody reads a room now: its staff as the chair, a participant by where they sit and have sat. */
export function viewerOf(state: RoomState, person: PersonId | null): Viewer {
  if (person === null) return { kind: 'chair' }
  const seat = seatHeldBy(state, person)?.id ?? null
  if (state.plan.seating === undefined || state.removed.includes(person)) return inSeat(person, seat)
  return { kind: 'person', person, seat, hears: hearingOf(state, person)?.hears ?? [] }
}

/** The projector may be opened by a chair, and by an observer, who hears no more than it does; null for everybody else. */
export function stageOf(state: RoomState, person: PersonId | null): Viewer | null {
  const isObserver = person !== null && seatHeldBy(state, person)?.delegation === null
  return person === null || isObserver ? { kind: 'stage' } : null
}
