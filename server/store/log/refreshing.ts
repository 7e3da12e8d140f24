/**
 * Makes anew what is stored beside a room's log and computed from it: its facts, who is removed, and the index of its words. Needed when
 * the log has become shorter, because each of these is otherwise only ever added to with new rows.
 */

import { fold } from '#simulation/engine/room'
import type { RoomId } from '#simulation/kernel/ids'
import { factsOf } from '#simulation/reading/record/room-facts'
import { type Database, database, runQueryIn } from '../../base/database'
import { syncMembership } from './membership'
import { writeFacts } from './room-facts'
import { READ, readRows, type StoredRow } from './stored-rows'

const PERHAPS_REMOVED = `
  SELECT participant.id FROM participant JOIN room ON room.activity_id = participant.activity_id
   WHERE room.id = $1 AND (removed_at IS NOT NULL OR participant.id = ANY($2::text[]))`

/** In a transaction of its own. */
export const refreshFromLog = (room: RoomId): Promise<void> => database().$transaction((on) => refreshIn(on, room))

/** In the transaction that is open. The index of words is emptied, and filled again in the background. */
export async function refreshIn(on: Database, room: RoomId): Promise<void> {
  const ask = runQueryIn(on)
  // First the lock, which whoever appends takes too: a log read before it could lack the rows whose facts are then overwritten. The count
  // has pages read the log again.
  await ask('UPDATE room_summary SET rewritten = rewritten + 1 WHERE room_id = $1 RETURNING room_id', [room])
  const state = fold(readRows(await ask<StoredRow>(READ, [room, 0, null])))
  if (!state) return
  await writeFacts(ask, [{ room, facts: factsOf(state) }])
  const people = await ask<{ id: string }>(PERHAPS_REMOVED, [room, [...state.removed]])
  await syncMembership(
    ask,
    people.map(({ id }) => id),
  )
  await on.roomText.deleteMany({ where: { roomId: room } })
  await on.roomTextReach.deleteMany({ where: { roomId: room } })
}
