// J22 What the members of a delegation share of their grades.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type GradeNote, gradeOf, releasing, totalOf } from '#simulation/reading/grades'
import type { Rubric } from '#simulation/reading/rubric'
import { type PositionLevel, sharedIn, sharedPart } from '#simulation/reading/shared-part'
import { onlyRubric, rubricWith } from '../support/rubrics'

const POINTS = 10
const rubric = {
  ...rubricWith(['role', 'text'], { points: POINTS }),
  criteria: rubricWith(['role', 'text']).criteria.map((one) => ({
    ...one,
    subjects: ['student', 'position'] as const,
  })),
}
const level = (round: string, criterion: string, given: number, at = 1): PositionLevel => ({
  ...{ round, criterion, level: given, at },
})
const both = (round: string, role: number, text: number) => [level(round, 'role', role), level(round, 'text', text)]
const points = (...levels: PositionLevel[]) => sharedPart(() => rubric, levels).points

test('J22 the shared part is the mean of the rounds that were judged, and nothing while one that was begun lacks a level', () => {
  expect(sharedPart(() => rubric, [])).toEqual({ points: null, at: 0 })
  expect(points(...both('words', 4, 4))).toBe(POINTS)
  expect(points(...both('words', 4, 4), ...both('ties', 0, 1))).toBe(5.63)
  expect(points(...both('words', 4, 4), level('ties', 'role', 0))).toBeNull()
  // The newest level counts, and says when the part was changed last.
  expect(sharedPart(() => rubric, [...both('words', 0, 4), level('words', 'role', 4, 9)])).toEqual({
    points: POINTS,
    at: 9,
  })
  expect(sharedPart(() => rubricWith(['role']), both('words', 4, 4)).points, 'no criterion judges positions').toBeNull()
})

test('J22 it is so many percent of each member’s sum, before peer reviews, never of who took no part, and a change of it is a draft', () => {
  const share = fc.record({ weight: fc.integer({ min: 0, max: 50 }), peer: fc.integer({ min: 0, max: 50 }) })
  const hundredths = fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000))
  fc.assert(
    fc.property(hundredths, share, ([own, shared, peers], { weight, peer }) => {
      const grading = { shared: weight, peer: { each: 2, days: 0, weight: peer } } as const
      const beside = { late: [], peers: peers / 100, shared: { points: shared / 100, at: 1 } }
      const total = (more: object, parts: object = {}) =>
        totalOf({ sum: own / 100, tookNoPart: false, ...more }, { ...beside, ...parts }, grading).total
      const part = (sum: number, of: number, percent: number) =>
        Math.floor((sum * (100 - percent) + of * percent + 50) / 100)
      expect(total({})).toBeCloseTo(part(part(own, shared, weight), peers, peer) / 100, 9)
      expect(total({}, { shared: null })).toBe(total({}, { shared: { points: null, at: 1 } }))
      expect([total({ tookNoPart: true, sum: 0 }), total({ sum: null })]).toEqual([0, null])
    }),
  )
  const marks = [
    { criterion: 'role', level: 3, at: 1 },
    { criterion: 'text', level: 3, at: 1 },
  ]
  const grade = (at: number | null, note: GradeNote | null = null) =>
    gradeOf(
      {
        ...{ id: 'mei', rubrics: onlyRubric(rubric), marks, note, releasedAt: 5 },
        shared: at === null ? null : { points: 4, at },
      },
      { noPart: 'zero' },
    )
  expect([grade(null), grade(4), grade(6)].map(({ state, again }) => [state, again])).toEqual([
    ['released', false],
    ['released', false],
    ['draft', true],
  ])
  const nothing = { comment: null, tookNoPart: true, at: 2 }
  expect(grade(6, nothing), 'it does not count for who took no part').toMatchObject({ state: 'released', again: false })
  const release = (points: number | null, note: GradeNote | null = null) =>
    releasing([{ id: 'mei', roomId: 'one', grade: grade(6, note), shared: { points, at: 6 } }], { kind: 'complete' })
  expect([release(4), release(null)].map(({ unshared }) => unshared)).toEqual([0, 1])
})

test('J11 J22 a rubric changes the shared part when it makes other points of the same levels, and not otherwise', () => {
  const [levels, key] = [both('words', 0, 4), 'one/words']
  const only = { ...rubric, criteria: rubric.criteria.filter(({ key: own }) => own === 'text') }
  const later = (forAll: boolean, newer: Rubric) => ({
    versions: [...onlyRubric(rubric).versions, { at: 7, forAll, rubric: newer }],
    begun: { [key]: 0 },
  })
  expect(sharedIn(onlyRubric(rubric), 'one', levels)).toEqual({ points: 5, at: 1 })
  expect(sharedIn(later(true, only), 'one', levels)).toEqual({ points: POINTS, at: 7 })
  expect(sharedIn(later(false, only), 'one', levels)).toEqual({ points: 5, at: 1 })
  expect(sharedIn(later(true, { ...rubric, note: 'Other words.' }), 'one', levels)).toEqual({ points: 5, at: 1 })
})
