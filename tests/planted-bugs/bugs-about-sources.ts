/** Bugs for what is cited: where a fact comes from, who has looked it up, and when our own reading of it is shown. */
import type { Bug } from './bug'

export const ABOUT_SOURCES: readonly Bug[] = [
  {
    breaks: 'a fact from outside the sources is filed under the paragraph beside it',
    inside: 'citationsOf',
    old: `...publicFacts.filter(({ key }) => facts.includes(key)).map((fact) => ({ source: sourceLine(fact) })),`,
    planted: ``,
    tests: ['tests/rules/scenario-words.test.ts'],
  },
  {
    breaks: 'our reading of a source is shown before anybody has argued',
    inside: 'sourceReading',
    old: `state.unsealedAt === null ? null : round.author`,
    planted: `round.author`,
    tests: ['tests/rules/scenario-words.test.ts'],
  },
  {
    breaks: 'a publication that nobody has looked up is named on a page',
    inside: 'shownSource',
    old: `looked === 'looked-up' ? source : null`,
    planted: `source`,
    tests: ['tests/rules/scenario-words.test.ts'],
  },
]
