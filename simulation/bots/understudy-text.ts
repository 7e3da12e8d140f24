// Understudies at the communiqué: which text of each clause the head's understudy accepts, which bracket it keeps and why, and how it
// votes. It decides by how far the delegation behind a text is from its own position.

import { delegationIds, delegationOf } from '../agenda/parties'
import type { ClausePlan } from '../agenda/plan'
import type { DelegationId } from '../kernel/ids'
import { understudyActor } from '../kernel/ids'
import { agreedText } from '../questions/communique'
import type { Move, UnderstudyContext } from './understudy-context'
import { draw, momentAt, openingOf, playedHead, standOf, turnOf } from './understudy-context'

/** In steps of the axis: a delegation accepts the text of another whose position is no further than this from its own. */
const REACH = 1.5
/** In steps of the axis: it votes against an open bracket with a text further than this, instead of abstaining. */
const TOO_FAR = 4

export function textMoves(context: UnderstudyContext): Move[] {
  const { state } = context
  return delegationIds(state.plan).flatMap((delegation): Move[] => {
    const head = playedHead(state, delegation)
    if (!head) return []
    const by = understudyActor(head.id)
    return state.plan.communique.clauses.flatMap((plan, index): Move[] => {
      const clause = state.clauses[plan.key]
      const choice = clause?.choices[delegation]
      if (!clause || !choice || agreedText(clause) !== null) return []
      const at = momentAt(
        context,
        0.2 + (0.6 * (index + turnOf(context, delegation, 0.3))) / state.plan.communique.clauses.length,
      )
      const wanted = nearestText(context, plan, delegation)
      if (choice.text !== wanted) return [{ at, by, command: { type: 'chooseText', clause: plan.key, text: wanted } }]
      const defends = delegationOf(context.scenario, delegation)?.defendsBrackets ?? true
      if (wanted === delegation && defends && choice.reason === null) {
        return [
          {
            at: at + 1,
            by,
            command: { type: 'keepBracket', clause: plan.key, reason: reasonFor(context, plan, delegation) },
          },
        ]
      }
      return []
    })
  })
}

export function ballotMoves(context: UnderstudyContext): Move[] {
  const { state } = context
  return delegationIds(state.plan).flatMap((delegation): Move[] => {
    const head = playedHead(state, delegation)
    if (!head) return []
    return state.plan.communique.clauses.flatMap((plan, index): Move[] => {
      const clause = state.clauses[plan.key]
      if (!clause || clause.ballots[delegation]) return []
      const at = momentAt(
        context,
        0.15 + (0.6 * (index + turnOf(context, delegation, 0.3))) / state.plan.communique.clauses.length,
      )
      return [
        {
          at,
          by: understudyActor(head.id),
          command: { type: 'castBallot', clause: plan.key, ...voteOn(context, plan, delegation) },
        },
      ]
    })
  })
}

function voteOn(context: UnderstudyContext, plan: ClausePlan, delegation: DelegationId) {
  const clause = context.state.clauses[plan.key]
  if (clause && agreedText(clause) !== null) return { vote: 'for', reason: null } as const
  const distance = distancesOn(context, plan)
  const furthest = Math.max(...delegationIds(context.state.plan).map((other) => distance(delegation, other)))
  if (furthest >= TOO_FAR) return { vote: 'against', reason: reasonFor(context, plan, delegation) } as const
  return { vote: 'abstain', reason: null } as const
}

/** The text a delegation wants: the middle one (with the least sum of distances to all delegations) if it is within reach, else its own. */
function nearestText(context: UnderstudyContext, plan: ClausePlan, delegation: DelegationId): DelegationId {
  const all = delegationIds(context.state.plan)
  const distance = distancesOn(context, plan)
  const total = (text: DelegationId) => all.reduce((sum, other) => sum + distance(other, text), 0)
  const middle = [...all].sort((a, b) => total(a) - total(b))[0] ?? delegation
  return distance(delegation, middle) <= REACH + 0.5 * draw(context, 2, 'reach', plan.key, delegation)
    ? middle
    : delegation
}

/** How far delegations stand apart on the axis of a clause. Where each stands is looked up once: of eight, all pairs are asked for often. */
function distancesOn(context: UnderstudyContext, plan: ClausePlan): (from: DelegationId, to: DelegationId) => number {
  const stands = new Map(delegationIds(context.state.plan).map((id) => [id, standOf(context, plan.tension, id)]))
  return (from, to) => Math.abs((stands.get(from) ?? 0) - (stands.get(to) ?? 0))
}

const reasonFor = (context: UnderstudyContext, plan: ClausePlan, delegation: DelegationId): string =>
  openingOf(context.scenario, delegation, plan.tension)?.reading ??
  delegationOf(context.scenario, delegation)?.tone ??
  plan.heading
