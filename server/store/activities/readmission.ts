/**
 * Letting a removed person in again from the door: the desk's own command, judged by the rules and written on the log of every room that
 * removed them, inside the transaction that answers the door. A room in session hears of it and tells it like any other row.
 */
import { randomUUID } from 'node:crypto'
import { chairActor, commandId, personId, type RoomId } from '#simulation/kernel/ids'
import { recorded } from '#simulation/kernel/record'
import { decide, fold } from '#simulation/kernel/room'
import { type Database, notify } from '../database'
import { askIn, keepMembership, readRemovals } from './membership'

/** Whether they are in now, as somebody whom no room removed was already; false where a room is closed and takes nothing any more. */
export async function readmit(on: Database, participantId: string, chairId: string): Promise<boolean> {
  for (const { room } of await readRemovals(askIn(on), participantId)) {
    while (!(await readmitIn(on, room, participantId, chairId))) {
      // The room itself has written meanwhile, so it is judged again on what stands there now.
    }
    await notify(on, 'room_written', room)
  }
  await keepMembership(askIn(on), [participantId])
  return (await on.participant.count({ where: { id: participantId, removedAt: null } })) > 0
}

/** False when somebody else's row has taken the number. */
async function readmitIn(on: Database, room: RoomId, participantId: string, chairId: string): Promise<boolean> {
  const found = await on.$queryRaw<object[]>`
    SELECT seq, (extract(epoch FROM at) * 1000)::float8 AS at, by, command_id AS "commandId", audience, event
      FROM room_event WHERE room_id = ${room} ORDER BY seq`
  const rows = found.map((row) => recorded.parse(row))
  const last = rows.at(-1)
  const at = Math.max(Date.now(), last?.at ?? 0)
  const by = chairActor(chairId)
  const verdict = decide(
    fold(rows),
    { type: 'readmitPerson', person: personId.parse(participantId) },
    { by, at, lot: 0 },
  )
  // The room's own desk was quicker, or it is closed: then there is nothing to write.
  if (!verdict.ok) return true
  const command = commandId.parse(`door:${randomUUID()}`)
  let seq = last?.seq ?? 0
  for (const [part, { audience, event }] of verdict.drafts.entries()) {
    seq += 1
    const saved = await on.$executeRaw`
      INSERT INTO room_event (room_id, seq, at, by, command_id, part, audience, type, event)
      VALUES (${room}, ${seq}, ${new Date(at)}, ${by}, ${command}, ${part}, ${JSON.stringify(audience)}::jsonb, ${event.type},
              ${JSON.stringify(event)}::jsonb)
      ON CONFLICT DO NOTHING`
    if (saved === 0) return false
  }
  return true
}
