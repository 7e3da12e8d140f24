// The layout of plates and labels in the gap's charts, and the chart's title.
import fc from 'fast-check'
import { createTranslator } from 'next-intl'
import { expect, test } from 'vitest'
import type { Values } from '#simulation/reading/log/gap'
import ui from '../../../app/_messages/en/ui.json'
import { beliefLabels, measures } from '../../../app/_ui/charts/gap-drawing'
import { describePositions, gapFinding } from '../../../app/_ui/charts/gap-finding'
import { distanceY, LINES, roundName, spreadLabels } from '../../../app/_ui/charts/gap-lines-measures'
import { partiesOf } from '../../../app/_ui/words/delegations'
import { CN, JP, US } from '../../support/stories/sides'
import { rehearsedSeminar } from '../record/rehearsed-seminar'

const translate = createTranslator({ locale: 'en', messages: { ui } })
// The keys are computed, so they are not typed; a missing message fails the expectation.
const words = (key: string, values?: Record<string, string | number>) =>
  translate(`ui.${key}` as never, values as never)
const list = (names: readonly string[]) => new Intl.ListFormat('en-GB').format(names)
const { plan } = rehearsedSeminar().state
const PARTIES = partiesOf(plan)
const finding = (positions: Values) => gapFinding(words, list, PARTIES, positions, 'deterrence')

test('believers of one value share a label', () => {
  const beliefs = [
    { of: JP, by: US, value: 2 },
    { of: JP, by: CN, value: 2 },
  ] as const
  expect(beliefLabels(measures('wide', true), beliefs, 1)).toMatchObject([{ side: 1, by: [US, CN] }])
})

test('end labels never touch and never fall below the axis', () => {
  const distance = fc.integer({ min: 0, max: 12 }).map((steps) => steps / 2)
  fc.assert(
    fc.property(fc.array(fc.option(distance), { minLength: 1, maxLength: 5 }), (values) => {
      const heights = spreadLabels(LINES.phone, values)
      expect(heights.map((height) => height === null)).toEqual(values.map((value) => value === null))
      const placed = heights.filter((height) => height !== null).sort((a, b) => a - b)
      for (const [place, height] of placed.entries()) {
        expect(height).toBeLessThanOrEqual(distanceY(LINES.phone, 0))
        const before = placed[place - 1]
        if (before !== undefined) expect(height - before).toBeGreaterThanOrEqual(18)
      }
    }),
  )
})

test.each([
  [{ us: 2.5, jp: 1, cn: -2.5 }, 'The allies stand 1.5 apart on deterrence.'],
  [{ us: 2, jp: -1.5, cn: -3 }, 'On deterrence, Tokyo stands nearer to Beijing than to Washington.'],
  [{ us: 1, jp: 1, cn: 1 }, 'All three stand at the same place on deterrence.'],
  [{ us: 1, jp: 1, cn: -2 }, 'The allies stand together on deterrence.'],
  [{ us: 1, jp: 1 }, 'The allies stand together on deterrence.'],
  [{ us: 1, cn: 1 }, 'Tokyo did not file on deterrence, so the gap cannot be measured.'],
  [{ cn: 1 }, 'Washington and Tokyo did not file on deterrence, so the gap cannot be measured.'],
  [{}, 'Nobody filed on deterrence.'],
])('%j is titled %j', (positions, sentence) => {
  expect(finding(positions)).toBe(sentence)
})

test('a drawing is named by its numbers', () => {
  const spoken = describePositions(words, list, PARTIES, { [US]: 2.5, [JP]: 1 })
  expect(spoken).toBe('United States +2.5, Japan +1.0, China not filed; United States and Japan 1.5 apart')
})

test('a round’s name takes the lines there are, and is cut only where it would run into its neighbour', () => {
  expect(roundName(LINES.wide, 'The name of the contest', 4)).toEqual(['The name of the contest'])
  expect(roundName(LINES.half, 'The name of the contest', 4)).toEqual(['The name of the', 'contest'])
  expect(roundName(LINES.half, 'The ties that pay', 4)).toEqual(['The ties that pay'])
  expect(roundName(LINES.phone, 'Whose neighbourhood?', 4)).toEqual(['Whose', 'neighbo…'])
  expect(roundName(LINES.stage, 'The name of the contest', 4)).toEqual(['The name of', 'the contest'])
  expect(roundName(LINES.stage, 'Whose neighbourhood?', 4)).toEqual(['Whose', 'neighbourhood?'])
})
