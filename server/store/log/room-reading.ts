/**
 * A room's log for pages and actions, which need it whole. Rows and folded state are cached, so that a mark, a note or a page costs reading
 * the new rows only. The result holds every secret of the room: the caller must redact it with `viewFor`, unless its reader is the chair.
 */

import { grown, maskedLogSteps } from '#simulation/engine/masked-log'
import { foldSteps } from '#simulation/engine/room'
import { type RoomId, roomId } from '#simulation/kernel/ids'
import { changesWords } from '#simulation/questions/strikes'
import type { MaskedRow } from '#simulation/secrecy/masked-row'
import type { Recorded } from '#simulation/shapes/record'
import type { RoomState } from '#simulation/state/room-state'
import { batchLoader } from '../../base/batch-loader'
import { database, databaseUrl } from '../../base/database'
import { inSlices } from '../../base/slices'
import { openRoomLog, type RoomLog } from './room-log'

/** A room with its rows, secrets included but for words that were taken off, as its chair knows it. */
type RoomReading = {
  rows: readonly MaskedRow[]
  /** Null where there is no log. */
  state: RoomState | null
  /** The rows as they were recorded, the words that were taken off too: for the complete record of a chair, and for what staff ask for (K4). */
  log: readonly Recorded[]
  /** How often saved rows of the log were changed; null for a room without stored facts. */
  rewritten: number | null
}

type OpenReading = {
  url: string
  log: RoomLog
  rooms: Map<RoomId, RoomReading>
  /** Rooms of which no row is cached, while they are read: whoever asks meanwhile waits for the one reading. */
  first: Map<RoomId, Promise<RoomReading>>
}
type Shared = { reading?: OpenReading }
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
    shared.reading = { url, log: openRoomLog(url), rooms: new Map(), first: new Map() }
  }
  return shared.reading
}

export async function readRoom(room: string): Promise<RoomReading> {
  const id = roomId.safeParse(room)
  if (!id.success) return { rows: [], state: null, log: [], rewritten: null }
  const { rooms, first } = opened()
  // It may have begun before the rows that this caller has just saved, so afterwards the news are read all the same.
  await first.get(id.data)?.catch(() => undefined)
  if (rooms.has(id.data)) return readOn(id.data)
  const reading = readOn(id.data)
  first.set(id.data, reading)
  try {
    return await reading
  } finally {
    if (first.get(id.data) === reading) first.delete(id.data)
  }
}

/** Reads what the cached rows of a room lack, or all of them. */
async function readOn(id: RoomId): Promise<RoomReading> {
  const { log: stored, rooms } = opened()
  const before = rooms.get(id)
  // The count first: rows read before it may have been changed since, and would be cached under the new count for good.
  const rewritten = await readRewritten(id)
  const last = before?.log.at(-1)
  const [same, ...more] = await stored.read(id, last ? last.seq - 1 : 0)
  const news = last || !same ? more : [same, ...more]
  // Rows of the log were changed, as when a person is erased, or the database has come back without the last ones: the cached ones still
  // hold what was erased or lost, so the log is read again.
  if (before && (before.rewritten !== rewritten || same?.seq !== last?.seq || same?.commandId !== last?.commandId)) {
    rooms.delete(id)
    return readRoom(id)
  }
  const reading = { ...(await grownBy(news, before)), rewritten }
  if (rewritten !== null) cacheRoom(rooms, id, reading)
  return reading
}

/** The room with further rows, folded in slices. */
async function grownBy(news: readonly Recorded[], before?: RoomReading): Promise<Omit<RoomReading, 'rewritten'>> {
  if (before && news.length === 0) return before
  const log = before ? [...before.log, ...news] : news
  if (!before || news.some(changesWords)) return { ...(await inSlices(maskedLogSteps(log))), log }
  const state = await inSlices(foldSteps(news, before.state))
  return { log, rows: grown([...before.rows], () => log, news), state }
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

function cacheRoom(rooms: Map<RoomId, RoomReading>, id: RoomId, reading: RoomReading): void {
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
