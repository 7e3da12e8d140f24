// Whose briefs somebody has read, and whom a move would put beside another delegation with what they know: asked before the chair does it.
import { delegationIds } from '../../agenda/parties'
import type { DelegationId, PersonId, SeatId } from '../../kernel/ids'
import { hearingOf } from '../../secrecy/hearing'
import { type RoomState, seatHeldBy } from '../../state/room-state'

/** The delegations in whose seats this person has sat since its briefs were opened, in the plan's order. */
export function briefsReadBy(state: RoomState, person: PersonId): readonly DelegationId[] {
  const { briefed, seats, plan } = state
  const heard = (hearingOf(state, person)?.hears ?? []).filter(({ seat, until }) => {
    const at = briefed[seat]
    return at !== undefined && (until === null || until > at)
  })
  const sides = new Set(heard.map(({ seat }) => seats[seat]?.delegation ?? null))
  return delegationIds(plan).filter((delegation) => sides.has(delegation))
}

/** Somebody whom a move brings to a delegation, though they have read briefs of others. */
export type Crossing = { person: PersonId; read: readonly DelegationId[]; to: DelegationId }

/** Whom placing this person there would bring to another side: themselves, and whoever changes places with them (S6). */
export function crossingsOf(state: RoomState, person: PersonId, seat: SeatId): readonly Crossing[] {
  const to = state.seats[seat]
  const from = seatHeldBy(state, person)
  const crossing = (who: PersonId | null, side: DelegationId | null): Crossing[] => {
    if (who === null || side === null) return []
    const read = briefsReadBy(state, who).filter((one) => one !== side)
    return read.length > 0 ? [{ person: who, read, to: side }] : []
  }
  return [...crossing(person, to?.delegation ?? null), ...crossing(to?.holder ?? null, from?.delegation ?? null)]
}
