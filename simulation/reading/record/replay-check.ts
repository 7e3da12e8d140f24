// Checks a record by replaying it (rule R10): from the rows of each command it infers the command, gives it to the rules at the same
// moment, and compares the rows they produce with the record. Rows of an older version must be lifted first; where the rules have
// changed since, `plan.edition` selects the older ones, so a record is checked against the rules it was made by.

import { advance, follow, UNOPENED } from '../../engine/advance'
import { eventDefinition, wordsIn } from '../../engine/catalogue'
import { REDACTED } from '../../kernel/gaps'
import { MOST_DELEGATIONS } from '../../kernel/ids'
import { seatByLot } from '../../questions/seats'
import { sideOf } from '../../secrecy/hearing'
import type { Recorded } from '../../shapes/record'
import { type RoomCommand, roomCommand } from '../../shapes/room-command'
import type { RoomEvent } from '../../shapes/room-event'
import type { Rejection } from '../../shapes/verdict'
import type { RoomState } from '../../state/room-state'
import type { Outcome } from '../../topics/topic'

/** The first row that the rules would not have produced; `rejection` is their reason if they refuse its command. */
type ReplayFault = { row: number; rejection: Rejection | null }

/** Rows between two yields, so that the caller can report progress on a long record. */
const STRIDE = 200

/**
 * Replays the rows, yielding how many are done. Returns the folded room, or the first row that the rules would not have produced.
 * The random lot of a seat is not recorded. Where people choose their seats, a drawn seat is replayed as a chosen one; where seats are
 * drawn, some lot must lead to the recorded seat.
 */
export function* replayRecord(rows: readonly Recorded[]): Generator<number, RoomState | ReplayFault> {
  let room = UNOPENED
  let said = 0
  for (let from = 0; from < rows.length; ) {
    const first = rows[from]
    if (!first) break
    let to = from + 1
    while (rows[to]?.commandId === first.commandId) to += 1
    const told = rows.slice(from, to)
    const command = commandBehind({ events: told.map(({ event }) => event), by: first.by, before: room.state })
    // The inferred command must pass the check that every command passes on the socket, or no client could have sent it.
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
    // With the words as they are in the record, where some of a prepared text were redacted: what follows was made of them.
    room = told.some(isRedactedRow) ? follow(room, told) : would.after
    from = to
    if (from - said >= STRIDE) {
      said = from
      yield from
    }
  }
  return room.state ?? { row: 1, rejection: null }
}

/** Whether two JSON values are equal, whatever the order of their keys; a text of which words were redacted, to one with any words there. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a === b || isRedactionOf(a, b)
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return a === b
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [left, right] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))]
  return left.length === right.size && left.every(([key, value]) => right.has(key) && isSame(value, right.get(key)))
}

const isRedactedRow = ({ event }: Recorded): boolean => wordsIn(event).some(({ text }) => REDACTED.test(text))

/** K9: the words were in rows that came before, and are gone from them too, or were an author's. */
function isRedactionOf(whole: string, stored: string): boolean {
  const [first = '', ...others] = stored.split(REDACTED)
  const last = others.pop()
  if (last === undefined || !whole.startsWith(first)) return false
  let at = first.length
  for (const piece of others) {
    const found = whole.indexOf(piece, at)
    if (found === -1) return false
    at = found + piece.length
  }
  return whole.length - last.length >= at && whole.endsWith(last)
}

/** The command that could have produced exactly these events; null where no command produces them. */
function commandBehind(of: Outcome): RoomCommand | null {
  const [first, ...others] = of.events
  if (!first) return null
  const rank = (event: RoomEvent) => eventDefinition(event).rank ?? 0
  const event = others.reduce((best, other) => (rank(other) > rank(best) ? other : best), first)
  return eventDefinition(event).command?.(event, of) ?? null
}

/** For a seat that was drawn: a lot that leads to the seat recorded. `LOTS` holds one lot for each outcome a draw can have. */
function lotBehind(event: RoomEvent, command: RoomCommand, state: RoomState | null): number {
  if (!state || event.type !== 'SeatTaken' || command.type !== 'takeSeat' || command.seat !== null) return 0
  const side = sideOf(state, event.person)
  return LOTS[state.plan.delegations.length]?.find((lot) => seatByLot(state, lot, side)?.id === event.seat) ?? 0
}
/** By number of delegations: lots that lead to every outcome of a draw among that many equally empty delegations, or fewer of them. */
const LOTS = Array.from({ length: MOST_DELEGATIONS + 1 }, (_none, most) =>
  Array.from({ length: most }, (_any, fewer) =>
    Array.from({ length: fewer + 1 }, (_part, place) => (place + 0.5) / (fewer + 1)),
  ).flat(),
)
