// What may be asked of questions to other sides and of cases said for them, as the rules themselves decide it (E1–E7).
import { delegationIds } from '../agenda/parties'
import { opens } from '../agenda/phase-kinds'
import type { RoomPlan } from '../agenda/plan'
import type { DelegationId, TensionKey } from '../kernel/ids'
import type { SideCase } from '../shapes/cases'
import type { Seat } from '../shapes/seats'
import { actingHead, opensNow, type RoomState, seatsIn } from '../state/room-state'
import { dueAt, opensAt } from './homework'

/** E5: the most words of a case; of scripts without spaces each character counts. */
export const CASE_WORDS = 90

/** The place in the plan of the phase in which sides ask each other; -1 where a plan has none. */
export const casesPhase = ({ phases }: Pick<RoomPlan, 'phases'>): number =>
  phases.findIndex((phase) => opens(phase, 'asksSides'))

/** E4: the round whose axis is guessed on: the phase's own, in a homework debate the last; null where a plan asks nothing. */
export function casesRound(plan: Pick<RoomPlan, 'phases' | 'rounds'>): TensionKey | null {
  const phase = plan.phases[casesPhase(plan)]
  return phase ? (phase.round ?? plan.rounds.at(-1)?.key ?? null) : null
}

export const caseKey = (by: DelegationId, of: DelegationId): string => `${by}/${of}`

const NOTHING: SideCase = { question: null, answer: null, guess: null, stated: null, score: null }
/** What `by` asked, guessed and said of `of`, as far as this reader may hear it. */
export const caseOf = ({ cases }: Pick<RoomState, 'cases'>, by: DelegationId, of: DelegationId): SideCase =>
  cases[caseKey(by, of)] ?? NOTHING

/** The other delegations of a plan, in its order. */
export const othersOf = (plan: Pick<RoomPlan, 'delegations'>, own: DelegationId): readonly DelegationId[] =>
  delegationIds(plan).filter((id) => id !== own)

/** E3: the seat to which another side is dealt: the others in turn to the delegation's people who are there, the acting head first. */
export function seatDealt(state: RoomState, own: DelegationId, of: DelegationId): Seat | null {
  // At home nobody has to be there, and what was dealt stays with whom it was asked of (S22).
  const home = state.plan.kind === 'homework'
  const here = seatsIn(state, own).filter((seat) => seat.holder !== null && (home || seat.absentSince === null))
  const head = (home ? here.find((seat) => seat.head) : null) ?? actingHead(state, own)
  const team = [...(head ? [head] : []), ...here.filter((seat) => seat.id !== head?.id)]
  return team[othersOf(state.plan, own).indexOf(of) % team.length] ?? null
}

/** E3: the sides that are dealt to a seat. */
export const sidesDealtTo = (state: RoomState, { id, delegation }: Seat): readonly DelegationId[] =>
  delegation === null
    ? []
    : othersOf(state.plan, delegation).filter((of) => seatDealt(state, delegation, of)?.id === id)

/** E6: whether cases can be scored: from their phase until the debrief; in a homework debate while the part runs. */
export function scoresNow(state: RoomState): boolean {
  const phase = casesPhase(state.plan)
  if (phase === -1 || state.unsealedAt !== null) return false
  return state.plan.kind === 'homework' ? opensNow(state, 'asksSides') : state.agenda.index >= phase
}

/** The delegation to whose question, put in this phase, an entry of `own` would answer; null where it is no such question. */
export const askerOf = (state: RoomState, own: DelegationId, question: number): DelegationId | null =>
  othersOf(state.plan, own).find((by) => caseOf(state, by, own).question === question) ?? null

/** E7: the cases of a side that have come while a quarter of the part was left, so that a score of them can be asked for. */
export function casesInTime(state: RoomState, of: DelegationId): readonly DelegationId[] {
  const phase = casesPhase(state.plan)
  const [from, due] = [opensAt(state, phase), dueAt(state, phase)]
  if (from === null || due === null) return []
  const last = due - (due - from) / 4
  return othersOf(state.plan, of).filter((by) => (caseOf(state, by, of).stated?.at ?? last) < last)
}
