// Who was removed from a room, by its log, and since when. The store derives its own rows about people from this, so that the events
// that remove and readmit are named in one place.
import type { PersonId } from '../../kernel/ids'
import type { Recorded } from '../../shapes/record'
import type { RoomEvent } from '../../shapes/room-event'

/** The only events that change who is removed. */
export const MEMBERSHIP_EVENTS = ['PersonRemoved', 'PersonReadmitted'] as const satisfies readonly RoomEvent['type'][]

type MembershipChange = { person: PersonId; isOut: boolean }

export function membershipChange(event: RoomEvent): MembershipChange | null {
  if (event.type === 'PersonRemoved') return { person: event.person, isOut: true }
  return event.type === 'PersonReadmitted' ? { person: event.person, isOut: false } : null
}

/** The people who are removed after these rows of one room, each with the instant of it. */
export function removedSince(rows: readonly Pick<Recorded, 'at' | 'event'>[]): ReadonlyMap<PersonId, number> {
  const out = new Map<PersonId, number>()
  for (const { at, event } of rows) {
    const change = membershipChange(event)
    if (change?.isOut) out.set(change.person, at)
    else if (change) out.delete(change.person)
  }
  return out
}
