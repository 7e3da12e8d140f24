// What may be asked of hearing: which entry of a person still waits for them to say what they meant.
import { type PersonId, personOfActor } from '../kernel/ids'
import type { OfferedClaim } from '../shapes/hearing'
import { isRunning, type RoomState } from '../state/room-state'

/** Claims that are offered to a person for one of their entries. */
export type ClaimOffer = Readonly<{ entry: number; claims: readonly OfferedClaim[] }>

/**
 * U20: what is offered to a person now, for the newest of what they said; null once they have named one or none, once it is answered or
 * withdrawn, once they have said something else, and in another phase.
 */
export function offerTo(state: RoomState, person: PersonId): ClaimOffer | null {
  const own = state.record.findLast(
    ({ by, event }) =>
      personOfActor(by) === person && (event.type === 'StatementMade' || event.type === 'StatementPosted'),
  )
  if (!own || !isRunning(state) || own.phase !== state.agenda.index) return null
  const entry = Number(own.no)
  const meant = state.meant[entry]
  if (!meant || meant.named || meant.claims.length === 0 || state.withdrawn[entry] !== undefined) return null
  const isAnswered = state.record.findLast(
    ({ event }) => (event.type === 'StatementMade' || event.type === 'StatementPosted') && event.answers === entry,
  )
  return isAnswered ? null : { entry, claims: meant.claims }
}
