// The author's words that understudies never sign: what their delegation's red lines forbid, and what would break an objective of one of its
// offices (rule U19).

import { delegationOf } from '../agenda/parties'
import type { DelegationId } from '../kernel/ids'
import { clauseOf, seatsOf, wordsOffered } from '../scenario/lookup'
import type { Scenario } from '../scenario/scenario'

const known = new WeakMap<Scenario, Map<string, readonly string[]>>()

/** The texts of a clause that a delegation's red lines and its offices' objectives name, in small letters. */
export function refusedIn(scenario: Scenario, key: string, delegation: DelegationId): readonly string[] {
  const all = known.get(scenario) ?? new Map<string, readonly string[]>()
  known.set(scenario, all)
  const before = all.get(`${key} ${delegation}`)
  if (before) return before
  const clause = clauseOf(scenario, key)
  const shown = [
    ...(delegationOf(scenario, delegation)?.redLines ?? []).map(({ crossedBy }) => crossedBy),
    ...seatsOf(scenario, delegation).flatMap(({ objectives }) => objectives.map(({ unless }) => unless)),
  ]
  const offered = clause ? wordsOffered(clause) : {}
  const texts = shown.flatMap((one) =>
    (one?.words ?? []).flatMap((named) => {
      const text = named.clause === key ? offered[named.of] : undefined
      return text === undefined ? [] : [text.toLowerCase()]
    }),
  )
  all.set(`${key} ${delegation}`, texts)
  return texts
}
