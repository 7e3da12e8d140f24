/**
 * What has to be done with the rows by which words are taken off, put back or redacted: whoever remembers the room reads it anew, and the
 * search finds none of its texts until they are indexed without the words. In the transaction that saves the rows, so that no search comes
 * between.
 */
import type { RunQuery } from '#server/base/database'
import type { RoomId } from '#simulation/kernel/ids'
import { changesWords } from '#simulation/questions/strikes'
import type { Recorded } from '#simulation/shapes/record'

/** The rooms of which these rows change words. */
export const roomsReread = (appends: readonly { room: RoomId; rows: readonly Recorded[] }[]): readonly RoomId[] => [
  ...new Set(appends.flatMap(({ room, rows }) => (rows.some(changesWords) ? [room] : []))),
]

/** The count first: it is what an index in the making waits for (room-text.ts), so that it saves nothing that it read before. */
export async function forgetTexts(ask: RunQuery, rooms: readonly RoomId[]): Promise<void> {
  if (rooms.length === 0) return
  await ask('UPDATE room_summary SET rewritten = rewritten + 1 WHERE room_id = ANY($1::text[])', [rooms])
  await ask('DELETE FROM room_text WHERE room_id = ANY($1::text[])', [rooms])
  await ask('DELETE FROM room_text_reach WHERE room_id = ANY($1::text[])', [rooms])
}
