// The way back from what happened to what was asked: a record is true when the rules, asked the same things at the same moments,
// tell it again word for word (rule R10). Rows of an older version come here lifted, and what the rules did otherwise then stands in the
// plan as its edition, so a record is judged by the rules it was told by. It must not know where a record comes from.

import { advance, UNOPENED } from '../kernel/advance'
import { MOST_DELEGATIONS } from '../kernel/ids'
import type { Recorded } from '../kernel/record'
import type { RoomCommand } from '../kernel/room-command'
import { roomCommand } from '../kernel/room-command'
import type { RoomEvent } from '../kernel/room-event'
import type { RoomState } from '../kernel/room-state'
import type { Rejection } from '../kernel/verdict'
import { sideOf } from '../secrecy/hearing'
import { eventRow } from '../topics/catalogue'
import { seatByLot } from '../topics/seats/seats'
import type { Outcome } from '../topics/topic'

/** The row at which a record stops being one that the rules could have told; `rejection` when they refuse what it says outright. */
export type Untrue = { row: number; rejection: Rejection | null }

/** Rows between two signs of life, so that whoever retells a long record may do something else in between. */
const STRIDE = 200

/**
 * Tells the rows again, yielding how many it has told. Returns the fold, or the first row that the rules would not have told so.
 * Where people choose, a seat that was drawn is judged as if it had been chosen; where a lot decides, some lot must give it.
 */
export function* retell(rows: readonly Recorded[]): Generator<number, RoomState | Untrue> {
  let room = UNOPENED
  let said = 0
  for (let from = 0; from < rows.length; ) {
    const first = rows[from]
    if (!first) break
    let to = from + 1
    while (rows[to]?.commandId === first.commandId) to += 1
    const told = rows.slice(from, to)
    const command = commandBehind({ events: told.map(({ event }) => event), by: first.by, before: room.state })
    // As it arrives over the socket: what the wire would not take was never said.
    const asked = roomCommand.safeParse(command)
    if (!asked.success) return { row: first.seq, rejection: null }
    const { by, commandId, at } = first
    const lot = lotBehind(first.event, asked.data, room.state)
    const would = advance(room, { by, commandId, command: asked.data, at, lot })
    if (!would.ok) return { row: first.seq, rejection: would.rejection }
    for (const [index, row] of told.entries())
      if (!isSame(would.rows[index], row)) return { row: row.seq, rejection: null }
    const last = told.at(-1)
    if (would.rows.length > told.length && last) return { row: last.seq + 1, rejection: null }
    room = would.after
    from = to
    if (from - said >= STRIDE) {
      said = from
      yield from
    }
  }
  return room.state ?? { row: 1, rejection: null }
}

/** By value, whatever the order of their keys. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return a === b
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [left, right] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))]
  return left.length === right.size && left.every(([key, value]) => right.has(key) && isSame(value, right.get(key)))
}

/** What was asked, where this is all that came of it; null where nothing that can be asked begins so. */
function commandBehind(of: Outcome): RoomCommand | null {
  const [first, ...others] = of.events
  if (!first) return null
  const rank = (event: RoomEvent) => eventRow(event).rank ?? 0
  const event = others.reduce((best, other) => (rank(other) > rank(best) ? other : best), first)
  return eventRow(event).asked?.(event, of) ?? null
}

/** Where seats are drawn nobody can have chosen one: the lot that gives the seat taken, among all that decide differently. */
function lotBehind(event: RoomEvent, command: RoomCommand, state: RoomState | null): number {
  if (!state || event.type !== 'SeatTaken' || command.type !== 'takeSeat' || command.seat !== null) return 0
  const side = sideOf(state, event.person)
  return LOTS[state.plan.delegations.length]?.find((lot) => seatByLot(state, lot, side)?.id === event.seat) ?? 0
}
/** For each number of delegations, a lot inside each of the parts into which one between so many of them, or fewer, falls. */
const LOTS = Array.from({ length: MOST_DELEGATIONS + 1 }, (_none, most) =>
  Array.from({ length: most }, (_any, fewer) =>
    Array.from({ length: fewer + 1 }, (_part, place) => (place + 0.5) / (fewer + 1)),
  ).flat(),
)
