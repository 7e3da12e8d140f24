// What the rules of the floor, of seats and of undoing change alike in the floor of a room.
import type { DelegationId, PersonId, SeatId } from '../kernel/ids'
import { type Floor, saidFor } from '../shapes/floor'
import { type NextRoom, nextFloor } from './next-room'

/** With another whose floor the chair has taken. */
export const takenAlso = (taken: Floor['takenFrom'], person: PersonId | null, at: number): Floor['takenFrom'] =>
  person === null ? taken : { ...taken, [person]: at }

const withMore = <Key>(times: ReadonlyMap<Key, number>, key: Key, ms: number): ReadonlyMap<Key, number> =>
  new Map(times).set(key, (times.get(key) ?? 0) + ms)

/** The three sums of time of a floor, in milliseconds. */
export type Times = Pick<Floor, 'spentMs' | 'heardMs' | 'saidForMs'>

/** The times of a floor once `seat` was held for so long by a person, or where `person` is null by its understudy. */
export function withTurn(
  { spentMs, heardMs, saidForMs }: Times,
  seat: Readonly<{ id: SeatId; delegation: DelegationId | null }>,
  person: PersonId | null,
  ms: number,
): Times {
  const voice = person ?? seat.id
  return {
    spentMs: withMore(spentMs, seat.id, ms),
    heardMs: withMore(heardMs, voice, ms),
    saidForMs: seat.delegation === null ? saidForMs : withMore(saidForMs, saidFor(seat.delegation, voice), ms),
  }
}

/** Lowers the hands of understudies, which from now on wait until the chair calls them. */
export function lowerUnderstudies(room: NextRoom): void {
  const floor = nextFloor(room)
  floor.hands = floor.hands.filter(({ seat }) => room.seats[seat]?.holder !== null)
}

/** Marks the running turn as having put a statement on the record, so that its end makes no entry of its own (T4). */
export function noteSpoken(room: NextRoom): void {
  const { holder } = room.floor
  if (holder && !holder.spoke) nextFloor(room).holder = { ...holder, spoke: true }
}
