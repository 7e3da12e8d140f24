// Who is out of a room by its log, and since when: the only place that knows which events change that, and how.
// It must not know what is done about it: whoever keeps people folds their rows with it.
import type { PersonId } from '../../kernel/ids'
import type { Recorded } from '../../kernel/record'
import type { RoomEvent } from '../../kernel/room-event'

/** Every other event leaves everybody in or out as they were. */
export const MEMBERSHIP_EVENTS = ['PersonRemoved', 'PersonReadmitted'] as const satisfies readonly RoomEvent['type'][]

export type MembershipChange = { person: PersonId; isOut: boolean }

export function membershipChange(event: RoomEvent): MembershipChange | null {
  switch (event.type) {
    case 'PersonRemoved':
      return { person: event.person, isOut: true }
    case 'PersonReadmitted':
      return { person: event.person, isOut: false }
    default:
      return null
  }
}

/** Since when each person stands removed by these rows of one room; whoever is in, or was let in again, is not among them. */
export function removedSince(rows: readonly Pick<Recorded, 'at' | 'event'>[]): ReadonlyMap<PersonId, number> {
  const out = new Map<PersonId, number>()
  for (const { at, event } of rows) {
    const change = membershipChange(event)
    if (change?.isOut) out.set(change.person, at)
    else if (change) out.delete(change.person)
  }
  return out
}
