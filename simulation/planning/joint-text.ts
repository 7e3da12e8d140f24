// The joint text of a plan: its clauses, how many each side may bring in, and the chips that are laid for what it is worth at home.
import { CHIPS_SECONDS, secondsAsked } from '../agenda/asked-work'
import type { ClausePlan, Filing, RoomPlan } from '../agenda/plan'
import type { TensionKey } from '../kernel/ids'
import type { Laid } from '../scenario/agenda-files'
import { clauseOf } from '../scenario/lookup'
import type { Scenario } from '../scenario/scenario'

/** How many chips a delegation lays. */
const CHIPS = 10

/** Q19: the first phase after the first that files openings which has time for the chips besides; -1 where none has. */
export function chipsIn(
  { delegations, reflectionPrompts, communique }: Scenario,
  laid: readonly Laid[],
  filed: readonly (Filing | null)[],
  rounds: number,
): number {
  // They are weighed against what is agreed.
  if (communique.clauses.length === 0) return -1
  const around = {
    sides: delegations.length,
    rounds,
    clauses: 0,
    prompts: reflectionPrompts.person.length,
    questions: 0,
  }
  const first = filed.findIndex((files) => files?.stage === 'opening')
  return laid.findIndex(({ phase: { phase: kind, seconds } }, index) => {
    const files = filed[index] ?? null
    if (index <= first || files?.stage !== 'opening') return false
    return secondsAsked({ kind, files }, around) + CHIPS_SECONDS <= seconds
  })
}

/** The text with the phase in which chips are laid; without chips where there is none. */
export function withChips({ chips, ...text }: RoomPlan['communique'], chipsAt: number): RoomPlan['communique'] {
  return chipsAt === -1 || chips === undefined ? text : { ...text, chips, chipsAt }
}

/** The joint text of a plan, with how many clauses each side may bring in: one, where the agenda says nothing else. */
export const textFor = (
  { communique: { title, preamble } }: Scenario,
  { moreClauses = 1 }: { moreClauses?: number | undefined },
  clauses: ClausePlan[],
): RoomPlan['communique'] => ({ title, preamble, clauses, moreClauses, chips: CHIPS, readings: true })

/** The agenda's clauses on the tensions played or folded into a round; where it names none of them, all of the scenario's clauses on them. */
export function clausesFor(
  scenario: Scenario,
  agenda: { clauses: readonly string[] },
  debated: readonly TensionKey[],
): ClausePlan[] {
  const named = agenda.clauses.flatMap((key) => clauseOf(scenario, key) ?? [])
  const fits = (clause: { tension: TensionKey }) => debated.includes(clause.tension)
  const own = named.filter(fits)
  const chosen = own.length > 0 ? own : scenario.communique.clauses.filter(fits)
  return chosen.map(({ key, tension, heading, name, base, brackets, anchors }) => ({
    key,
    tension,
    heading,
    ...(name === undefined ? {} : { name }),
    base,
    brackets: { ...brackets },
    anchors: [...anchors],
  }))
}
