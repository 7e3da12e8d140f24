// Understudies at the communiqué: which words their head accepts, which bracket it keeps and why, and how it votes.
// It must not know how the others will choose; it measures how far their words lie from where it stands.

import { delegationIds, delegationOf } from '../agenda/parties'
import type { ClausePlan } from '../agenda/plan'
import type { DelegationId } from '../kernel/ids'
import { understudyActor } from '../kernel/ids'
import { agreedText } from '../topics/communique/communique'
import type { Move, Table } from './understudy-table'
import { draw, momentAt, openingOf, playedHead, standOf, turnOf } from './understudy-table'

/** A delegation accepts words that lie no further than this from its own stand, in steps of the axis. */
const REACH = 1.5
/** Beyond this it votes against a bracket instead of abstaining. */
const TOO_FAR = 4

export function textMoves(table: Table): Move[] {
  const { state } = table
  return delegationIds(state.plan).flatMap((delegation): Move[] => {
    const head = playedHead(state, delegation)
    if (!head) return []
    const by = understudyActor(head.id)
    return state.plan.communique.clauses.flatMap((plan, index): Move[] => {
      const clause = state.clauses[plan.key]
      const choice = clause?.choices[delegation]
      if (!clause || !choice || agreedText(clause) !== null) return []
      const at = momentAt(
        table,
        0.2 + (0.6 * (index + turnOf(table, delegation, 0.3))) / state.plan.communique.clauses.length,
      )
      const wanted = nearestText(table, plan, delegation)
      if (choice.text !== wanted) return [{ at, by, command: { type: 'chooseText', clause: plan.key, text: wanted } }]
      const defends = delegationOf(table.scenario, delegation)?.defendsBrackets ?? true
      if (wanted === delegation && defends && choice.reason === null) {
        return [
          {
            at: at + 1,
            by,
            command: { type: 'keepBracket', clause: plan.key, reason: reasonFor(table, plan, delegation) },
          },
        ]
      }
      return []
    })
  })
}

export function ballotMoves(table: Table): Move[] {
  const { state } = table
  return delegationIds(state.plan).flatMap((delegation): Move[] => {
    const head = playedHead(state, delegation)
    if (!head) return []
    return state.plan.communique.clauses.flatMap((plan, index): Move[] => {
      const clause = state.clauses[plan.key]
      if (!clause || clause.ballots[delegation]) return []
      const at = momentAt(
        table,
        0.15 + (0.6 * (index + turnOf(table, delegation, 0.3))) / state.plan.communique.clauses.length,
      )
      return [
        {
          at,
          by: understudyActor(head.id),
          command: { type: 'castBallot', clause: plan.key, ...voteOn(table, plan, delegation) },
        },
      ]
    })
  })
}

function voteOn(table: Table, plan: ClausePlan, delegation: DelegationId) {
  const clause = table.state.clauses[plan.key]
  if (clause && agreedText(clause) !== null) return { vote: 'for', reason: null } as const
  const furthest = Math.max(
    ...delegationIds(table.state.plan).map((other) => distanceTo(table, plan, delegation, other)),
  )
  if (furthest >= TOO_FAR) return { vote: 'against', reason: reasonFor(table, plan, delegation) } as const
  return { vote: 'abstain', reason: null } as const
}

/** The middle text is the one that all together are nearest to; each goes there if it lies within reach, else it keeps its own. */
function nearestText(table: Table, plan: ClausePlan, delegation: DelegationId): DelegationId {
  const all = delegationIds(table.state.plan)
  const total = (text: DelegationId) => all.reduce((sum, other) => sum + distanceTo(table, plan, other, text), 0)
  const middle = [...all].sort((a, b) => total(a) - total(b))[0] ?? delegation
  return distanceTo(table, plan, delegation, middle) <= REACH + 0.5 * draw(table, 2, 'reach', plan.key, delegation)
    ? middle
    : delegation
}

const distanceTo = (table: Table, plan: ClausePlan, from: DelegationId, to: DelegationId): number =>
  Math.abs(standOf(table, plan.tension, from) - standOf(table, plan.tension, to))

const reasonFor = (table: Table, plan: ClausePlan, delegation: DelegationId): string =>
  openingOf(table.scenario, delegation, plan.tension)?.reading ??
  delegationOf(table.scenario, delegation)?.tone ??
  plan.heading
