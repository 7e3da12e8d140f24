// Understudies judge the signed text at home: by the cards that home dealt, by their side's red lines in what it agreed to, and by how far
// the agreed words stand from where it closed.
import { delegationIds } from '../agenda/parties'
import { type DelegationId, understudyActor } from '../kernel/ids'
import { agrees } from '../questions/ballots'
import { cardsAsTheyStand, hasSigned } from '../questions/ratification'
import { versionIn } from '../questions/text'
import type { Seat } from '../shapes/seats'
import { clauseIn } from '../state/room-state'
import { draw, type Move, momentAt, playedSeats, type UnderstudyContext } from './understudy-context'
import { distance, reachOf } from './understudy-wording'

export function homeMoves(context: UnderstudyContext): Move[] {
  const { state } = context
  return delegationIds(state.plan).flatMap((delegation): Move[] => {
    if (!hasSigned(state, delegation) || state.homeDecided[delegation]) return []
    return playedSeats(state, delegation)
      .filter(({ id }) => state.homeVotes[id] === undefined)
      .map((seat) => ({
        at: momentAt(context, 0.3 + 0.05 * draw(context, 8, 'home', seat.id)),
        by: understudyActor(seat.id),
        command: { type: 'voteRatification', ...voteOf(context, delegation, seat) },
      }))
  })
}

/** In sixths: how many speak against what one cannot be sure of, which differs from office to office. */
const DOUBTS = 6

function voteOf(context: UnderstudyContext, delegation: DelegationId, { id }: Seat) {
  const cards = cardsAsTheyStand(context.state, delegation)
  const unmet = cards.find(({ met }) => met === false)
  const doubt = draw(context, DOUBTS, 'doubt', id)
  // A card that the rules find unmet turns a third of the offices, and words that went too far turn more.
  const against = Number(unmet !== undefined) * 2 + Math.min(2, farClauses(context, delegation))
  const refuses = doubt < against
  const judged = cards.find(({ met }) => met === null)
  const reason = refuses ? ((unmet ?? judged)?.asks ?? null) : null
  return refuses && reason !== null
    ? ({ vote: 'refuse', reason } as const)
    : ({ vote: 'ratify', reason: null } as const)
}

/** How many of the clauses that a side agreed to are in words beyond its reach. */
function farClauses(context: UnderstudyContext, delegation: DelegationId): number {
  const { state } = context
  const agreed = (state.issued?.clauses ?? []).filter(
    ({ outcome, votes }) => outcome === 'passed' && agrees(votes[delegation]?.vote),
  )
  return agreed.filter(({ clause: key, version }) => {
    const clause = clauseIn(state, key)
    const words = clause && version !== undefined ? versionIn(clause, version) : null
    if (!clause || !words || words.by === delegation) return false
    return distance(context, clause, delegation, words) > reachOf(context, clause, delegation)
  }).length
}
