// A student's grade: its sum, how far it has come, and whom a release reaches (rules J1–J4).
import { describe, expect, test } from 'vitest'
import {
  type GradeNote,
  gradeOf,
  gradingOf,
  isInGrades,
  nextUngraded,
  releasedUntil,
  releasing,
} from '#simulation/reading/marks/grades'
import { onlyRubric, rubricWith } from '../../support/files/rubrics'

const about = { id: 'mei', rubrics: onlyRubric(rubricWith(['role', 'text'])) }
const level = (criterion: string, given: number, at = 1) => ({ criterion, level: given, at })
const note = (more: Partial<GradeNote>): GradeNote => ({ comment: null, tookNoPart: false, at: 1, ...more })
const both = [level('role', 3), level('text', 4)]
const graded = (marks = both, beside: GradeNote | null = null, releasedAt: number | null = null) =>
  gradeOf({ ...about, marks, note: beside, releasedAt }, { noPart: 'zero' })

describe('a grade', () => {
  test('J1 it is begun with the first level, complete with the last, and has no sum before', () => {
    expect(graded([])).toMatchObject({ state: 'none', sum: null, levels: [null, null], complete: false })
    expect(graded([], note({ comment: 'Well read.' }))).toMatchObject({ state: 'begun', sum: null })
    expect(graded([level('role', 3)])).toMatchObject({ state: 'begun', sum: null, levels: [3, null] })
    expect(graded()).toMatchObject({ state: 'draft', sum: 7, complete: true, again: false })
    expect(graded([level('role', 0), ...both, level('role', 1, 2)])).toMatchObject({ sum: 5, levels: [1, 4] })
    // Who took a mark of no part back, and was never graded, is as before.
    expect(graded([], note({}))).toMatchObject({ state: 'none' })
  })

  test('J2 who took no part is complete, with 0, with no grade or excused, whatever levels were given', () => {
    const absent = { ...about, marks: [level('role', 2)], note: note({ tookNoPart: true }), releasedAt: null }
    expect(gradeOf(absent, { noPart: 'zero' })).toMatchObject({
      sum: 0,
      complete: true,
      state: 'draft',
      tookNoPart: true,
    })
    expect(gradeOf(absent, { noPart: 'none' })).toMatchObject({ sum: null, complete: true, state: 'draft' })
    expect(gradeOf(absent, { noPart: 'excused' })).toMatchObject({ sum: null, complete: true, excused: true })
    const attended = { ...absent, note: null }
    expect(gradeOf(attended, { noPart: 'excused' })).toMatchObject({ complete: false, excused: false })
  })

  test('J3 it is released as it stands, and each later change is a draft that can be released again', () => {
    expect(graded(both, null, 1)).toMatchObject({ state: 'released', again: false })
    expect(graded([...both, level('text', 2, 5)], null, 4)).toMatchObject({ state: 'draft', again: true, sum: 5 })
    expect(graded(both, note({ comment: 'More.', at: 9 }), 4)).toMatchObject({ state: 'draft', again: true })
    expect(graded([level('role', 3, 9)], null, 4)).toMatchObject({ state: 'begun', again: true })
    expect(graded([...both, level('text', 2, 5)], null, releasedUntil(new Date(1), null))).toMatchObject({
      state: 'released',
    })
    expect(releasedUntil(null, new Date(7))).toBe(7)
    expect(releasedUntil(null, null)).toBeNull()
  })

  test('J4 evidence is asked for in homework and required in a seminar, until somebody says otherwise', () => {
    expect(gradingOf('homework', undefined)).toEqual({
      evidence: 'asked',
      noPart: 'zero',
      regradeDays: 0,
      hideNames: false,
    })
    expect(gradingOf('seminar', undefined).evidence).toBe('required')
    const chosen = { evidence: 'off', noPart: 'none', regradeDays: 7, hideNames: true } as const
    expect(gradingOf('seminar', chosen)).toEqual(chosen)
  })
})

describe('a release', () => {
  const people = [
    { id: 'whole', roomId: 'one', grade: graded() },
    { id: 'begun', roomId: 'one', grade: graded([level('role', 3)]) },
    { id: 'seen', roomId: 'two', grade: graded(both, null, 1) },
    { id: 'changed', roomId: 'two', grade: graded([...both, level('text', 1, 5)], null, 4) },
    { id: 'standing', roomId: null, grade: graded([]) },
  ]
  const reached = (scope: Parameters<typeof releasing>[1]) => {
    const { reaches, incomplete, again } = releasing(people, scope)
    return { reaches: reaches.map(({ id }) => id), incomplete: incomplete.map(({ id }) => id), again }
  }

  test('J3 it reaches who is complete and sees nothing, or something older; with levels missing only where each is meant', () => {
    expect(reached({ kind: 'complete' })).toEqual({
      ...{ reaches: ['whole', 'changed'], incomplete: ['begun', 'standing'], again: 1 },
    })
    expect(reached({ kind: 'room', id: 'one' })).toEqual({ reaches: ['whole'], incomplete: ['begun'], again: 0 })
    expect(reached({ kind: 'person', id: 'begun' })).toEqual({ reaches: ['begun'], incomplete: ['begun'], again: 0 })
    expect(reached({ kind: 'person', id: 'seen' })).toEqual({ reaches: [], incomplete: [], again: 0 })
    expect(reached({ kind: 'all' }).reaches).toEqual(['whole', 'begun', 'changed', 'standing'])
  })

  test('J1 the next to be graded comes after the one at hand, and from the beginning again', () => {
    expect(nextUngraded(people, null)?.id).toBe('begun')
    expect(nextUngraded(people, 'begun')?.id).toBe('standing')
    expect(nextUngraded(people, 'standing')?.id).toBe('begun')
    expect(nextUngraded(people.slice(2, 4), null)).toBeNull()
  })
})

test('J23 whoever was taken out is in no sum and no file until they are kept', () => {
  const out = new Date(0)
  const stands = (removedAt: Date | null, keptInGrades: boolean) => isInGrades({ removedAt, keptInGrades })
  expect([stands(null, false), stands(out, false), stands(out, true)]).toEqual([true, false, true])
})
