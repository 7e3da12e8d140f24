// What a person is told when the chair has moved them: from which seat to which, and what becomes of what they typed (S20).
import type { PersonId } from '../../kernel/ids'
import type { RoomState } from '../../state/room-state'

/** The chair's newest move of this person, while they sit where it put them; null where there is none. */
export function movedSeat({ reseated, seats }: Pick<RoomState, 'reseated' | 'seats'>, person: PersonId) {
  const move = Object.hasOwn(reseated, person) ? reseated[person] : undefined
  const from = move && seats[move.from]
  if (!move || !from) return null
  const to = move.to === null ? null : (seats[move.to] ?? null)
  return {
    ...{ at: move.at, from },
    /** Null for somebody who was taken out of their seat. */
    to,
    /** Whether they sit in another delegation than before. */
    otherSide: to !== null && to.delegation !== from.delegation,
  }
}
