/**
 * The display names that a page of a room is sent. A chair's page gets everybody's in the activity; any other page those of the people
 * placed in its room, and of those who appear in its log although they were moved to another room.
 */
import type { DoorNews } from '#server/store/door/door-news'
import { causes } from '#simulation/engine/catalogue'
import { personId, type RoomId } from '#simulation/kernel/ids'
import type { Viewer } from '#simulation/kernel/viewer'
import type { MaskedRow } from '#simulation/secrecy/masked-row'
import { mayReadEveryName } from '#simulation/secrecy/side-channels'
import type { DisplayNames } from '#simulation/wire/protocol'

type OfRoom = { id: RoomId; rows: readonly MaskedRow[] }
const ALL = 'all'
const rolls = new WeakMap<DoorNews, Map<RoomId | typeof ALL, DisplayNames>>()

/**
 * The names, cached by the `news` object they come from. Moving somebody to another room makes new news, so the cache is never out of
 * date.
 */
export function displayNamesFor(news: DoorNews, room: OfRoom, viewer: Viewer): DisplayNames {
  const known = rolls.get(news) ?? new Map<RoomId | typeof ALL, DisplayNames>()
  rolls.set(news, known)
  const key = mayReadEveryName(viewer) ? ALL : room.id
  let roll = known.get(key)
  if (roll === undefined) {
    const named = key === ALL ? news.participants : atTable(news, room)
    roll = Object.fromEntries(named.map(({ id, name }) => [personId.parse(id), name]))
    known.set(key, roll)
  }
  return roll
}

function atTable({ participants }: DoorNews, { id: room, rows }: OfRoom): DoorNews['participants'] {
  const met = peopleIn(rows)
  return participants.filter(({ id, roomId }) => roomId === room || met.has(`p:${id}`))
}

/** The ids of the actors (`p:` and the person) who acted in the room or took a seat in it. */
function peopleIn(log: readonly MaskedRow[]): ReadonlySet<string> {
  const met = new Set<string>()
  for (const { by, event } of log) {
    met.add(by)
    if (causes(event, 'names') && 'person' in event) met.add(`p:${event.person}`)
  }
  return met
}
