// The joint text as negotiated so far: what is agreed, what is still in brackets, and whose texts they are (rules Q1, Q2).
import { delegationIds, type WithParties } from '../../agenda/parties'
import type { ClausePlan } from '../../agenda/plan'
import type { DelegationId } from '../../kernel/ids'
import type { Choice, ClauseState, RoomState } from '../../kernel/room-state'

/** What a delegation wants in the bracket: its own text until it chooses another's (Q1). */
export const choiceIn = ({ choices }: ClauseState, delegation: DelegationId): Choice =>
  choices[delegation] ?? { text: delegation, reason: null, at: 0 }

/** Q2: the delegation whose text all have chosen, or null while the bracket is open. */
export function agreedText({ choices }: ClauseState): DelegationId | null {
  const [first, ...others] = Object.values(choices)
  return first && others.every(({ text }) => text === first.text) ? first.text : null
}

type BracketText = { text: DelegationId; delegations: readonly DelegationId[]; reasons: readonly string[] }

/** The texts that delegations want in a clause, each with those who want it and their reasons; a single one when it is agreed. */
export function bracketTexts(plan: WithParties, clause: ClauseState): readonly BracketText[] {
  const all = delegationIds(plan)
  return all.flatMap((text) => {
    const delegations = all.filter((delegation) => choiceIn(clause, delegation).text === text)
    const reasons = delegations.flatMap((delegation) => choiceIn(clause, delegation).reason ?? [])
    return delegations.length > 0 ? [{ text, delegations, reasons }] : []
  })
}

/** The clause's base with the agreed text in place of the bracket, or as it is while the bracket is open. */
export function clauseText(plan: ClausePlan, clause: ClauseState): string {
  const agreed = agreedText(clause)
  return agreed ? plan.base.replace('[…]', plan.brackets[agreed] ?? '') : plan.base
}

export const openBrackets = (state: RoomState): number =>
  Object.values(state.clauses).filter((clause) => agreedText(clause) === null).length

/** When a delegation last chose a text in the clause. */
export const lastChosenAt = ({ choices }: ClauseState): number =>
  Math.max(...Object.values(choices).map((choice) => choice.at))
