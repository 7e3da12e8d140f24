// The parties of a plan: who they are, which two make a pair, and between whom *the* gap lies. Two to eight of them, and all of it data.
// It must not know any party by name.
import * as z from 'zod/mini'
import { type DelegationId, delegationId, MOST_DELEGATIONS, type Pair, pair, shortText } from '../kernel/ids'
import { hue, placardLetters, shape } from './party-look'

export const delegationPlan = z.strictObject({
  id: delegationId,
  name: shortText,
  /** How it is called where two stand side by side. */
  short: shortText,
  /** What stands for its government: "Arnport holds that…". */
  capital: shortText,
  letter: placardLetters,
  shape,
  hue,
})
export type DelegationPlan = z.infer<typeof delegationPlan>

/**
 * Between whom *the* gap lies: how far what these delegations filed is spread, for two of them their distance. The first is the one
 * whose belief in it is told, the last the one that is looked at for where it stands between the others and everybody else.
 */
export const focusPlan = z.strictObject({
  members: z.array(delegationId).check(z.minLength(2), z.maxLength(MOST_DELEGATIONS)),
  /** What they are called together, as it stands within a sentence. */
  name: shortText,
})
export type FocusPlan = z.infer<typeof focusPlan>

export const sourceLetter = z.string().check(z.regex(/^[A-Z]$/))

/** A text that everybody reads beforehand; its letter begins the anchors of its paragraphs. */
export const sourcePlan = z.strictObject({
  letter: sourceLetter,
  title: shortText,
  author: shortText,
  publisher: shortText,
  date: shortText,
  /** Where it can be read, if it is on the open web. */
  url: z.optional(shortText),
})
export type SourcePlan = z.infer<typeof sourcePlan>

/** As far as the parties of a plan are asked for: a plan, a scenario, or what a chart is given. */
export type WithParties = { readonly delegations: readonly { readonly id: DelegationId }[] }

/** In the plan's order, which is the order of every list of them. */
export const delegationIds = ({ delegations }: WithParties): readonly DelegationId[] => delegations.map(({ id }) => id)

/** The delegation of this name; undefined for whatever the plan does not seat. */
export const delegationOf = <Party extends { readonly id: DelegationId }>(
  { delegations }: { readonly delegations: readonly Party[] },
  id: string,
): Party | undefined => delegations.find((each) => each.id === id)

/** Every two delegations once, in the plan's order. */
export const pairsOf = (plan: WithParties): readonly Pair[] =>
  delegationIds(plan).flatMap((first, place, all) =>
    all.slice(place + 1).map((second) => pair.parse(`${first}-${second}`)),
  )

/** The pair of these two, whichever is named first; null for one and the same, and for one that the plan does not seat. */
export const pairOf = (plan: WithParties, a: DelegationId, b: DelegationId): Pair | null =>
  pairsOf(plan).find((each) => a !== b && membersOf(each).includes(a) && membersOf(each).includes(b)) ?? null

export function membersOf(of: Pair): readonly [DelegationId, DelegationId] {
  const [first, second] = of.split('-')
  return [delegationId.parse(first), delegationId.parse(second)]
}

/** Between whom the plan says that the gap lies. */
export const focusOf = (plan: { readonly focus: FocusPlan }): FocusPlan => plan.focus

/**
 * How many in favour, and how many against at most, pass a clause where a scenario does not say: more than half, and nobody against.
 * Two of two, two of three, three of five, four of seven.
 */
export const usualBallotRule = (parties: number): { votesFor: number; votesAgainst: number } => ({
  votesFor: Math.floor(parties / 2) + 1,
  votesAgainst: 0,
})
