/**
 * Letting a removed person in again from the door: the desk's own command, judged by the rules and written on the log of every room that
 * removed them, inside the transaction that answers the door. A room in session hears of it and tells it like any other row.
 */
import { randomUUID } from 'node:crypto'
import { advance, follow, UNOPENED } from '#simulation/kernel/advance'
import { chairActor, commandId, personId, type RoomId } from '#simulation/kernel/ids'
import { factsOf } from '#simulation/reading/room-facts'
import { type Database, notify, runQueryIn } from '../database'
import { writeFacts } from '../log/room-facts'
import { COLUMNS, columnsOf, INSERT, readRows, type StoredRow, valuesOf } from '../log/stored-rows'
import { readRemovals, syncMembership } from './membership'

/** Whether they are in now, as somebody whom no room removed was already; false where a room is closed and takes nothing any more. */
export async function readmit(on: Database, participantId: string, chairId: string): Promise<boolean> {
  for (const { room } of await readRemovals(runQueryIn(on), participantId)) {
    while (!(await readmitIn(on, room, participantId, chairId))) {
      // The room itself has written meanwhile, so it is judged again on what stands there now.
    }
    await notify(on, 'room_written', room)
  }
  await syncMembership(runQueryIn(on), [participantId])
  return (await on.participant.count({ where: { id: participantId, removedAt: null } })) > 0
}

const WHOLE = `SELECT ${COLUMNS} FROM room_event WHERE room_id = $1 ORDER BY seq`
const UNLESS_TAKEN = `${INSERT} ON CONFLICT DO NOTHING`

/** False when somebody else's row has taken the number. */
async function readmitIn(on: Database, room: RoomId, participantId: string, chairId: string): Promise<boolean> {
  const rows = readRows(await on.$queryRawUnsafe<StoredRow[]>(WHOLE, room))
  const told = advance(follow(UNOPENED, rows), {
    by: chairActor(chairId),
    commandId: commandId.parse(`door:${randomUUID()}`),
    command: { type: 'readmitPerson', person: personId.parse(participantId) },
    at: Date.now(),
    lot: 0,
  })
  // The room's own desk was quicker, or it is closed: then there is nothing to write.
  if (!told.ok) return true
  const { rows: written, after } = told
  const saved = await on.$executeRawUnsafe(UNLESS_TAKEN, ...columnsOf(valuesOf(room, written)))
  if (saved !== written.length) return false
  if (after.state) await writeFacts(runQueryIn(on), [{ room, facts: factsOf(after.state) }])
  return true
}
