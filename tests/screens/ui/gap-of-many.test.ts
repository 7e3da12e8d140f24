// The gap's charts for two to eight delegations: no plate or label overlaps another, whatever the values.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HUES, SHAPES } from '#simulation/agenda/party-look'
import { delegationId } from '#simulation/kernel/ids'
import type { Values } from '#simulation/reading/log/gap'
import { plateWidth } from '../../../app/_ui/charts/chart-marks'
import {
  axisX,
  beliefLabels,
  type DrawingName,
  fitted,
  labelSpan,
  MARK_HALF,
  measures,
  namedIn,
  plateTop,
} from '../../../app/_ui/charts/gap-drawing'
import { bandPath, distanceY, LINES } from '../../../app/_ui/charts/gap-lines-measures'
import { columnsFor, type Delegation, gapName, type Parties, pairsIn } from '../../../app/_ui/words/delegations'

const EIGHT: readonly Delegation[] = HUES.map((hue, place) => {
  const name = `Party ${'ABCDEFGH'[place]}`
  const id = delegationId.parse(`party${'abcdefgh'[place]}`)
  const letter = 'ABC'.slice(0, 1 + (place % 3))
  return { id, name, short: name, capital: `Port ${name}`, letter, shape: SHAPES[place] ?? 'disc', hue }
})
const first = (count: number): readonly Delegation[] => EIGHT.slice(0, count)
const partiesOf = (count: number, members: number): Parties => ({
  delegations: first(count),
  focus: { members: first(members).map(({ id }) => id), name: 'the first of them' },
})

const half = fc.integer({ min: -6, max: 6 }).map((steps) => steps / 2)
const positions = fc.array(half, { minLength: 2, maxLength: 8 })
const valuesOf = (filed: readonly number[]): Values =>
  Object.fromEntries(first(filed.length).map(({ id }, place) => [id, filed[place] ?? 0]))

test('no plate of up to eight lies on another, in any drawing', () => {
  const drawing = fc.constantFrom<DrawingName>('wide', 'half', 'phone', 'stage')
  let stacked = 0
  fc.assert(
    fc.property(drawing, fc.boolean(), positions, (name, rows, filed) => {
      const { m, stood } = fitted(name, rows, first(filed.length), valuesOf(filed))
      expect(stood).toHaveLength(filed.length)
      const width = (letter: string) => plateWidth(letter) * m.scale
      for (const [place, one] of stood.entries())
        for (const other of stood.slice(place + 1)) {
          if (one.level !== other.level) continue
          const needs = (width(one.delegation.letter) + width(other.delegation.letter)) / 2
          expect(Math.abs(one.x - other.x)).toBeGreaterThanOrEqual(needs)
        }
      if (stood.some(({ level }) => level > 2)) stacked += 1
    }),
  )
  expect(stacked).toBeGreaterThan(0)
})

test('a stack of eight on the stage is no taller than the room it has there', () => {
  fc.assert(
    fc.property(half, (value) => {
      const { m, stood } = fitted('stage', false, EIGHT, valuesOf(EIGHT.map(() => value)))
      const highest = Math.max(...stood.map(({ level }) => level))
      expect(highest).toBe(7)
      expect(-plateTop(m, 0, highest)).toBeLessThanOrEqual(390)
    }),
  )
})

test('three on the stage are drawn as large as ever', () => {
  fc.assert(
    fc.property(fc.tuple(half, half, half), (filed) => {
      expect(fitted('stage', false, first(3), valuesOf(filed)).m).toEqual(measures('stage', false))
    }),
  )
})

test('a label names up to three believers, and counts the rest of more', () => {
  expect(namedIn(['A', 'B', 'C'])).toEqual({ named: ['A', 'B', 'C'], rest: 0 })
  expect(namedIn(['A', 'B', 'C', 'D', 'E'])).toEqual({ named: ['A', 'B'], rest: 3 })
})

test('labels of beliefs of up to seven others never begin in one another', () => {
  fc.assert(
    fc.property(fc.array(half, { minLength: 1, maxLength: 7 }), half, (guessed, actual) => {
      const [of, ...others] = EIGHT
      if (!of) return
      const beliefs = guessed.map((value, place) => ({ of: of.id, by: others[place]?.id ?? of.id, value }))
      const labels = beliefLabels(measures('wide', true), beliefs, actual)
      expect(labels.flatMap(({ by }) => by).toSorted()).toEqual(beliefs.map(({ by }) => by).toSorted())
      for (const side of [-1, 1]) {
        const own = labels.filter((label) => label.side === side).map(({ x }) => x)
        expect(new Set(own).size).toBe(own.length)
      }
    }),
  )
})

test('no label of a belief is written over a mark or over another label', () => {
  const drawing = fc.constantFrom<DrawingName>('wide', 'half', 'phone')
  const guesses = fc.array(half, { minLength: 1, maxLength: 7 })
  let shared = 0
  fc.assert(
    fc.property(drawing, guesses, fc.option(half), (name, guessed, actual) => {
      const [of, ...others] = EIGHT
      if (!of) return
      const m = measures(name, true)
      const beliefs = guessed.map((value, place) => ({ of: of.id, by: others[place]?.id ?? of.id, value }))
      const labels = beliefLabels(m, beliefs, actual, 3)
      const spans = labels.map((label) => labelSpan(label, 3))
      for (const [place, [from, to]] of spans.entries()) {
        for (const { value } of beliefs) {
          const x = axisX(m, value)
          expect(x + MARK_HALF - 2 <= from || x - MARK_HALF + 2 >= to).toBe(true)
        }
        for (const [start, end] of spans.slice(place + 1)) expect(end - 2 <= from || start + 2 >= to).toBe(true)
      }
      if (labels.length === 1 && new Set(guessed).size > 2) shared += 1
    }),
  )
  expect(shared).toBeGreaterThan(0)
})

test.each([2, 3, 4, 5, 6, 7, 8])('%i delegations have every pair once, in the plan’s order', (count) => {
  const pairs = pairsIn(partiesOf(count, 2))
  expect(pairs).toHaveLength((count * (count - 1)) / 2)
  for (const { pair, members } of pairs) expect(pair).toBe(members.map(({ id }) => id).join('-'))
})

test('a gap of two is called by its pair, and one of more by the name the plan gives it', () => {
  expect(gapName(partiesOf(5, 2))).toBe('Party A–Party B')
  expect(gapName(partiesOf(5, 3))).toBe('the first of them')
})

test('the band of the other pairs runs from the least to the greatest of each round, and is parted where none is known', () => {
  const outline = bandPath(LINES.wide, [[1, 4], [2, 3], null, [0, 6]])
  expect(outline.match(/M/g)).toHaveLength(2)
  for (const distance of [0, 1, 2, 3, 4, 6]) expect(outline).toContain(String(distanceY(LINES.wide, distance)))
  expect(bandPath(LINES.wide, [null])).toBe('')
})

test('side by side they fall into rows that are about even', () => {
  expect([2, 3, 4, 5, 6, 7, 8].map(columnsFor)).toEqual([2, 3, 4, 3, 3, 4, 4])
})
