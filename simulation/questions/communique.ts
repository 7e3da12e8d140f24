// The joint text as negotiated so far: what is agreed, what is still in brackets, and whose texts they are (rules Q1, Q2).
import { delegationIds, type WithParties } from '../agenda/parties'
import type { ClausePlan } from '../agenda/plan'
import type { DelegationId } from '../kernel/ids'
import type { Choice, ClauseState } from '../shapes/ballots/slice'
import type { RoomState } from '../state/room-state'

/** What a delegation wants in the bracket: its own text until it chooses another's (Q1). */
export const choiceIn = ({ choices }: ClauseState, delegation: DelegationId): Choice =>
  choices[delegation] ?? { text: delegation, reason: null, at: 0 }

/** Q2: the delegation whose text all have chosen, or null while the bracket is open. */
export function agreedText({ choices }: ClauseState): DelegationId | null {
  const [first, ...others] = Object.values(choices)
  return first && others.every(({ text }) => text === first.text) ? first.text : null
}

/** Why a bracket is left standing, and by whom: a text that several want has the reason of each who gave one, and of nobody else. */
export type BracketReason = { by: readonly DelegationId[]; words: string }

type BracketText = { text: DelegationId; delegations: readonly DelegationId[]; reasons: readonly BracketReason[] }

/** The texts that delegations want in a clause, each with those who want it and their reasons; a single one when it is agreed. */
export function bracketTexts(plan: WithParties, clause: ClauseState): readonly BracketText[] {
  const all = delegationIds(plan)
  return all.flatMap((text) => {
    const delegations = all.filter((delegation) => choiceIn(clause, delegation).text === text)
    return delegations.length > 0 ? [{ text, delegations, reasons: reasonsOf(clause, delegations) }] : []
  })
}

const reasonsOf = (clause: ClauseState, delegations: readonly DelegationId[]): readonly BracketReason[] =>
  delegations.flatMap((by) => {
    const words = choiceIn(clause, by).reason
    return words === null ? [] : [{ by: [by], words }]
  })

/** The reasons beside one text in the words of a row, which holds one text for all who want it (Q8). */
export const inOne = (reasons: readonly BracketReason[]): string | null =>
  reasons.map(({ words }) => words).join(' ') || null

/** Whose the reasons of an issued bracket are. Where the clause does not hold them as they were issued, they are all theirs together. */
export function issuedReasons(
  clause: ClauseState | undefined,
  { delegations, reason }: { delegations: readonly DelegationId[]; reason: string | null },
): readonly BracketReason[] {
  if (reason === null) return []
  const given = clause ? reasonsOf(clause, delegations) : []
  return inOne(given) === reason ? given : [{ by: delegations, words: reason }]
}

/** The clause's base with the agreed text in place of the bracket, or as it is while the bracket is open. */
export function clauseText(plan: ClausePlan, clause: ClauseState): string {
  const agreed = agreedText(clause)
  return agreed ? plan.base.replace('[…]', plan.brackets[agreed] ?? '') : plan.base
}

export const openBrackets = (state: RoomState): number =>
  Object.values(state.clauses).filter((clause) => agreedText(clause) === null).length

/** The first open clause that a delegation has yet to settle: in those that it leaves standing with its reason it has done its part. */
export const clauseThatWaits = (state: RoomState, delegation: DelegationId | null): ClausePlan | null =>
  state.plan.communique.clauses.find(({ key }) => {
    const clause = state.clauses[key]
    if (!clause || agreedText(clause) !== null) return false
    return delegation === null || choiceIn(clause, delegation).reason === null
  }) ?? null

/** When a delegation last chose a text in the clause. */
export const lastChosenAt = ({ choices }: ClauseState): number =>
  Math.max(...Object.values(choices).map((choice) => choice.at))
