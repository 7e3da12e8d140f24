// J22 What a delegation's positions were given.
import { expect, test } from 'vitest'
import { type PositionLevel, positionPoints } from '#simulation/reading/marks/position-points'
import { rubricWith } from '../../support/files/rubrics'

const POINTS = 10
const rubric = {
  ...rubricWith(['role', 'text'], { points: POINTS }),
  criteria: rubricWith(['role', 'text']).criteria.map((one) => ({
    ...one,
    subjects: ['student', 'position'] as const,
  })),
}
const level = (round: string, criterion: string, given: number): PositionLevel => ({ round, criterion, level: given })
const both = (round: string, role: number, text: number) => [level(round, 'role', role), level(round, 'text', text)]
const points = (...levels: PositionLevel[]) => positionPoints(() => rubric, levels)

test('J22 positions are the mean of the rounds that were judged, and nothing while one that was begun lacks a level', () => {
  expect(points()).toBeNull()
  expect(points(...both('words', 4, 4))).toBe(POINTS)
  expect(points(...both('words', 4, 4), ...both('ties', 0, 1))).toBe(5.63)
  expect(points(...both('words', 4, 4), level('ties', 'role', 0))).toBeNull()
  // The newest level counts.
  expect(points(...both('words', 0, 4), level('words', 'role', 4))).toBe(POINTS)
  expect(
    positionPoints(() => rubricWith(['role']), both('words', 4, 4)),
    'no criterion judges positions',
  ).toBeNull()
})
