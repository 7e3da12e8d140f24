// The chart of the gap over the rounds: in each of its drawings every line between two is named at its end by them.
import { expect, test } from 'vitest'
import { delegationId } from '#simulation/kernel/ids'
import type { Parties } from '#ui/words/delegations.ts'
import { GapLines } from '../../../app/_ui/charts/gap-lines'
import { markup } from '../drawn-screens'

/** Three made-up delegations. */
const PARTIES: Parties = {
  delegations: [
    {
      id: delegationId.parse('arn'),
      name: 'Arnmark',
      short: 'Arnmark',
      capital: 'Arnport',
      letter: 'AR',
      shape: 'triangle',
      hue: 'blue',
    },
    {
      id: delegationId.parse('bel'),
      name: 'Belmora',
      short: 'Belmora',
      capital: 'Bela',
      letter: 'BE',
      shape: 'disc',
      hue: 'gold',
    },
    {
      id: delegationId.parse('cas'),
      name: 'Castrova',
      short: 'Castrova',
      capital: 'Castle Quay',
      letter: 'CA',
      shape: 'square',
      hue: 'red',
    },
  ],
  focus: { members: [delegationId.parse('arn'), delegationId.parse('bel')], name: 'the neighbours' },
}

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
