// The picture of the gap through its rounds: each round has its bracket, each delegation its placard and a path to the next, and in neither
// drawing do two placards or a placard and a bracket's words cover each other.
import { expect, test } from 'vitest'
import { delegationId } from '#simulation/kernel/ids'
import type { Parties } from '#ui/words/delegations.ts'
import { GapRounds } from '../../../app/_ui/gap-rounds'
import { markup } from '../drawn-screens'

const [arn, bel, cas] = ['arn', 'bel', 'cas'].map((id) => delegationId.parse(id))
const party = (id: typeof arn, name: string, letter: string, hue: 'blue' | 'gold' | 'red') => ({
  ...{ id: id ?? delegationId.parse('none'), name, short: name, capital: name, letter, shape: 'disc' as const, hue },
})
const PARTIES: Parties = {
  delegations: [
    party(arn, 'Arnmark', 'AR', 'blue'),
    party(bel, 'Belmora', 'BE', 'gold'),
    party(cas, 'Castrova', 'CA', 'red'),
  ],
  focus: { members: [arn, bel].flatMap((id) => id ?? []), name: 'the neighbours' },
}
const ROUNDS = [
  { round: 'framing', name: 'The name', number: 1, values: { arn: 1, bel: -0.5, cas: -2.5 } },
  { round: 'trade', name: 'The ties', number: 2, values: { arn: 1, bel: -1, cas: -1 } },
  { round: 'order', name: 'The order', number: 3, values: { arn: 1.5, bel: 1.5, cas: -3 } },
]

const drawings = () => markup(<GapRounds parties={PARTIES} rounds={ROUNDS} />).match(/<svg.*?<\/svg>/gs) ?? []

test('each round has a placard of each delegation, a path from the one before, and its distance in words', () => {
  expect(drawings()).toHaveLength(2)
  for (const drawing of drawings()) {
    expect(drawing.match(/<rect/g)).toHaveLength(ROUNDS.length * PARTIES.delegations.length)
    expect(drawing.match(/ d="M[\d. ]+C/g)).toHaveLength((ROUNDS.length - 1) * PARTIES.delegations.length)
    for (const words of ['1.5 apart', '2.0 apart', 'no distance']) expect(drawing).toContain(words)
    for (const { name } of ROUNDS) expect(drawing).toContain(name)
  }
})

test('no two placards of a drawing cover each other, and all of it stands inside', () => {
  for (const drawing of drawings()) {
    const [, width = 0, height = 0] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(drawing) ?? []).map(Number)
    const numbers = (tag: string) => [...tag.matchAll(/ (x|y|width|height)="([\d.-]+)"/g)].map(([, , no]) => Number(no))
    const plates = (drawing.match(/<rect[^>]*>/g) ?? []).map(numbers)
    for (const [place, [x = 0, y = 0, wide = 0, high = 0]] of plates.entries()) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x + wide).toBeLessThanOrEqual(width)
      expect(y + high).toBeLessThanOrEqual(height)
      for (const [otherX = 0, otherY = 0] of plates.slice(place + 1))
        expect(Math.abs(x - otherX) >= wide || Math.abs(y - otherY) >= high).toBe(true)
    }
  }
})
