// What may be asked of offers, as the rules themselves decide it.
import type { DelegationId } from '../kernel/ids'
import type { Offer } from '../shapes/offers'
import { opensNow, type RoomState } from '../state/room-state'

/** Q17: whether an offer can still be answered: nobody has, and its phase runs. */
export const isOpenOffer = (state: RoomState, { answer, phase }: Offer): boolean =>
  answer === null && phase === state.agenda.index && opensNow(state, 'text')

/** The offers that await this delegation's answer, the oldest first. */
export const offersTo = (state: RoomState, delegation: DelegationId): readonly Offer[] =>
  state.offers.filter((offer) => offer.to === delegation && isOpenOffer(state, offer))

/** The offers of this delegation that nobody has answered yet. */
export const offersFrom = (state: RoomState, delegation: DelegationId): readonly Offer[] =>
  state.offers.filter((offer) => offer.from === delegation && isOpenOffer(state, offer))

/** How an offer ended, or that it is open. */
export type OfferStatus = NonNullable<Offer['answer']> | 'open' | 'lapsed'
export const statusOf = (state: RoomState, offer: Offer): OfferStatus =>
  offer.answer ?? (isOpenOffer(state, offer) ? 'open' : 'lapsed')
