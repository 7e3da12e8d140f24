// Who read whom: how near each delegation's guesses came to what the others filed, and what Washington expected of the gap.
// Arithmetic only; the words are the messages'.

import { DELEGATIONS, type DelegationId } from '#simulation/kernel/ids'
import type { Belief, Values } from '#simulation/reading/gap'

/** A guess further off than this was a misreading. */
const NEAR = 0.5

export type Misreading = { of: DelegationId; by: DelegationId; distance: number; toward: 'plus' | 'minus' }
export type Readings = { well: readonly DelegationId[]; misread: readonly Misreading[] }

export function readings(values: Values, beliefs: readonly Belief[]): Readings {
  const guessed = beliefs.flatMap((belief) => {
    const value = values[belief.of]
    return value === undefined ? [] : [{ ...belief, off: belief.value - value }]
  })
  return {
    well: DELEGATIONS.filter((of) => {
      const about = guessed.filter((guess) => guess.of === of)
      return about.length > 0 && about.every(({ off }) => Math.abs(off) <= NEAR)
    }),
    misread: guessed.flatMap(({ of, by, off }): Misreading[] =>
      Math.abs(off) <= NEAR ? [] : [{ of, by, distance: Math.abs(off), toward: off > 0 ? 'plus' : 'minus' }],
    ),
  }
}

/** The US–Japan distance that Washington's own position and its guess of Tokyo's imply; null where either is missing. */
export function expectedByWashington(values: Values, beliefs: readonly Belief[]): number | null {
  const guess = beliefs.find(({ by, of }) => by === 'us' && of === 'jp')?.value
  return values.us === undefined || guess === undefined ? null : Math.abs(values.us - guess)
}
