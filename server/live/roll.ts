/**
 * The names that the pages of one room are sent: whoever is placed there, and whoever has a place in its log though they sit
 * elsewhere now. It must not know who is connected.
 */
import type { DoorNews } from '#server/store/door-news'
import { personId, type RoomId } from '#simulation/ids'
import type { Roll } from '#simulation/protocol'
import type { Recorded } from '#simulation/record'
import { narrow } from './wire-encoder'

const rolls = new WeakMap<DoorNews, Map<RoomId, string>>()

/** As JSON, put together once for each reading of the door; who moves tables moves the door, so it is never out of date. */
export function rollFor(news: DoorNews, room: RoomId, log: readonly Recorded[]): string {
  const known = rolls.get(news) ?? new Map<RoomId, string>()
  rolls.set(news, known)
  let text = known.get(room)
  if (text === undefined) {
    const met = peopleIn(log)
    const named = news.participants.filter(({ id, roomId }) => roomId === room || met.has(`p:${id}`))
    const roll: Roll = Object.fromEntries(named.map(({ id, name }) => [personId.parse(id), name]))
    text = narrow(JSON.stringify(roll))
    known.set(room, text)
  }
  return text
}

/** Whoever has acted in the room or been seated in it, as actors. */
function peopleIn(log: readonly Recorded[]): ReadonlySet<string> {
  const met = new Set<string>()
  for (const { by, event } of log) {
    met.add(by)
    if (event.type === 'SeatTaken') met.add(`p:${event.person}`)
  }
  return met
}
