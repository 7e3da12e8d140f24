/** What was played at the tables of an activity, and the words of one moment at each of them, without reading their logs. */

import { paragraphOf } from '#simulation/reading/log/transcript'
import type { PlayedTable } from '#simulation/reading/positions/compared-tables'
import type { MomentAtTable, ToldWords, WordsAtTables } from '#simulation/reading/positions/same-moment'
import { playedIn } from '#simulation/reading/record/played'
import { mayCompareAll } from '#simulation/secrecy/side-channels'
import { entryNumbered } from '#simulation/state/numbered-entries'
import { database } from '../../base/database'
import { accessActivity, accessRoom, may, type Requester, type RoomRow } from '../access/access'
import { readRooms } from '../activities/rooms'
import { readPlayed } from '../log/room-facts'
import { readRoomState } from '../log/room-reading'
import { COLUMNS, readRows, type StoredRow } from '../log/stored-rows'

/**
 * The activity, for whoever may compare its tables by now (D38). `own` is the room whose record somebody who takes part in it reads; null
 * for staff, who read every room's.
 */
export async function accessComparison(user: Requester, activityId: string) {
  const found = await accessActivity(user, activityId)
  if (!found) return null
  const { activity, as, roomId } = found
  if (may(as, 'run-activity')) return { activity, own: null }
  const begun = await database().roomSummary.findMany({
    where: { room: { activityId }, startedAt: { isEmpty: false } },
    select: { unsealedAt: true },
  })
  const opened = begun.map(({ unsealedAt }) => ({ unsealed: unsealedAt !== null }))
  return mayCompareAll(opened) ? { activity, own: roomId ?? '' } : null
}

/**
 * The caller has judged who asks. A moment that is played on stands beside the room that it comes from, which is number 0, for whoever may
 * compare that too (D16). The log is read of a room whose facts a server of another version wrote.
 */
export async function readPlayedTables(user: Requester, activityId: string): Promise<readonly PlayedTable[]> {
  const rooms = [...(await readOrigin(user, activityId)), ...(await readRooms(activityId))]
  const stored = await readPlayed(rooms.map(({ id }) => id))
  const tables: PlayedTable[] = []
  for (const { id, name, ordinal } of rooms) {
    const state = stored.has(id) ? null : await readRoomState(id)
    const played = stored.get(id) ?? (state && playedIn(state))
    if (played) tables.push({ id, name, number: ordinal, played })
  }
  return tables
}

/** Each from the one row that holds it; where some were taken off the log tells which. */
export async function readWordsAt(tables: readonly MomentAtTable[]): Promise<WordsAtTables> {
  const said = tables.flatMap(({ table, said }) => (said ? [{ table: table.id, ...said }] : []))
  const rows = await database().$queryRawUnsafe<(StoredRow & { room: string })[]>(
    `SELECT room_id AS room, ${COLUMNS} FROM room_event
      WHERE (room_id, seq) IN (SELECT * FROM unnest($1::text[], $2::int[])) AND audience = '"everyone"'`,
    said.map(({ table }) => table),
    said.map(({ row }) => row),
  )
  const words = new Map<string, ToldWords>(
    rows.flatMap(({ room, ...stored }) =>
      readRows([stored]).flatMap(({ event }) => ('text' in event ? [[room, { text: event.text ?? '', off: [] }]] : [])),
    ),
  )
  for (const { table, no } of said.filter(({ hasGap }) => hasGap)) {
    const state = await readRoomState(table)
    const entry = state && entryNumbered(state, no)
    const left = state && entry ? paragraphOf(state, entry, false) : null
    if (left?.kind === 'statement') words.set(table, left)
  }
  return words
}

/** The room that the activity plays on from, for whoever may compare it: one or none. */
export async function readOrigin(user: Requester, activityId: string): Promise<readonly RoomRow[]> {
  const row = await database().activity.findUnique({ where: { id: activityId }, select: { forkedFromRoomId: true } })
  const found = row?.forkedFromRoomId ? await accessRoom(user, row.forkedFromRoomId) : null
  return found && may(found.as, 'run-activity') ? [{ ...found.room, ordinal: 0 }] : []
}
