// What each delegation believed of each other delegation in a round (rule D1): the last guess it filed, compared with its own position
// filed at the same stage. Room, stage, transcript and debrief all use this file, so that they show the same beliefs.

import { delegationIds, focusOf, membersOf } from '../../agenda/parties'
import { type DelegationId, type FilingStage, type Pair, personOfActor, type TensionKey } from '../../kernel/ids'
import type { BeforeAfter } from '../../kernel/paired'
import { positionFile, type RoomState } from '../../state/room-state'
import { focusGap, revealedValues } from '../log/gap'

export type Belief = {
  by: DelegationId
  of: DelegationId
  /** Whether the guess was filed with the opening or with the closing position. */
  stage: FilingStage
  /** The guess: a value on the axis. */
  value: number
  /** The distance from its own position to the guess. */
  distance: number
  /** The distance between the two filed positions at that stage; null where the other delegation had not filed. */
  actual: number | null
}

/** What one delegation last believed of another; null where it never filed a guess about it. */
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

/** What the two delegations of a pair believed of one another. */
export function beliefsBetween(state: RoomState, round: TensionKey, pair: Pair): readonly Belief[] {
  const [left, right] = membersOf(pair)
  return [beliefOf(state, round, left, right), beliefOf(state, round, right, left)].flatMap((belief) => belief ?? [])
}

type BelievedGap = {
  by: DelegationId
  stage: FilingStage
  /** The width of the gap computed from its own position and its guesses of the other members. */
  distance: number
  /** The width computed from the filed positions of that stage; null where a member had not filed. */
  actual: number | null
}

/**
 * How wide the first member of `plan.focus` believed the gap to be, the last time it filed guesses of all other members; null where it
 * never did. For a gap of two members this is the distance it believed to lie between itself and the other.
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

/** In steps of the axis: a guess further from the filed position than this counts as a misreading. */
const NEAR = 0.5

type Misreading = { of: DelegationId; by: DelegationId; distance: number; toward: 'plus' | 'minus' }
export type WhoReadWhom = { well: readonly DelegationId[]; misread: readonly Misreading[] }

/** `well`: delegations whose position every guess about them came near to. `misread`: each guess that was not near, and toward which end it was off. A guess is compared with the position filed at its own stage. */
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

/**
 * How far each guess lay from what the guessed delegation filed at the same stage, with the opening and with the closing position, where both
 * were guessed by people: what stood in for a position nobody filed guesses nothing, and an understudy learns nothing.
 */
export function guessChanges(state: RoomState): readonly BeforeAfter[] {
  const all = delegationIds(state.plan)
  const off = (round: TensionKey, stage: FilingStage, by: DelegationId, of: DelegationId): number | null => {
    const { revealed, filed, filing, how } = positionFile(state, round, stage, by)
    const guess = filed?.position.guesses[of]
    const stood = revealedValues(state, round, stage)[of]
    const byPeople = how === 'draft' || (how === 'filed' && filing !== null && personOfActor(filing.by) !== null)
    return revealed && byPeople && guess !== undefined && stood !== undefined ? Math.abs(guess - stood) : null
  }
  return state.plan.rounds.flatMap(({ key }) =>
    all.flatMap((by) =>
      all.flatMap((of): BeforeAfter[] => {
        const [first, last] = [off(key, 'opening', by, of), off(key, 'closing', by, of)]
        return by === of || first === null || last === null ? [] : [[first, last]]
      }),
    ),
  )
}
