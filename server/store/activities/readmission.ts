/**
 * Readmits a removed person whose join request is accepted: runs the command `readmitPerson` on the log of every room that removed
 * them, in the transaction that answers the request. A live room is notified and reads the new rows.
 */
import { randomUUID } from 'node:crypto'
import { advance, follow, UNOPENED } from '#simulation/kernel/advance'
import { chairActor, commandId, personId, type RoomId } from '#simulation/kernel/ids'
import { factsOf } from '#simulation/reading/room-facts'
import { type Database, notify, runQueryIn } from '../database'
import { writeFacts } from '../log/room-facts'
import { COLUMNS, columnsOf, INSERT, readRows, type StoredRow, valuesOf } from '../log/stored-rows'
import { readRemovals, syncMembership } from './membership'

/**
 * Returns whether the person is a member afterwards; also true when no room had removed them. False when a room is closed and accepts
 * no commands.
 */
export async function readmit(on: Database, participantId: string, chairId: string): Promise<boolean> {
  for (const { room } of await readRemovals(runQueryIn(on), participantId)) {
    while (!(await readmitIn(on, room, participantId, chairId))) {
      // The live room has appended rows in the meantime: read and judge again.
    }
    await notify(on, 'room_written', room)
  }
  await syncMembership(runQueryIn(on), [participantId])
  return (await on.participant.count({ where: { id: participantId, removedAt: null } })) > 0
}

const WHOLE_LOG = `SELECT ${COLUMNS} FROM room_event WHERE room_id = $1 ORDER BY seq`
const UNLESS_TAKEN = `${INSERT} ON CONFLICT DO NOTHING`

/** False when another writer has used the sequence number. */
async function readmitIn(on: Database, room: RoomId, participantId: string, chairId: string): Promise<boolean> {
  const rows = readRows(await on.$queryRawUnsafe<StoredRow[]>(WHOLE_LOG, room))
  const result = advance(follow(UNOPENED, rows), {
    by: chairActor(chairId),
    commandId: commandId.parse(`door:${randomUUID()}`),
    command: { type: 'readmitPerson', person: personId.parse(participantId) },
    at: Date.now(),
    lot: 0,
  })
  // Already readmitted by the room's own desk, or the room is closed: nothing to write.
  if (!result.ok) return true
  const { rows: written, after } = result
  const saved = await on.$executeRawUnsafe(UNLESS_TAKEN, ...columnsOf(valuesOf(room, written)))
  if (saved !== written.length) return false
  if (after.state) await writeFacts(runQueryIn(on), [{ room, facts: factsOf(after.state) }])
  return true
}
