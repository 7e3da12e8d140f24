/** Bugs in what a debate over days promises: what is asked of whom, which more time gives something, and the order of its dates. */
import type { Bug } from './bug'

const promises = ['tests/rules/homework-promises.test.ts']

export const IN_HOMEWORK: readonly Bug[] = [
  {
    breaks: 'an observer is asked for a comment in a caucus that is closed to them',
    inside: 'mostOf',
    old: `  if (!seat?.delegation) return 0`,
    planted: `  if (!seat) return 0`,
    tests: promises,
  },
  {
    breaks: 'a proposal is asked of every student, and only three can make one',
    inside: 'mostOf',
    old: `      return isActingHead(state, seat) && plan.communique`,
    planted: `      return plan.communique`,
    tests: ['tests/rules/homework-asks.test.ts'],
  },
  {
    breaks: 'an answer to a delegation that has said nothing is asked for',
    inside: 'answerable',
    old: ` && spoke.has(delegation))`,
    planted: `)`,
    tests: promises,
  },
  {
    breaks: 'more time is granted for a part that closes for everybody, and gives nothing',
    inside: 'extensionFault',
    old: `  if (!takesLate(state, index)) return 'never-late'`,
    planted: ``,
    tests: promises,
  },
  {
    breaks: 'more time is granted until a moment that has passed',
    inside: 'extensionFault',
    old: `  if (to <= at) return 'deadline-in-the-past'`,
    planted: ``,
    tests: promises,
  },
  {
    breaks: 'a part is due before the one it follows, and opens and ends at once',
    inside: 'orderFault',
    old: `due <= to)) return 'later-part-first'`,
    planted: `due <= to)) return null`,
    tests: promises,
  },
  {
    breaks: 'what was over before somebody came is counted as missing',
    inside: 'statusOf',
    old: ` ? 'before' : 'missing'`,
    planted: ` ? 'missing' : 'missing'`,
    tests: ['tests/rules/reading/completion.test.ts'],
  },
  {
    breaks: 'deadlines typed for a week are kept for two',
    inside: 'readSetup',
    old: `isOfScenario && (last(fields, 'shape') ?? agendas[0]?.key) === agenda.key`,
    planted: `isOfScenario`,
    tests: ['tests/screens/homework/dates-keep-order.test.ts'],
  },
  {
    breaks: 'a repeated debate moves by whole weeks of hours, so that its deadlines slip when the clocks change',
    inside: 'weeksLater',
    old: `    const landed = resolveWallTime(zone, later(wall, weeks))`,
    planted: `    const first = resolveWallTime(zone, wall)
    const landed = first && { ...first, at: first.at + weeks * 604_800_000 }`,
    tests: ['tests/server/homework/weeks-later.test.ts'],
  },
]
