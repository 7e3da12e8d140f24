/**
 * The names that a page of a room is sent. A chair's: everybody's in the activity, with a table and without. Any other's: of whoever
 * is placed at its table, and whoever has a place in its log though they sit elsewhere now. It must not know who is connected.
 */
import type { DoorNews } from '#server/store/door/door-news'
import { personId, type RoomId } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/kernel/record'
import { mayReadEveryName } from '#simulation/secrecy/beside-the-log'
import type { Viewer } from '#simulation/secrecy/viewer'
import type { DisplayNames } from '#simulation/wire/protocol'
import { escapeWide } from './transport/wire-encoder'

type OfRoom = { id: RoomId; rows: readonly Recorded[] }
const ALL = 'all'
const rolls = new WeakMap<DoorNews, Map<RoomId | typeof ALL, string>>()

/** As JSON, put together once for each reading of the door; who moves tables moves the door, so it is never out of date. */
export function displayNamesFor(news: DoorNews, room: OfRoom, viewer: Viewer): string {
  const known = rolls.get(news) ?? new Map<RoomId | typeof ALL, string>()
  rolls.set(news, known)
  const key = mayReadEveryName(viewer) ? ALL : room.id
  let text = known.get(key)
  if (text === undefined) {
    const named = key === ALL ? news.participants : atTable(news, room)
    const roll: DisplayNames = Object.fromEntries(named.map(({ id, name }) => [personId.parse(id), name]))
    text = escapeWide(JSON.stringify(roll))
    known.set(key, text)
  }
  return text
}

function atTable({ participants }: DoorNews, { id: room, rows }: OfRoom): DoorNews['participants'] {
  const met = peopleIn(rows)
  return participants.filter(({ id, roomId }) => roomId === room || met.has(`p:${id}`))
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
