// Understudies judge the signed text at home: by the cards that home dealt, by their side's red lines in what it agreed to, and by how far
// the agreed words stand from where it closed.
import type { HomeCard } from '../agenda/home-cards'
import { delegationIds, delegationOf } from '../agenda/parties'
import { type DelegationId, understudyActor } from '../kernel/ids'
import { LIMITS } from '../kernel/limits'
import { agrees } from '../questions/ballots'
import { cardsAsTheyStand, hasSigned } from '../questions/ratification'
import { versionIn } from '../questions/text'
import { seatOf } from '../scenario/lookup'
import type { Seat } from '../shapes/seats'
import type { ClauseText } from '../shapes/text'
import { clauseIn } from '../state/room-state'
import { draw, type Move, momentAt, playedSeats, type UnderstudyContext } from './understudy-context'
import { reasonFor } from './understudy-text'
import { isBeyondReach } from './understudy-wording'

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
  const unmet = cardsAsTheyStand(context.state, delegation).filter(({ met }) => met === false)
  const far = farClauses(context, delegation)
  const doubt = draw(context, DOUBTS, 'doubt', id)
  // A card that the rules find unmet turns a third of the offices, and words that went too far turn more.
  const against = Math.min(1, unmet.length) * 2 + Math.min(2, far.length)
  const grounds = [
    ...unmet.flatMap((card) => unmetWords(context, delegation, id, card)),
    ...far.map((clause) => farWords(context, delegation, id, clause)),
  ].filter((words) => words.length <= LIMITS.homeReason)
  const reason = doubt < against ? grounds[draw(context, grounds.length, 'ground', id)] : undefined
  return reason === undefined ? ({ vote: 'ratify', reason: null } as const) : ({ vote: 'refuse', reason } as const)
}

/** What an office says of a card that the text does not meet: its own grounds, else the scenario's sentence; nothing without either. */
function unmetWords(
  { scenario }: UnderstudyContext,
  delegation: DelegationId,
  seat: string,
  { holder, asks }: Pick<HomeCard, 'holder' | 'asks'>,
): readonly string[] {
  const cards = delegationOf(scenario, delegation)?.cards ?? []
  const grounds = cards.find((card) => card.holder === holder && card.asks === asks)?.grounds?.[seat]
  if (grounds) return grounds
  const { unmet } = scenario.communique
  return unmet === undefined ? [] : [unmet.replaceAll('{holder}', () => holder).replaceAll('{asks}', () => asks)]
}

/** What an office says of a clause in which its side went too far: its own ground, else its side's reason. */
const farWords = (context: UnderstudyContext, delegation: DelegationId, seat: string, clause: ClauseText): string =>
  seatOf(context.scenario, seat)?.refuses?.replaceAll('{clause}', () => clause.name ?? clause.heading) ??
  reasonFor(context, clause, delegation)

/** The clauses that a side agreed to in words beyond its reach. */
function farClauses(context: UnderstudyContext, delegation: DelegationId): readonly ClauseText[] {
  const { state } = context
  const agreed = (state.issued?.clauses ?? []).filter(
    ({ outcome, votes }) => outcome === 'passed' && agrees(votes[delegation]?.vote),
  )
  return agreed.flatMap(({ clause: key, version }) => {
    const clause = clauseIn(state, key)
    const words = clause && version !== undefined ? versionIn(clause, version) : null
    if (!clause || !words || words.by === delegation) return []
    return isBeyondReach(context, clause, delegation, words) ? [clause] : []
  })
}
