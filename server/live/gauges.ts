// What the metrics say of the rooms that are loaded here.
import type { Gauges } from '#server/base/metrics'
import type { Rooms } from './rooms'

/** What the clock owes a room may be this late before the room counts as overdue. */
const OVERDUE_MS = 2_000

/** `joined`: how many pages are joined to a room, or watch several. */
export function gaugesOf(rooms: Rooms, joined: number, now: number): Omit<Gauges, 'connections' | 'people'> {
  const all = rooms.all()
  const latest = rooms.lateness()
  const unsaved = rooms.unsavedSince()
  return {
    joined,
    rooms: all.length,
    queued: all.reduce((sum, { room }) => sum + room.queued, 0),
    overdue: latest.filter((late) => late > OVERDUE_MS).length,
    latestSeconds: Math.max(0, ...latest) / 1000,
    unsaved: all.filter(({ room }) => room.saving.since !== null).length,
    unsavedSeconds: unsaved === null ? 0 : (now - unsaved) / 1000,
  }
}
