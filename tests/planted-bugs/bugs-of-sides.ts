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
  {
    breaks: 'the seed of every lot rides in the plan that everybody reads',
    file: 'simulation/planning.ts',
    old: `    understudies: choices.understudies,
    speed: choices.speed,
  }`,
    planted: `    understudies: choices.understudies,
    speed: choices.speed,
    seed: choices.seed,
  }`,
    tests: ['tests/simulation/planning.test.ts', 'tests/simulation/chair-plan.test.ts'],
  },
  {
    breaks: 'the news that are planned and the seed are told to everybody when the room opens',
    file: 'simulation/room.ts',
    old: `instructorOnly({ type: 'ChairPlanIssued', plan: chairPlan })`,
    planted: `everyone({ type: 'ChairPlanIssued', plan: chairPlan })`,
    tests: ['tests/simulation/chair-plan.test.ts'],
  },
]
