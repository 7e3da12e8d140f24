// When a student may ask that a level be looked at again, and when they read the answer (rule J6).
import { expect, test } from 'vitest'
import { gradeOf } from '#simulation/reading/marks/grades'
import {
  isAnswerSeen,
  openRegrades,
  type Regrade,
  readableFrom,
  regradeFault,
} from '#simulation/reading/marks/regrades'
import { onlyRubric, rubricWith } from '../../support/files/rubrics'

const DAY = 24 * 3_600_000
const asking = (more: Partial<Parameters<typeof regradeFault>[0]> = {}) =>
  regradeFault({
    ...{ criterion: 'role', text: 'x'.repeat(40), now: 7 * DAY, days: 7, releasedAt: 0, given: ['role'], asked: [] },
    ...more,
  })

test('J6 a regrade is asked for once, of a level that was read, in so many days, and with forty characters', () => {
  expect(asking()).toBeNull()
  expect(asking({ asked: ['text'] })).toBeNull()
  expect(asking({ days: 0 })).toBe('off')
  expect(asking({ given: ['text'] })).toBe('no-level')
  expect(asking({ asked: ['role'] })).toBe('asked')
  expect(asking({ now: 7 * DAY + 1 })).toBe('too-late')
  expect(asking({ text: ` ${'国'.repeat(39)} ` })).toBe('short')
  expect(asking({ text: '👩'.repeat(39) })).toBe('short')
})

test('J6 that a level stays is read at once, a new level with its answer once it is released', () => {
  const asked: Regrade = { criterion: 'role', level: 2, text: 'x', at: 1, answer: null }
  const answered = (level: number): Regrade => ({ ...asked, answer: { text: 'y', level, at: 5 } })
  expect(isAnswerSeen(asked, 9)).toBe(false)
  expect(isAnswerSeen(answered(2), 1)).toBe(true)
  expect([null, 4, 5, Number.POSITIVE_INFINITY].map((until) => isAnswerSeen(answered(3), until))).toEqual([
    ...[false, false, true, true],
  ])
  const marks = [{ criterion: 'role', level: 3, at: 2 }]
  const grade = (regrade: Regrade, releasedAt: number) =>
    gradeOf(
      { id: 'mei', rubrics: onlyRubric(rubricWith(['role'])), marks, note: null, releasedAt, regrades: [regrade] },
      { noPart: 'zero' },
    )
  expect(grade(answered(3), 4), 'released before its answer').toMatchObject({ state: 'draft', again: true })
  expect(grade(answered(3), 5)).toMatchObject({ state: 'released', again: false })
  expect(grade(answered(2), 4)).toMatchObject({ state: 'released' })
  expect(openRegrades([asked, answered(2)])).toEqual([asked])
  const times = (level: number, everybody: number | null, ...own: number[]) =>
    readableFrom([asked, answered(level)], { everybody, own }).map(({ at }) => at)
  expect(times(2, null), 'nothing once no grade is released').toEqual([])
  expect([times(2, null, 3), times(2, null, 3, 9)], 'a level that stays from its answer').toEqual([[5], [5]])
  expect([times(3, null, 3), times(3, null, 3, 9, 12), times(3, 1)], 'a new one from its release').toEqual([
    [],
    [9],
    [5],
  ])
})
