// The chart of the gap over the rounds: in each of its drawings every line between two is named at its end by them.
import { expect, test } from 'vitest'
import { GapLines } from '../../../app/_ui/gap-lines'
import { PARTIES } from '../../../app/components/sample-parties'
import { markup } from '../drawn-screens'

const ROUNDS = [
  { name: 'Framing', number: 1, distances: { 'arn-bel': 3, 'arn-cas': 4.5, 'bel-cas': 1.5 }, gap: 3, believed: 2 },
  { name: 'Trade', number: 2, distances: { 'arn-bel': 2, 'arn-cas': 3.5, 'bel-cas': 1.5 }, gap: 2, believed: 1 },
]

test.each(['normal', 'stage'] as const)('each pair is named in every drawing of the chart (%s)', (size) => {
  const drawings = markup(<GapLines parties={PARTIES} rounds={ROUNDS} size={size} />).match(/<svg.*?<\/svg>/gs) ?? []
  expect(drawings).toHaveLength(size === 'stage' ? 1 : 3)
  const [arn, bel, cas] = PARTIES.delegations.map(({ short }) => short)
  for (const drawing of drawings) {
    const ends = [...drawing.matchAll(/<text[^>]*>([^<]+)<\/text>/g)].map(([, words = '']) => words)
    for (const pair of [`${arn}–${bel}`, `${arn}–${cas}`, `${bel}–${cas}`])
      expect(ends.filter((words) => words.startsWith(pair) && !words.includes('believed'))).toHaveLength(1)
  }
})
