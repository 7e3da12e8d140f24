// Packages across clauses between two delegations: made, countered, accepted, refused and withdrawn (rules Q15–Q18).

import { delegationOf, pairOf } from '../../agenda/parties'
import { seatIdsOf } from '../../agenda/plan'
import type { DelegationId, SeatId } from '../../kernel/ids'
import type { Moment } from '../../kernel/moment'
import { isOpenOffer, offersFrom } from '../../questions/offers'
import { isClean, isInitialled, standIn, versionIn } from '../../questions/text'
import type { Offer, OfferedStands } from '../../shapes/offers'
import { everyone, type NewRow, seatsUntilDebrief } from '../../shapes/record'
import type { EventOf } from '../../shapes/room-event'
import { accept, type Rejection, refuse } from '../../shapes/verdict'
import type { ActorRole } from '../../state/actor'
import { nextPrivate } from '../../state/private-numbers'
import { clauseIn, type RoomState } from '../../state/room-state'
import { headIn } from '../text/text'
import type { Rule } from '../topic'

export const makeOffer: Rule<'makeOffer'> = (state, command, who, moment) => {
  const head = headIn(state, who, moment)
  if (typeof head !== 'object') return refuse(head)
  const { to, ours, theirs, words, counters } = command
  const { of: side, seat } = head
  if (to === side || !delegationOf(state.plan, to)) return refuse('not-to-oneself')
  const wrong = wrongIn(state, side, ours) ?? wrongIn(state, to, theirs)
  if (wrong) return refuse(wrong)
  const countered = counters === null ? null : offerIn(state, counters)
  if (counters !== null && (countered?.to !== side || countered.from !== to)) return refuse('no-such-offer')
  if (countered && !isOpenOffer(state, countered)) return refuse('offer-over')
  if (offersFrom(state, side).some((offer) => offer.to === to)) return refuse('offer-open')
  const pair = pairOf(state.plan, side, to)
  if (pair === null) return refuse('not-to-oneself')
  const offered: EventOf<'OfferMade'> = {
    type: 'OfferMade',
    ...{ no: nextPrivate(state, 'o', pair), seat, delegation: side, to, ours, theirs, words, counters },
  }
  return accept(
    ...(countered ? [answered(state, countered, seat, 'countered')] : []),
    seatsUntilDebrief(seatIdsOf(state.plan, side, to), offered),
  )
}

/** Q18: accepted, both sides move at one instant. */
export const answerOffer: Rule<'answerOffer'> = (state, command, who, moment) => {
  const open = openOffer(state, command.no, 'to', who, moment)
  if (typeof open !== 'object') return refuse(open)
  const { offer, seat } = open
  if (!command.accept) return accept(answered(state, offer, seat, 'refused'))
  const moves = [
    ...offer.ours.map((stand) => ({ delegation: offer.from, ...stand })),
    ...offer.theirs.map((stand) => ({ delegation: offer.to, ...stand })),
  ]
  for (const { clause: key } of moves) {
    const clause = clauseIn(state, key)
    if (!clause) return refuse('no-such-clause')
    if (isInitialled(clause)) return refuse('clause-initialled')
  }
  const between = pairOf(state.plan, offer.from, offer.to)
  if (between === null) return refuse('no-such-offer')
  return accept(
    answered(state, offer, seat, 'accepted'),
    everyone({ type: 'StandsTraded', between, moves, clean: cleanAfter(state, moves, moment.at) }),
  )
}

export const withdrawOffer: Rule<'withdrawOffer'> = (state, command, who, moment) => {
  const open = openOffer(state, command.no, 'from', who, moment)
  return typeof open === 'object' ? accept(answered(state, open.offer, open.seat, 'withdrawn')) : refuse(open)
}

/** An open offer that is to, or from, the delegation whose head acts; or the reason why there is none. */
function openOffer(
  state: RoomState,
  no: string,
  end: 'to' | 'from',
  who: ActorRole,
  moment: Moment,
): { offer: Offer; seat: SeatId } | Rejection {
  const head = headIn(state, who, moment)
  if (typeof head !== 'object') return head
  const offer = offerIn(state, no)
  if (offer?.[end] !== head.of) return 'no-such-offer'
  return isOpenOffer(state, offer) ? { offer, seat: head.seat } : 'offer-over'
}

const offerIn = ({ offers }: RoomState, no: string): Offer | undefined => offers.find((offer) => offer.no === no)

function answered(
  state: RoomState,
  { no, from, to }: Offer,
  seat: SeatId,
  answer: EventOf<'OfferAnswered'>['answer'],
): NewRow {
  return seatsUntilDebrief(seatIdsOf(state.plan, from, to), { type: 'OfferAnswered', no, seat, answer })
}

/** Why these are no moves of a side: it has none, moves twice in a clause, or cannot stand there. */
function wrongIn(state: RoomState, side: DelegationId, stands: OfferedStands): Rejection | null {
  if (stands.length === 0) return 'offers-nothing'
  if (new Set(stands.map(({ clause }) => clause)).size < stands.length) return 'offers-nothing'
  for (const { clause: key, version } of stands) {
    const clause = clauseIn(state, key)
    if (!clause) return 'no-such-clause'
    if (!versionIn(clause, version)) return 'no-such-version'
    if (isInitialled(clause)) return 'clause-initialled'
    if (standIn(clause, side).version === version) return 'nothing-changed'
  }
  return null
}

function cleanAfter(state: RoomState, moves: EventOf<'StandsTraded'>['moves'], at: number): string[] {
  const moved = new Set(moves.map(({ clause }) => clause))
  return state.clauses.flatMap((clause) => {
    if (!moved.has(clause.key)) return []
    const stands = { ...clause.stands }
    for (const { delegation, clause: key, version } of moves)
      if (key === clause.key) stands[delegation] = { version, reason: null, at }
    return isClean({ ...clause, stands }) ? [clause.key] : []
  })
}
