// J21 What whoever grades a student reads of what became of the levels.
import { expect, test } from 'vitest'
import { gradeHistory } from '#simulation/reading/marks/grade-history'

const by = (at: number) => ({ at, who: 'noor' })

test('J21 each change of a level says which it was before, newest first, and a save that changes none is left out', () => {
  const level = (at: number, criterion: string, given: number) => ({ ...by(at), criterion, level: given })
  const steps = gradeHistory({
    levels: [level(1, 'role', 2), level(2, 'text', 0), level(3, 'role', 2), level(6, 'role', 4)],
    notes: [
      { ...by(4), tookNoPart: false },
      { ...by(8), tookNoPart: true },
      { ...by(9), tookNoPart: true },
      { ...by(10), tookNoPart: false },
    ],
    releases: [
      { ...by(5), reason: null, withdrawnAt: null },
      { ...by(7), reason: 'I had missed a paragraph.', withdrawnAt: 11 },
    ],
    answers: [{ ...by(12), criterion: 'role', level: 4, reason: 'It stays.' }],
    chosen: [{ ...by(13), choice: 'mean' }],
  })
  expect(steps.map(({ at, kind }) => [at, kind])).toEqual([
    [13, 'chosen'],
    [12, 'answered'],
    [11, 'withdrawn'],
    [10, 'tookPart'],
    [8, 'noPart'],
    [7, 'released'],
    [6, 'level'],
    [5, 'released'],
    [2, 'level'],
    [1, 'level'],
  ])
  expect(steps.filter(({ kind }) => kind === 'level')).toEqual([
    { kind: 'level', ...by(6), criterion: 'role', level: 4, before: 2 },
    { kind: 'level', ...by(2), criterion: 'text', level: 0, before: null },
    { kind: 'level', ...by(1), criterion: 'role', level: 2, before: null },
  ])
  expect(steps.find(({ kind }) => kind === 'withdrawn')).toMatchObject({ who: null })
})
