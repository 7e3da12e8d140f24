// Keeps from which row to which row each person hears each seat, as they take and leave seats (rules R4, R12–R14), and makes the
// `Viewer` by which `mayHear` then judges rows for them.
import type { DelegationId, PersonId, SeatId } from '../kernel/ids'
import { type Earshot, type Hearing, inSeat, type Viewer } from '../kernel/viewer'
import type { NextRoom } from '../state/next-room'
import { type RoomState, seatHeldBy } from '../state/room-state'

/** A person who changes delegations hears the new one from now on, and nothing of its past (R12). */
const FROM_NOW = 'from-now'

/** `hasOwn`, because a person's id may be a word such as `constructor`, which every object inherits. */
export const hearingOf = ({ hearing }: Pick<RoomState, 'hearing'>, person: PersonId): Hearing | null =>
  Object.hasOwn(hearing, person) ? (hearing[person] ?? null) : null

export const sideOf = (state: Pick<RoomState, 'hearing'>, person: PersonId): DelegationId | null =>
  hearingOf(state, person)?.side ?? null

/** R4, R12: from which row on a person would hear a seat of this delegation (null: an observer's), if they took it now. */
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

/** Drops spans that a new one from row `from` covers, so that taking the same seat again and again does not lengthen the list. */
const withoutHeardIn = (hears: readonly Earshot[], seat: SeatId, from: number): readonly Earshot[] =>
  hears.filter((heard) => heard.seat !== seat || heard.from < from)

/** The viewer that somebody is now: staff (`person` null) are the chair; a participant hears by the seats they hold and have held. */
export function viewerOf(state: RoomState, person: PersonId | null): Viewer {
  if (person === null) return { kind: 'chair' }
  const seat = seatHeldBy(state, person)?.id ?? null
  if (state.plan.seating === undefined || state.removed.includes(person)) return inSeat(person, seat)
  return { kind: 'person', person, seat, hears: hearingOf(state, person)?.hears ?? [] }
}

/** The projector's view, which a chair may open, and an observer, who hears no more than it shows; null for everybody else. */
export function stageOf(state: RoomState, person: PersonId | null): Viewer | null {
  const isObserver = person !== null && seatHeldBy(state, person)?.delegation === null
  return person === null || isObserver ? { kind: 'stage' } : null
}
