// The delegations of a plan as screens name and draw them, and those between whom the gap is measured. Screens read the plan's parties
// only here.

import { type DelegationPlan, type FocusPlan, membersOf, pairsOf } from '#simulation/agenda/parties'
import type { RoomPlan } from '#simulation/agenda/plan'
import type { Pair } from '#simulation/kernel/ids'

/** The name and look of a delegation. */
export type Delegation = Readonly<DelegationPlan>

/** The delegations between whom the gap is measured, with a name that fits inside a sentence: "the neighbours". */
export type Focus = Readonly<FocusPlan>

/** The parties of a chart. */
export type Parties = { readonly delegations: readonly Delegation[]; readonly focus: Focus }

export const partiesOf = ({ delegations, focus }: Pick<RoomPlan, 'delegations' | 'focus'>): Parties => ({
  delegations: delegationsIn({ delegations }),
  focus,
})

/**
 * The plan's delegations in its order, which all lists and charts follow. A scenario's delegation holds confidential instructions too:
 * only name and look are copied, so that instructions cannot reach a page through a chart.
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

/** The delegation with this id; undefined for null, as of an observer. */
export const delegationIn = (
  plan: Pick<RoomPlan, 'delegations'> | undefined,
  id: string | null | undefined,
): Delegation | undefined => plan && delegationsIn(plan).find((each) => each.id === id)

/** A pair of delegations, as a chart names and draws it. */
type DrawnPair = { readonly pair: Pair; readonly members: readonly [Delegation, Delegation] }

/** Every two delegations once, in the plan's order. */
export const pairsIn = ({ delegations }: Parties): readonly DrawnPair[] =>
  pairsOf({ delegations }).flatMap((pair): DrawnPair[] => {
    const [first, second] = membersOf(pair).map((id) => delegations.find((each) => each.id === id))
    return first && second ? [{ pair, members: [first, second] }] : []
  })

/** "Arnmark–Belmora". */
export const pairName = ([first, second]: DrawnPair['members']): string => `${first.short}–${second.short}`

/** The gap's name in a list or at a line: the pair, or the name of the group between whom it is measured. */
export function gapName({ delegations, focus }: Parties): string {
  const [first, second, ...others] = delegations.filter(({ id }) => focus.members.includes(id))
  return first && second && others.length === 0 ? pairName([first, second]) : focus.name
}

/** Capitalises a name that starts a sentence. */
export const beginning = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** The number of columns for that many delegations, so that rows are about even: three in one row, seven as four and three. */
export const columnsFor = (count: number): number => (count <= 4 ? count : Math.ceil(count / 2))
