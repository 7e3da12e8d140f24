/**
 * Runs a command of the chair on a room's log inside a transaction of the store. The rules judge it as they would at the desk; a live room
 * is notified and reads the new rows.
 */
import { randomUUID } from 'node:crypto'
import { advance, follow, UNOPENED } from '#simulation/kernel/advance'
import { chairActor, commandId, type RoomId } from '#simulation/kernel/ids'
import type { RoomCommand } from '#simulation/kernel/room-command'
import { factsOf } from '#simulation/reading/room-facts'
import { type Database, notify, runQueryIn } from '../database'
import { writeFacts } from '../log/room-facts'
import { COLUMNS, columnsOf, INSERT, readRows, type StoredRow, valuesOf } from '../log/stored-rows'

/** `source` begins the command's id and says in the metrics where it came from. */
type AsChair = { room: RoomId; chairId: string; source: string; command: RoomCommand }

/** A command that the rules refuse (nothing changes, or the room is closed) writes nothing. */
export async function commandAsChair(on: Database, asked: AsChair): Promise<void> {
  while (!(await tryOnce(on, asked))) {
    // The live room has appended rows in the meantime: read and judge again.
  }
  await notify(on, 'room_written', asked.room)
}

const WHOLE_LOG = `SELECT ${COLUMNS} FROM room_event WHERE room_id = $1 ORDER BY seq`
const UNLESS_TAKEN = `${INSERT} ON CONFLICT DO NOTHING`

/** False when another writer has been faster. */
async function tryOnce(on: Database, { room, chairId, source, command }: AsChair): Promise<boolean> {
  const rows = readRows(await on.$queryRawUnsafe<StoredRow[]>(WHOLE_LOG, room))
  const result = advance(follow(UNOPENED, rows), {
    by: chairActor(chairId),
    commandId: commandId.parse(`${source}:${randomUUID()}`),
    command,
    at: Date.now(),
    lot: 0,
  })
  if (!result.ok) return true
  const { rows: written, after } = result
  const saved = await on.$executeRawUnsafe(UNLESS_TAKEN, ...columnsOf(valuesOf(room, written, rows.at(-1)?.commandId)))
  if (saved !== written.length) return false
  if (after.state) await writeFacts(runQueryIn(on), [{ room, facts: factsOf(after.state) }])
  return true
}
