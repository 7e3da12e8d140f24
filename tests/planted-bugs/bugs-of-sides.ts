/** Bugs that tell one side of another: how much it talks, when, and what is planned. */
import type { Bug } from './bug'

export const OF_SIDES: readonly Bug[] = [
  {
    breaks: 'the talk of all sides is counted together, so that one’s own numbers tell how much the others said',
    file: 'simulation/private-numbers.ts',
    old: `  const prefix = isFirstEdition(state.plan) ? kind : prefixOf(state.plan, kind, of)`,
    planted: `  const prefix = kind`,
    tests: ['tests/simulation/sides.test.ts'],
  },
]
