/** The delegations of the built-in scenario and their pairs, for tests of what it says in their names. */
import { pairOf } from '#simulation/agenda/parties'
import { type DelegationId, delegationId, type Pair } from '#simulation/kernel/ids'

export const US: DelegationId = delegationId.parse('us')
export const JP: DelegationId = delegationId.parse('jp')
export const CN: DelegationId = delegationId.parse('cn')

const delegations = [{ id: US }, { id: JP }, { id: CN }]

function between(first: DelegationId, second: DelegationId): Pair {
  const found = pairOf({ delegations }, first, second)
  if (!found) throw new Error(`${first} and ${second} are no pair.`)
  return found
}

export const US_JP: Pair = between(US, JP)
export const US_CN: Pair = between(US, CN)
export const JP_CN: Pair = between(JP, CN)
