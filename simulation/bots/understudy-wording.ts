// How understudies judge the words of a clause: how far they stand from a side's own position, in steps of the axis. A side's first words
// stand where the side does, and what people wrote is read by what it took of these and by the scenario's hinges.

import { delegationIds } from '../agenda/parties'
import type { DelegationId } from '../kernel/ids'
import { shareChanged } from '../reading/log/differences'
import { isFirst } from '../reading/text/authorship'
import { clauseOf } from '../scenario/lookup'
import type { ClauseText, Version } from '../shapes/text'
import { draw, standOf, type UnderstudyContext } from './understudy-context'
import { refusedIn } from './understudy-refusing'

/** In steps of the axis: a side stands on words that are no further than this from its own position. */
const REACH = 1.5
/** How much further another's first words are than words written for the talks. */
const ASKED = 1
/** What a phrase that carries a side's value takes off that distance. */
const VALUE = 0.75

/** How far words may stand from a side's position so that it stands on them. */
export const reachOf = (context: UnderstudyContext, clause: ClauseText, delegation: DelegationId): number =>
  REACH + 0.5 * draw(context, 3, 'reach', clause.key, delegation)

/** Whether a side would not stand on this version for its words alone. */
export const isBeyondReach = (
  context: UnderstudyContext,
  clause: ClauseText,
  delegation: DelegationId,
  version: Version,
): boolean => distance(context, clause, delegation, version) > reachOf(context, clause, delegation)

/** How far a version stands from a side's position. Another's first words are what that side asks for, and meet it less than others do. */
export function distance(
  context: UnderstudyContext,
  clause: ClauseText,
  delegation: DelegationId,
  version: Version,
): number {
  if (version.by === delegation) return Number.POSITIVE_INFINITY
  const far = farFrom(context, clause, delegation, version.words, wordsValue(context, clause, version))
  return isFirst(version) ? far + ASKED : far
}

/** How far words that stand here on the axis are from a side's position, in steps of it; infinitely where it never signs them. */
export function farFrom(
  context: UnderstudyContext,
  clause: ClauseText,
  delegation: DelegationId,
  words: string,
  value: number,
): number {
  if (isForbidden(context, clause, delegation, words)) return Number.POSITIVE_INFINITY
  const values = valuesIn(context, clause, delegation, words)
  return Math.abs(value - placeOf(context, clause, delegation)) - VALUE * values
}

/** The clause's hinges that stand in these words. */
export const hingesIn = ({ scenario }: UnderstudyContext, { key }: ClauseText, words: string) =>
  (clauseOf(scenario, key)?.hinges ?? []).filter(({ phrase }) => words.toLowerCase().includes(phrase.toLowerCase()))

/** U19: whether these words cross a red line of this delegation, or break what one of its offices is to reach. */
export const isForbidden = (
  context: UnderstudyContext,
  clause: ClauseText,
  delegation: DelegationId,
  words: string,
): boolean =>
  hingesFor(context, clause, delegation, words).some(({ reads }) => reads === 'red-line') ||
  refusedIn(context.scenario, clause.key, delegation).some((phrase) => words.toLowerCase().includes(phrase))

/** Whether any delegation but the one whose words they are forbids them: nobody trades in words that a third one refuses. */
export const isForbiddenToAny = (context: UnderstudyContext, clause: ClauseText, { by, words }: Version): boolean =>
  delegationIds(context.state.plan).some((id) => id !== by && isForbidden(context, clause, id, words))

const hingesFor = (context: UnderstudyContext, clause: ClauseText, delegation: DelegationId, words: string) =>
  hingesIn(context, clause, words).filter((hinge) => hinge.for === delegation)

/** How many phrases of these words carry a side's value. */
export const valuesIn = (
  context: UnderstudyContext,
  clause: ClauseText,
  delegation: DelegationId,
  words: string,
): number => hingesFor(context, clause, delegation, words).filter(({ reads }) => reads === 'value').length

/** Where words stand on the axis: between the sides from whose first words they took something, by how much they took of each. */
export function wordsValue(context: UnderstudyContext, clause: ClauseText, version: Version): number {
  if (isFirst(version) && version.by !== null) return placeOf(context, clause, version.by)
  const shares = takenFrom(clause, version)
  const whole = shares.reduce((sum, { share }) => sum + share, 0)
  const value = (by: DelegationId | null) => (by === null ? 0 : placeOf(context, clause, by))
  return whole === 0 ? 0 : shares.reduce((sum, { by, share }) => sum + value(by) * share, 0) / whole
}

type Taken = readonly Readonly<{ by: DelegationId | null; share: number }>[]
/** A version never changes, and is looked at again before every move. */
const known = new WeakMap<Version, Taken>()

/** How much a version took of each side's first words, those that took more of one counting for more. */
function takenFrom({ versions }: ClauseText, version: Version): Taken {
  const before = known.get(version)
  if (before) return before
  const taken = versions
    .filter(isFirst)
    .map(({ by, words }) => ({ by, share: (1 - shareChanged(words, version.words)) ** 2 }))
  known.set(version, taken)
  return taken
}

export const placeOf = (context: UnderstudyContext, { tension }: ClauseText, delegation: DelegationId): number =>
  tension === null ? 0 : standOf(context, tension, delegation)
