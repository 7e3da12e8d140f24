// Packages across clauses between two delegations: made, countered, accepted, refused and withdrawn (rules Q15–Q18).

import { delegationOf, pairOf } from '../../agenda/parties'
import { seatIdsOf } from '../../agenda/plan'
import type { DelegationId } from '../../kernel/ids'
import type { Moment } from '../../kernel/moment'
import { isOpenOffer, offersFrom } from '../../questions/offers'
import { isClean, isInitialled, standIn, versionIn } from '../../questions/text'
import type { OfferedStands } from '../../shapes/offers/schemas'
import type { Offer } from '../../shapes/offers/slice'
import { everyone, type NewRow, seatsUntilDebrief } from '../../shapes/record'
import type { CommandOf } from '../../shapes/room-command'
import type { EventOf } from '../../shapes/room-event'
import type { Seat } from '../../shapes/seats/slice'
import type { Rejection, Verdict } from '../../shapes/verdict'
import { accept, refuse } from '../../shapes/verdict'
import type { ActorRole } from '../../state/actor'
import { closedTo } from '../../state/clock'
import { nextPrivate } from '../../state/private-numbers'
import { actingHead, clauseIn, type RoomState } from '../../state/room-state'

export function makeOffer(state: RoomState, command: CommandOf<'makeOffer'>, who: ActorRole, moment: Moment): Verdict {
  const head = headOf(state, who, moment)
  if (typeof head !== 'object') return refuse(head)
  const { to, ours, theirs, words, counters } = command
  const { side, seat } = head
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
    ...{ no: nextPrivate(state, 'o', pair), seat: seat.id, delegation: side, to, ours, theirs, words, counters },
  }
  return accept(
    ...(countered ? [answered(state, countered, seat, 'countered')] : []),
    seatsUntilDebrief(seatIdsOf(state.plan, side, to), offered),
  )
}

/** Q18: accepted, both sides move at one instant. */
export function answerOffer(
  state: RoomState,
  command: CommandOf<'answerOffer'>,
  who: ActorRole,
  moment: Moment,
): Verdict {
  const head = headOf(state, who, moment)
  if (typeof head !== 'object') return refuse(head)
  const offer = offerIn(state, command.no)
  if (offer?.to !== head.side) return refuse('no-such-offer')
  if (!isOpenOffer(state, offer)) return refuse('offer-over')
  if (!command.accept) return accept(answered(state, offer, head.seat, 'refused'))
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
    answered(state, offer, head.seat, 'accepted'),
    everyone({ type: 'StandsTraded', between, moves, clean: cleanAfter(state, moves, moment.at) }),
  )
}

export function withdrawOffer(
  state: RoomState,
  command: CommandOf<'withdrawOffer'>,
  who: ActorRole,
  moment: Moment,
): Verdict {
  const head = headOf(state, who, moment)
  if (typeof head !== 'object') return refuse(head)
  const offer = offerIn(state, command.no)
  if (offer?.from !== head.side) return refuse('no-such-offer')
  if (!isOpenOffer(state, offer)) return refuse('offer-over')
  return accept(answered(state, offer, head.seat, 'withdrawn'))
}

const offerIn = ({ offers }: RoomState, no: string): Offer | undefined => offers.find((offer) => offer.no === no)

function answered(
  state: RoomState,
  { no, from, to }: Offer,
  seat: Seat,
  answer: EventOf<'OfferAnswered'>['answer'],
): NewRow {
  return seatsUntilDebrief(seatIdsOf(state.plan, from, to), { type: 'OfferAnswered', no, seat: seat.id, answer })
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

/** The delegation whose acting head this actor is, or the reason why they make no offers now. */
function headOf(state: RoomState, who: ActorRole, moment: Moment): { side: DelegationId; seat: Seat } | Rejection {
  if (who.kind !== 'seat') return 'not-seated'
  const { delegation: side } = who.seat
  if (side === null) return 'not-in-caucus'
  const closed = closedTo(state, moment, 'text')
  if (closed) return closed
  return actingHead(state, side)?.id === who.seat.id ? { side, seat: who.seat } : 'not-the-head'
}
