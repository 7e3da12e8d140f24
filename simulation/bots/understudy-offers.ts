// Understudies trade: late in the talks a side offers another to stand on its words in one clause, if that one stands on its own in another,
// where neither would have moved alone. An offer is accepted where what it asks is not far beyond reach.

import { delegationIds } from '../agenda/parties'
import type { DelegationId } from '../kernel/ids'
import { offersFrom, offersTo } from '../questions/offers'
import { isClean, isInitialled, openClauses, standIn, versionIn } from '../questions/text'
import type { Offer } from '../shapes/offers'
import type { ClauseText, Version } from '../shapes/text'
import { clauseIn } from '../state/room-state'
import { draw, type Move, momentAt, turnOf, type UnderstudyContext } from './understudy-context'
import { distance, isForbiddenToAny } from './understudy-wording'

/** In steps of the axis: how far beyond its reach a side goes in a clause for which it gets another. */
const TRADED = 4

/** The next answer to an offer, or the offer that this side makes; null where there is neither. */
export function offerMove(context: UnderstudyContext, delegation: DelegationId): Omit<Move, 'by'> | null {
  const { state } = context
  const [received] = offersTo(state, delegation)
  if (received) {
    const at = Math.max(received.at + Math.round(8_000 * context.pace), momentAt(context, 0.5))
    return { at, command: { type: 'answerOffer', no: received.no, accept: takes(context, delegation, received) } }
  }
  const made = state.offers.some(({ from, phase }) => from === delegation && phase === state.agenda.index)
  if (made || offersFrom(state, delegation).length > 0) return null
  const deal = dealOf(context, delegation)
  if (!deal) return null
  const at = momentAt(context, 0.6 + turnOf(context, delegation, 0.06))
  return { at, command: { type: 'makeOffer', ...deal, words: null, counters: null } }
}

/** Whether everything asked of a side can be borne: nothing that any other never signs, and not too far. */
const takes = (context: UnderstudyContext, delegation: DelegationId, { theirs }: Offer): boolean =>
  theirs.every(({ clause: key, version: id }) => {
    const clause = clauseIn(context.state, key)
    const version = clause ? versionIn(clause, id) : null
    if (!clause || !version || isInitialled(clause)) return false
    return !isForbiddenToAny(context, clause, version) && isBorne(context, clause, delegation, version)
  })

const isBorne = (context: UnderstudyContext, clause: ClauseText, side: DelegationId, version: Version): boolean =>
  distance(context, clause, side, version) <= TRADED + 0.5 * draw(context, 3, 'trade', clause.key, side)

/** The first trade of two open clauses that both sides could bear. */
function dealOf(context: UnderstudyContext, delegation: DelegationId) {
  const { state } = context
  const open = openClauses(state).filter((clause) => !isClean(clause))
  for (const to of delegationIds(state.plan)) {
    if (to === delegation) continue
    for (const given of open)
      for (const taken of open) {
        if (given === taken) continue
        const [mine, yours] = [standOf(taken, delegation), standOf(given, to)]
        if (!mine || !yours || standOf(given, delegation) === yours || standOf(taken, to) === mine) continue
        if (!isBorne(context, given, delegation, yours)) continue
        if (isForbiddenToAny(context, given, yours) || isForbiddenToAny(context, taken, mine)) continue
        return {
          to,
          ours: [{ clause: given.key, version: yours.id }],
          theirs: [{ clause: taken.key, version: mine.id }],
        }
      }
  }
  return null
}

const standOf = (clause: ClauseText, side: DelegationId): Version | null =>
  versionIn(clause, standIn(clause, side).version)
