/**
 * A room's log for pages and actions, which read it whole and never write: one pool in each copy of this module, opened when
 * first needed. It must not know who may read what: the caller filters with `viewFor`, or is the chair.
 */
import { roomId } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/kernel/record'
import { fold } from '#simulation/kernel/room'
import type { RoomState } from '#simulation/kernel/room-state'
import { databaseUrl } from '../database'
import { openRoomLog, type RoomLog } from './room-log'

type Shared = { reading?: { url: string; log: RoomLog } }
const root = globalThis as typeof globalThis & { __trackTwoReading?: Shared }
root.__trackTwoReading ??= {}
const shared: Shared = root.__trackTwoReading

function opened(): RoomLog {
  const url = databaseUrl()
  if (shared.reading?.url !== url) {
    void shared.reading?.log.close()
    shared.reading = { url, log: openRoomLog(url) }
  }
  return shared.reading.log
}

/** Every row of the room, secrets included. */
export async function readRoomRows(room: string): Promise<Recorded[]> {
  const id = roomId.safeParse(room)
  return id.success ? opened().read(id.data) : []
}

/** The room as its chair knows it; null where there is no log. */
export async function readRoomState(room: string): Promise<RoomState | null> {
  return fold(await readRoomRows(room))
}

export async function stopReading(): Promise<void> {
  await shared.reading?.log.close()
  delete shared.reading
}
