// How wide the gap is between those a plan names, and who of them stands nearer to somebody else. Arithmetic only.
import type { DelegationId } from '#simulation/kernel/ids'
import type { Values } from '#simulation/reading/gap'
import type { Parties } from './delegations'

/** From the least to the greatest of what these filed; null while one of them has not. Of two it is their distance. */
export function spreadOf(members: readonly DelegationId[], values: Values): number | null {
  const filed = members.flatMap((id) => values[id] ?? [])
  return filed.length < members.length ? null : Math.max(...filed) - Math.min(...filed)
}

/** To whom outside the gap its last member stands nearest, and how near; null while it cannot be told. */
export function nearestOutside(
  { delegations, focus }: Parties,
  values: Values,
): { member: DelegationId; outside: DelegationId; distance: number } | null {
  const member = focus.members.at(-1)
  const own = member === undefined ? undefined : values[member]
  if (member === undefined || own === undefined) return null
  return delegations.reduce<{ member: DelegationId; outside: DelegationId; distance: number } | null>(
    (best, { id: outside }) => {
      const other = values[outside]
      if (focus.members.includes(outside) || other === undefined) return best
      const distance = Math.abs(own - other)
      return best && best.distance <= distance ? best : { member, outside, distance }
    },
    null,
  )
}
