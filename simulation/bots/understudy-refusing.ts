// Words that understudies never sign: what their delegation's red lines forbid, what would break an objective of one of its offices, and what
// the scenario's hinges say against them (rule U19). Author's words are found wherever they stand in a version.

import { delegationIds, delegationOf } from '../agenda/parties'
import type { DelegationId } from '../kernel/ids'
import { clauseOf } from '../scenario/lookup'
import type { Scenario } from '../scenario/scenario'
import type { ClauseText } from '../shapes/text'
import type { UnderstudyContext } from './understudy-context'

/** Whether these words of a clause cross a red line of this delegation, or break what one of its offices is to reach. */
export function isForbidden(
  { scenario }: UnderstudyContext,
  { key }: Pick<ClauseText, 'key'>,
  delegation: DelegationId,
  words: string,
): boolean {
  const text = words.toLowerCase()
  const hinges = clauseOf(scenario, key)?.hinges ?? []
  return (
    hinges.some(
      ({ for: whose, reads, phrase }) =>
        whose === delegation && reads === 'red-line' && text.includes(phrase.toLowerCase()),
    ) || refusedIn(scenario, key, delegation).some((phrase) => text.includes(phrase))
  )
}

/** Whether any of the delegations forbids them, but for whose they are: nobody trades in words that a third one refuses. */
export const isForbiddenToAny = (
  context: UnderstudyContext,
  clause: Pick<ClauseText, 'key'>,
  by: DelegationId | null,
  words: string,
): boolean => delegationIds(context.state.plan).some((id) => id !== by && isForbidden(context, clause, id, words))

const known = new WeakMap<Scenario, Map<string, readonly string[]>>()

/** The texts of a clause that a delegation's red lines and its offices' objectives name, in small letters. */
function refusedIn(scenario: Scenario, key: string, delegation: DelegationId): readonly string[] {
  const all = known.get(scenario) ?? new Map<string, readonly string[]>()
  known.set(scenario, all)
  const before = all.get(`${key} ${delegation}`)
  if (before) return before
  const clause = clauseOf(scenario, key)
  const shown = [
    ...(delegationOf(scenario, delegation)?.redLines ?? []).map(({ crossedBy }) => crossedBy),
    ...scenario.seats
      .filter((seat) => seat.delegation === delegation)
      .flatMap(({ objectives }) => objectives.map(({ unless }) => unless)),
  ]
  const offered: Readonly<Record<string, string>> = { ...clause?.brackets, ...clause?.bridges }
  const texts = shown.flatMap((one) =>
    (one?.words ?? []).flatMap((named) => {
      const text = named.clause === key ? offered[named.of] : undefined
      return text === undefined ? [] : [text.toLowerCase()]
    }),
  )
  all.set(`${key} ${delegation}`, texts)
  return texts
}
