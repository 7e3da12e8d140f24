// The delegations of a plan as screens name and draw them, and whose gap is told. It is the one place where screens ask a plan for
// its parties.

import type { DelegationPlan, FocusPlan } from '#simulation/agenda/parties'
import { membersOf, pairsOf } from '#simulation/agenda/parties'
import type { RoomPlan } from '#simulation/agenda/plan'
import type { Pair } from '#simulation/kernel/ids'

/** A delegation as far as it is named and drawn. */
export type Delegation = Readonly<DelegationPlan>

/** Between whom the gap lies; their name stands within a sentence: "the neighbours". */
export type Focus = Readonly<FocusPlan>

/** What a chart is told of who stands on it. */
export type Parties = { readonly delegations: readonly Delegation[]; readonly focus: Focus }

export const partiesOf = ({ delegations, focus }: Pick<RoomPlan, 'delegations' | 'focus'>): Parties => ({
  delegations: delegationsIn({ delegations }),
  focus,
})

/**
 * In the plan's order, in which they stand at the table, in lists and in charts. A scenario's delegation holds its instructions as well:
 * only the name and the look of it go any further.
 */
export const delegationsIn = ({ delegations }: Pick<RoomPlan, 'delegations'>): readonly Delegation[] =>
  delegations.map(({ id, name, short, capital, letter, shape, hue }) => ({
    id,
    name,
    short,
    capital,
    letter,
    shape,
    hue,
  }))

/** The delegation of this name; undefined for whoever sits without one. */
export const delegationIn = (
  plan: Pick<RoomPlan, 'delegations'> | undefined,
  id: string | null | undefined,
): Delegation | undefined => plan && delegationsIn(plan).find((each) => each.id === id)

/** Two of them, as a chart names and draws them together. */
export type DrawnPair = { readonly pair: Pair; readonly members: readonly [Delegation, Delegation] }

/** Every two delegations once, in the plan's order. */
export const pairsIn = ({ delegations }: Parties): readonly DrawnPair[] =>
  pairsOf({ delegations }).flatMap((pair): DrawnPair[] => {
    const [first, second] = membersOf(pair).map((id) => delegations.find((each) => each.id === id))
    return first && second ? [{ pair, members: [first, second] }] : []
  })

/** "Arnmark–Belmora". */
export const pairName = ([first, second]: DrawnPair['members']): string => `${first.short}–${second.short}`

/** What the gap is called in a list or on a line: its pair, or the name of those it lies between. */
export function gapName({ delegations, focus }: Parties): string {
  const [first, second, ...others] = delegations.filter(({ id }) => focus.members.includes(id))
  return first && second && others.length === 0 ? pairName([first, second]) : focus.name
}

/** A name that stands within a sentence, as it begins one. */
export const beginning = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** Into how many columns so many of them fall side by side, so that the rows are about even: three in one row, seven in four and three. */
export const columnsFor = (count: number): number => (count <= 4 ? count : Math.ceil(count / 2))
