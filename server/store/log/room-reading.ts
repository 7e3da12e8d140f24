/**
 * A room's log for pages and actions, which need it whole. Rows and folded state are cached, so that a mark, a note or a page costs reading
 * the new rows only. The result holds every secret of the room: the caller must redact it with `viewFor`, unless its reader is the chair.
 */
import { type RoomId, roomId } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/kernel/record'
import { evolve } from '#simulation/kernel/room'
import type { RoomState } from '#simulation/kernel/room-state'
import { grown, maskedLog } from '#simulation/secrecy/masked-log'
import type { MaskedRow } from '#simulation/secrecy/masking'
import { changesWords } from '#simulation/topics/strikes/questions'
import { batchLoader } from '../batch-loader'
import { database, databaseUrl } from '../database'
import { openRoomLog, type RoomLog } from './room-log'

/** Every row of a room, secrets included but for words that were taken off, and the room as its chair knows it; null where there is no log. */
type RoomReading = {
  rows: readonly MaskedRow[]
  state: RoomState | null
  /** The rows as they were recorded, the words that were taken off too: for the complete record of a chair, and for what staff ask for (K4). */
  log: readonly Recorded[]
}

type CachedRoom = RoomReading & { rewritten: number }
type Shared = { reading?: { url: string; log: RoomLog; rooms: Map<RoomId, CachedRoom> } }
const root = globalThis as typeof globalThis & { __trackTwoReading?: Shared }
root.__trackTwoReading ??= {}
const shared: Shared = root.__trackTwoReading

/**
 * What is cached over all rooms; the room read longest ago is dropped first. Rows come to about a hundred megabytes. The number of rooms
 * has an end of its own, because the plan, briefs and papers of a room that was only opened weigh more than its four rows.
 */
const MOST_ROWS = 100_000
const MOST_ROOMS = 300

function opened() {
  const url = databaseUrl()
  if (shared.reading?.url !== url) {
    void shared.reading?.log.close()
    shared.reading = { url, log: openRoomLog(url), rooms: new Map() }
  }
  return shared.reading
}

export async function readRoom(room: string): Promise<RoomReading> {
  const id = roomId.safeParse(room)
  if (!id.success) return { rows: [], state: null, log: [] }
  const { log: stored, rooms } = opened()
  const before = rooms.get(id.data)
  // The count first: rows read before it may have been changed since, and would be cached under the new count for good.
  const rewritten = await readRewritten(id.data)
  const news = await stored.read(id.data, before?.rows.at(-1)?.seq ?? 0)
  // Rows of the log were changed, as when a person is erased: the cached ones still hold what was erased, so the log is read again.
  if (before && before.rewritten !== rewritten) {
    rooms.delete(id.data)
    return readRoom(room)
  }
  if (before && news.length === 0) {
    cacheRoom(rooms, id.data, before)
    return before
  }
  const log = before ? [...before.log, ...news] : news
  const isAnew = before === undefined || news.some(changesWords)
  const reading: RoomReading = isAnew
    ? { ...maskedLog(log), log }
    : {
        log,
        rows: grown([...before.rows], () => log, news),
        state: news.reduce<RoomState | null>(evolve, before.state),
      }
  if (rewritten !== null) cacheRoom(rooms, id.data, { ...reading, rewritten })
  return reading
}

/** How often saved rows of a log have been changed; null for a room without stored facts, which is not cached because a change would go unnoticed. */
const readRewritten = batchLoader(async (ids: readonly RoomId[]): Promise<(number | null)[]> => {
  const rows = await database().roomSummary.findMany({
    where: { roomId: { in: [...new Set(ids)] } },
    select: { roomId: true, rewritten: true },
  })
  const counts = new Map(rows.map(({ roomId, rewritten }) => [roomId, rewritten]))
  return ids.map((id) => counts.get(id) ?? null)
})

function cacheRoom(rooms: Map<RoomId, CachedRoom>, id: RoomId, reading: CachedRoom): void {
  rooms.delete(id) // deleted and set again, so that the Map keeps rooms in the order of their last use
  rooms.set(id, reading)
  let rows = [...rooms.values()].reduce((sum, one) => sum + one.rows.length, 0)
  for (const [oldest, one] of rooms) {
    if (rows <= MOST_ROWS && rooms.size <= MOST_ROOMS) break
    rooms.delete(oldest)
    rows -= one.rows.length
  }
}

export const readRoomRows = async (room: string): Promise<readonly MaskedRow[]> => (await readRoom(room)).rows

export const readRoomState = async (room: string): Promise<RoomState | null> => (await readRoom(room)).state

export async function closeRoomReading(): Promise<void> {
  await shared.reading?.log.close()
  delete shared.reading
}
