/** Bugs in what a debate over days promises: what is asked of whom, which more time gives something, and the order of its dates. */
import type { Bug } from './bug'

const promises = ['tests/rules/homework-promises.test.ts']
const DATES = 'simulation/topics/homework/homework-dates.ts'

export const IN_HOMEWORK: readonly Bug[] = [
  {
    breaks: 'an observer is asked for a comment in a caucus that is closed to them',
    file: 'simulation/topics/homework/requirements.ts',
    old: `  if (!seat?.delegation) return 0`,
    planted: `  if (!seat) return 0`,
    tests: promises,
  },
  {
    breaks: 'a proposal is asked of every student, and only three can make one',
    file: 'simulation/topics/homework/requirements.ts',
    old: `      return isActingHead(state, seat) && plan.communique`,
    planted: `      return plan.communique`,
    tests: ['tests/rules/homework-asks.test.ts'],
  },
  {
    breaks: 'an answer to a delegation that has said nothing is asked for',
    file: 'simulation/topics/homework/requirements.ts',
    old: ` && spoke.has(delegation))`,
    planted: `)`,
    tests: promises,
  },
  {
    breaks: 'more time is granted for a part that closes for everybody, and gives nothing',
    file: DATES,
    old: `  if (!takesLate(state, index)) return 'never-late'`,
    planted: ``,
    tests: promises,
  },
  {
    breaks: 'more time is granted until a moment that has passed',
    file: DATES,
    old: `  if (to <= at) return 'deadline-in-the-past'`,
    planted: ``,
    tests: promises,
  },
  {
    breaks: 'a part is due before the one it follows, and opens and ends at once',
    file: DATES,
    old: `return 'later-part-first'
  return null
}

/** H3`,
    planted: `return null
  return null
}

/** H3`,
    tests: promises,
  },
]
