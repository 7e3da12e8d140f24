// The delegations of a plan (two to eight), the pairs they make, and its focus: the delegations between whom *the* gap is measured.
// All of it is data of the plan; tests/rules/house/no-party-by-name.test.ts refuses a party's name in the rules.
import * as z from 'zod/mini'
import { type DelegationId, delegationId, MOST_DELEGATIONS, type Pair, pair, shortText } from '../kernel/ids'
import { hue, placardLetters, shape } from './party-look'

export const delegationPlan = z.strictObject({
  id: delegationId,
  name: shortText,
  /** A short name, for headings in which two names stand side by side. */
  short: shortText,
  /** The capital, used as a name for its government: "Arnport holds that…". */
  capital: shortText,
  /** Other names and adjectives by which people speak of it; only its beginning need stand in their words. */
  alsoCalled: z.optional(z.array(shortText).check(z.maxLength(12))),
  letter: placardLetters,
  shape,
  hue,
})
export type DelegationPlan = z.infer<typeof delegationPlan>

/**
 * The delegations between whom *the* gap lies: the spread (most minus least) of the values they filed, for two of them their distance
 * (G3). Screens report what the first member believed of the gap, and where the last stands between the others and everybody else.
 */
export const focusPlan = z.strictObject({
  members: z.array(delegationId).check(z.minLength(2), z.maxLength(MOST_DELEGATIONS)),
  /** A name for the members together, to be used within a sentence. */
  name: shortText,
})
export type FocusPlan = z.infer<typeof focusPlan>

export const sourceLetter = z.string().check(z.regex(/^[A-Z]$/))

/** A text that everybody reads beforehand. The anchors of its paragraphs begin with its letter: `E2.3`. */
export const sourcePlan = z.strictObject({
  letter: sourceLetter,
  title: shortText,
  author: shortText,
  publisher: shortText,
  date: shortText,
  /** Where it can be read, if it is on the open web. */
  url: z.optional(shortText),
})

/** Anything that lists delegations: a plan, a scenario, or the data of a chart. */
export type WithParties = { readonly delegations: readonly { readonly id: DelegationId }[] }

/** The delegations' ids in the plan's order, in which every list of delegations is shown. */
export const delegationIds = ({ delegations }: WithParties): readonly DelegationId[] => delegations.map(({ id }) => id)

/** The delegation with this id; undefined if the plan has none. */
export const delegationOf = <Party extends { readonly id: DelegationId }>(
  { delegations }: { readonly delegations: readonly Party[] },
  id: string,
): Party | undefined => delegations.find((each) => each.id === id)

/** Every two delegations once, in the plan's order. */
export const pairsOf = (plan: WithParties): readonly Pair[] =>
  delegationIds(plan).flatMap((first, place, all) =>
    all.slice(place + 1).map((second) => pair.parse(`${first}-${second}`)),
  )

/** The pair of these two in either order; null when they are the same, or when the plan does not have one of them. */
export const pairOf = (plan: WithParties, a: DelegationId, b: DelegationId): Pair | null =>
  pairsOf(plan).find((each) => a !== b && membersOf(each).includes(a) && membersOf(each).includes(b)) ?? null

export function membersOf(of: Pair): readonly [DelegationId, DelegationId] {
  const [first, second] = of.split('-')
  return [delegationId.parse(first), delegationId.parse(second)]
}

/** The delegations between whom the plan measures the gap, and their name together. */
export const focusOf = (plan: { readonly focus: FocusPlan }): FocusPlan => plan.focus

/**
 * The ballot rule where a scenario gives none: a clause passes with more than half of the delegations in favour and nobody against.
 * For: two of two, two of three, three of five, four of seven.
 */
export const usualBallotRule = (parties: number): { votesFor: number; votesAgainst: number } => ({
  votesFor: Math.floor(parties / 2) + 1,
  votesAgainst: 0,
})
