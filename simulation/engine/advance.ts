// The one engine: a room and a command in, numbered rows and the room after them out. Live rooms, rooms that are being made, rehearsals
// and the replay check all go through here, so that none of them can number or judge differently. It stores and sends nothing, and reads
// no clock: the instant comes with the command.

import type { ActorId, CommandId } from '../kernel/ids'
import { Ledger } from '../kernel/ledger'
import { changesWords } from '../questions/strikes'
import type { Recorded } from '../shapes/record'
import type { RoomCommand } from '../shapes/room-command'
import type { Rejection } from '../shapes/verdict'
import type { RoomState } from '../state/room-state'
import { commandDefinition, decide } from './decide'
import { maskedLog } from './masked-log'
import { NOTHING_TAKEN, overfull, type SpaceTaken, takenWith } from './record-space'
import { evolve } from './room'

/**
 * A room after its first `seq` rows; `at` is the instant of the last. `log` holds the rows as they were recorded: once words are taken off or
 * put back, the state is folded anew from them, so that it never holds words that nobody may read. `taken` is the space that they take.
 */
export type RoomAt = Readonly<{
  state: RoomState | null
  seq: number
  at: number
  log: Ledger<Recorded>
  taken: SpaceTaken
}>
export const UNOPENED: RoomAt = { state: null, seq: 0, at: 0, log: Ledger.empty(), taken: NOTHING_TAKEN }

/** A command with its sender, the instant at which it arrived (ms since 1970), and a random number in [0, 1) drawn for it. */
type CommandRequest = Readonly<{
  by: ActorId
  commandId: CommandId
  command: RoomCommand
  at: number
  lot: number
}>

export type Advanced =
  | Readonly<{ ok: true; rows: readonly Recorded[]; after: RoomAt }>
  | Readonly<{ ok: false; rejection: Rejection }>

/** Judges a command and numbers its rows. A command that arrived before the last row is judged at that row's instant: `at` never falls along a log. */
export function advance(before: RoomAt, { by, commandId, command, at: arrived, lot }: CommandRequest): Advanced {
  const at = Math.max(arrived, before.at)
  const verdict = decide(before.state, command, { by, at, lot })
  if (!verdict.ok) return verdict
  const rows = verdict.rows.map(
    ({ audience, event }, index): Recorded => ({ seq: before.seq + 1 + index, at, by, commandId, audience, event }),
  )
  return { ok: true, rows, after: follow(before, rows) }
}

/** `advance` within the space of a record (D35, D36), for a room that goes on. What is recorded already is replayed by `advance`, however much there is. */
export function advanceWithin(before: RoomAt, request: CommandRequest): Advanced {
  const told = advance(before, request)
  const { by, command } = request
  const why = told.ok ? overfull(told.after.taken, by, command, commandDefinition(command).afterClosing === true) : null
  return why === null ? told : { ok: false, rejection: why }
}

/** The room after these rows, which must continue its numbering. */
export function follow(before: RoomAt, rows: readonly Recorded[]): RoomAt {
  const last = rows.at(-1)
  if (!last) return before
  const log = rows.reduce((all, row) => all.append(row), before.log)
  const state = rows.some(changesWords)
    ? maskedLog(log.toArray()).state
    : rows.reduce<RoomState | null>(evolve, before.state)
  return { state, seq: last.seq, at: last.at, log, taken: takenWith(before.taken, rows) }
}
