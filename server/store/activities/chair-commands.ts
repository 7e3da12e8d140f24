/**
 * Runs a command on a room's log inside a transaction of the store, mostly the chair's. The rules judge it as they would at the desk; a live
 * room is notified and reads the new rows.
 */
import { randomUUID } from 'node:crypto'
import { advanceWithin, follow, UNOPENED } from '#simulation/engine/advance'
import { type ActorId, chairActor, commandId, type RoomId } from '#simulation/kernel/ids'
import { factsOf } from '#simulation/reading/record/room-facts'
import type { RoomCommand } from '#simulation/shapes/room-command'
import type { Rejection } from '#simulation/shapes/verdict'
import { type Database, notify, runQueryIn } from '../../base/database'
import { writeFacts } from '../log/room-facts'
import { COLUMNS, columnsOf, INSERT, readRows, type StoredRow, valuesOf } from '../log/stored-rows'
import { forgetTexts, roomsReread } from '../log/words-changed'

/** `source` begins the command's id and says in the metrics where it came from. */
type StoreCommand = { room: RoomId; by: ActorId; source: string; command: RoomCommand }
type AsChair = Omit<StoreCommand, 'by'> & { chairId: string }

export type ChairAnswer = { ok: true } | { ok: false; rejection: Rejection }

export const commandAsChair = (on: Database, { chairId, ...asked }: AsChair): Promise<ChairAnswer> =>
  commandBy(on, { ...asked, by: chairActor(chairId) })

/** A command that the rules refuse (nothing changes, or the room is closed) writes nothing. */
export async function commandBy(on: Database, asked: StoreCommand): Promise<ChairAnswer> {
  let answer = await tryOnce(on, asked)
  // The live room has appended rows in the meantime: read and judge again.
  while (answer === 'taken') answer = await tryOnce(on, asked)
  await notify(on, 'room_written', asked.room)
  return answer
}

const WHOLE_LOG = `SELECT ${COLUMNS} FROM room_event WHERE room_id = $1 ORDER BY seq`
const UNLESS_TAKEN = `${INSERT} ON CONFLICT DO NOTHING`

/** `taken` when another writer has been faster. */
async function tryOnce(on: Database, { room, by, source, command }: StoreCommand): Promise<ChairAnswer | 'taken'> {
  const rows = readRows(await on.$queryRawUnsafe<StoredRow[]>(WHOLE_LOG, room))
  const result = advanceWithin(follow(UNOPENED, rows), {
    by,
    commandId: commandId.parse(`${source}:${randomUUID()}`),
    command,
    at: Date.now(),
    lot: 0,
  })
  if (!result.ok) return result
  const { rows: written, after } = result
  const saved = await on.$executeRawUnsafe(UNLESS_TAKEN, ...columnsOf(valuesOf(room, written, rows.at(-1)?.commandId)))
  if (saved !== written.length) return 'taken'
  if (after.state) await writeFacts(runQueryIn(on), [{ room, facts: factsOf(after.state) }])
  await forgetTexts(runQueryIn(on), roomsReread([{ room, rows: written }]))
  return { ok: true }
}
