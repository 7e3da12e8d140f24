// The rooms of one activity side by side: in which order the wall shows them, how many want their instructor, how far apart their gaps
// are, and how many of their seats are held. Wall and lobby take these from here.
import type { PhaseKind } from '../agenda/phase-kinds'
import { phaseNow, type RoomState } from '../kernel/room-state'
import { openIn, type Side, sidesOf } from './attendance'
import { latestGap } from './findings'
import { type Beside, needOf, urgency, wantsSomeone } from './need'

/** A room as the wall knows it; its state is null until it has been heard. */
export type RoomOnWall = Beside & {
  id: string
  number: number
  state: RoomState | null
  now: number
}

export const ROOM_ORDERS = ['need', 'number', 'gap'] as const
export type RoomOrder = (typeof ROOM_ORDERS)[number]

/** The rooms' ids: by need the most urgent first, by gap the widest first and those without one last; equals by their number. */
export function orderOfRooms(rooms: readonly RoomOnWall[], order: RoomOrder): readonly string[] {
  const weight = (room: RoomOnWall): number => {
    const { state, now } = room
    if (!state || order === 'number') return 0
    if (order === 'gap') return -(latestGap(state) ?? -1)
    return urgency(needOf(state, room, now))
  }
  return rooms.toSorted((a, b) => weight(a) - weight(b) || a.number - b.number).map(({ id }) => id)
}

/** How many rooms want their instructor, and the kind of phase that all of them are in; null where they are in different ones. */
export function roomsNow(rooms: readonly RoomOnWall[]): { wanting: number; kind: PhaseKind | null } {
  const heard = rooms.flatMap((room) => (room.state ? [{ ...room, state: room.state }] : []))
  const kinds = new Set(heard.map(({ state }) => phaseNow(state)?.kind))
  const [kind] = kinds
  return {
    wanting: heard.filter((room) => wantsSomeone(needOf(room.state, room, room.now))).length,
    kind: kinds.size === 1 ? (kind ?? null) : null,
  }
}

type RoomGap = { id: string; gap: number }

/** The rooms with the narrowest, the middle (of an even number the narrower one) and the widest gap; null while no room has one. */
export function gapsAcross(
  rooms: readonly RoomOnWall[],
): { count: number; least: RoomGap; middle: RoomGap; most: RoomGap } | null {
  const gaps = rooms
    .flatMap(({ id, state }): RoomGap[] => {
      const gap = state ? latestGap(state) : null
      return gap === null ? [] : [{ id, gap }]
    })
    .sort((a, b) => a.gap - b.gap)
  const [least, middle, most] = [gaps[0], gaps[Math.floor((gaps.length - 1) / 2)], gaps.at(-1)]
  return least && middle && most ? { count: gaps.length, least, middle, most } : null
}

type SeatCount = { seats: number; seated: number }

/** How many seats there are in these rooms and how many of them somebody holds: the delegations', and beside them the observers'. */
export function seatsAcross(states: readonly RoomState[]): SeatCount & { observers: SeatCount } {
  const sides = states.flatMap(sidesOf)
  return {
    ...countOf(sides.filter(({ delegation }) => delegation !== null)),
    observers: countOf(sides.filter(({ delegation }) => delegation === null)),
  }
}

function countOf(sides: readonly Side[]): SeatCount {
  const seats = sides.reduce((sum, side) => sum + side.seats.length, 0)
  return { seats, seated: seats - sides.reduce((sum, side) => sum + openIn(side), 0) }
}
