// What each delegation believed of each other in a round (rule D1): the guess it made the last time it filed one, against its own
// position of then. One rule for the room, the stage, the transcript and the debrief. It must not know how a belief is drawn.

import { delegationIds, focusOf, membersOf } from '../agenda/parties'
import type { DelegationId, Pair, Stage, TensionKey } from '../kernel/ids'
import { positionFile, type RoomState } from '../kernel/room-state'
import { focusGap, revealedValues } from './gap'

export type Belief = {
  by: DelegationId
  of: DelegationId
  /** With which of its positions the guess was filed. */
  stage: Stage
  /** Where it took the other to stand. */
  value: number
  /** How far from its own position that was. */
  distance: number
  /** How far apart the two stood at that stage; null where the other had not filed. */
  actual: number | null
}

/** What one delegation last believed of another; null where it never filed a guess of it. */
export function beliefOf(state: RoomState, round: TensionKey, by: DelegationId, of: DelegationId): Belief | null {
  for (const stage of ['closing', 'opening'] as const) {
    const { revealed, filed } = positionFile(state, round, stage, by)
    const value = filed?.position.guesses[of]
    if (!revealed || !filed || value === undefined || by === of) continue
    const own = filed.position.value
    const other = revealedValues(state, round, stage)[of]
    const actual = other === undefined ? null : Math.abs(own - other)
    return { by, of, stage, value, distance: Math.abs(own - value), actual }
  }
  return null
}

/** Every belief of a round, in the plan's order. */
export function beliefsIn(state: RoomState, round: TensionKey): readonly Belief[] {
  const all = delegationIds(state.plan)
  return all.flatMap((by) => all.flatMap((of) => beliefOf(state, round, by, of) ?? []))
}

/** What the two sides of a pair believed of one another. */
export function beliefsBetween(state: RoomState, round: TensionKey, pair: Pair): readonly Belief[] {
  const [left, right] = membersOf(pair)
  return [beliefOf(state, round, left, right), beliefOf(state, round, right, left)].flatMap((belief) => belief ?? [])
}

export type BelievedGap = {
  by: DelegationId
  stage: Stage
  /** How wide the gap was by its own position and its guesses of the other members. */
  distance: number
  /** How wide it was at that stage; null where a member had not filed. */
  actual: number | null
}

/**
 * How wide the first member of the gap believed it to be, the last time it filed guesses of all other members; null where it never did.
 * Of two members it is what the one believed of its distance from the other.
 */
export function believedGap(state: RoomState, round: TensionKey): BelievedGap | null {
  const [by, ...others] = focusOf(state.plan).members
  if (by === undefined) return null
  for (const stage of ['closing', 'opening'] as const) {
    const { revealed, filed } = positionFile(state, round, stage, by)
    if (!revealed || !filed) continue
    const guesses = others.flatMap((of) => filed.position.guesses[of] ?? [])
    if (guesses.length < others.length) continue
    const stood = [filed.position.value, ...guesses]
    const actual = focusGap(state.plan, revealedValues(state, round, stage))
    return { by, stage, distance: Math.max(...stood) - Math.min(...stood), actual }
  }
  return null
}

/** A guess further off than this was a misreading. */
const NEAR = 0.5

export type Misreading = { of: DelegationId; by: DelegationId; distance: number; toward: 'plus' | 'minus' }
export type WhoReadWhom = { well: readonly DelegationId[]; misread: readonly Misreading[] }

/** Whose position everybody who guessed it came near to, and who took whom to stand elsewhere. Each guess is held against the position it was a guess of. */
export function whoReadWhom(state: RoomState, round: TensionKey): WhoReadWhom {
  const guessed = beliefsIn(state, round).flatMap(({ by, of, stage, value }) => {
    const stood = revealedValues(state, round, stage)[of]
    return stood === undefined ? [] : [{ by, of, off: value - stood }]
  })
  return {
    well: delegationIds(state.plan).filter((of) => {
      const about = guessed.filter((guess) => guess.of === of)
      return about.length > 0 && about.every(({ off }) => Math.abs(off) <= NEAR)
    }),
    misread: guessed.flatMap(({ of, by, off }): Misreading[] =>
      Math.abs(off) <= NEAR ? [] : [{ of, by, distance: Math.abs(off), toward: off > 0 ? 'plus' : 'minus' }],
    ),
  }
}
