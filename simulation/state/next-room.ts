// The writable room and floor on which one event is folded before anybody else sees them. They share their parts (seats, clock, hands…)
// with the room before, so a fold replaces a part and never writes into one: that would change rooms that others hold.
import type { PersonId } from '../kernel/ids'
import type { Floor } from '../shapes/floor'
import type { RoomState } from './room-state'

/** A room that may be written on. */
export type NextRoom = { -readonly [part in keyof RoomState]: RoomState[part] }
type NextFloor = { -readonly [part in keyof Floor]: Floor[part] }

/** S22: a person was heard of. It is kept only where anything follows from it. */
export function noteHeard(room: NextRoom, person: PersonId, at: number): void {
  if (room.plan.actAfterHours !== undefined) room.heardAt = { ...room.heardAt, [person]: at }
}

/** Replaces the floor of a room by a copy, and returns the copy to write on. */
export function nextFloor(room: NextRoom): NextFloor {
  const floor: NextFloor = { ...room.floor }
  room.floor = floor
  return floor
}
