// What a page knows of all rooms of an activity, and whether it still holds. Nothing of a room can be read without saying which of the two.
import type { PersonId, RoomId } from '#simulation/kernel/ids'
import type { WatchedRoom } from '#simulation/reading/positions/several-rooms'
import type { Knock } from '#simulation/wire/protocol'
import type { WatchedPerson } from '#simulation/wire/watching'
import { type Connection, lostSince } from './room-view'

/** `stale` is what was last heard at `since`: a page that is cut off may show it, with that time, and must not speak of now. */
export type Known<What> =
  | { kind: 'unknown' }
  | { kind: 'fresh'; what: What }
  | { kind: 'stale'; what: What; since: number }

export type ActivityRoom = WatchedRoom & { readonly id: RoomId }

export type ActivityView = {
  rooms: readonly ActivityRoom[]
  people: ReadonlyMap<PersonId, WatchedPerson>
  knocks: readonly Knock[]
  /** The code while it lets people in. */
  code: string | null
  connection: Connection
  /** When the server was last heard, by its own clock; null before the first time. */
  heardAt: number | null
}

/** The view before the first answer, and while the page is rendered on the server. */
export const beforeWatching: ActivityView = {
  rooms: [],
  people: new Map(),
  knocks: [],
  code: null,
  connection: { kind: 'connecting' },
  heardAt: null,
}

/** Something of the view, with what it is worth. */
export function known<What>(view: ActivityView, what: (view: ActivityView) => What | undefined): Known<What> {
  const { connection, heardAt } = view
  const found = what(view)
  if (heardAt === null || found === undefined) return { kind: 'unknown' }
  return connection.kind === 'live'
    ? { kind: 'fresh', what: found }
    : { kind: 'stale', what: found, since: lostSince(connection) ?? heardAt }
}

/** What is known, so or remembered. */
export const remembered = <What>(given: Known<What>): What | undefined =>
  given.kind === 'unknown' ? undefined : given.what
