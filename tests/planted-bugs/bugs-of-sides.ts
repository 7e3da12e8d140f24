/** Bugs that let one delegation learn of another: how much it talks, when, and what is planned. */
import type { Bug } from './bug'

export const OF_SIDES: readonly Bug[] = [
  {
    breaks: 'the talk of all sides is counted together, so that one’s own numbers tell how much the others said',
    inside: 'nextPrivate',
    old: `  const prefix = isFirstEdition(state.plan) ? kind : prefixOf(state.plan, kind, of)`,
    planted: `  const prefix = kind`,
    tests: ['tests/rules/sides.test.ts'],
  },
  {
    breaks: 'the seed of every lot rides in the plan that everybody reads',
    inside: 'planSeminar',
    old: `    speed: choices.speed,
  }`,
    planted: `    speed: choices.speed,
    seed: choices.seed,
  }`,
    tests: ['tests/rules/planning.test.ts', 'tests/rules/chair-plan.test.ts'],
  },
  {
    breaks: 'the news that are planned and the seed are told to everybody when the room opens',
    inside: 'openRoom',
    old: `instructorOnly({ type: 'ChairPlanIssued', plan: chairPlan })`,
    planted: `everyone({ type: 'ChairPlanIssued', plan: chairPlan })`,
    tests: ['tests/rules/chair-plan.test.ts'],
  },
  {
    breaks: 'the number of another side’s row is told at the moment of its words',
    inside: 'deliveries',
    old: `    if (!hears.includes('1')) continue`,
    planted: ``,
    tests: ['tests/server/live/sides.test.ts'],
  },
  {
    breaks: 'whoever joins again and again is told how far the others have talked by then',
    inside: 'viewFor',
    old: `return rows.slice(0, last + 1).map(`,
    planted: `return rows.map(`,
    tests: ['tests/server/live/sides.test.ts'],
  },
  {
    breaks: 'one student with three browsers is given the briefs of three sides',
    inside: 'mayTakeSide',
    old: `  return cameByOpenCode(person).then((isOpen) => !isOpen)`,
    planted: `  return cameByOpenCode(person).then(() => true)`,
    tests: ['tests/security/one-side.test.ts'],
    only: 'one side’s brief at most',
  },
]
