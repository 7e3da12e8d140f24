import { expect, test } from 'vitest'
import { overviewOf, sumOf } from '../../../app/_marks/overview'
import {
  changesOf,
  countsOf,
  emptyDraft,
  historyOf,
  isReady,
  type SavedMark,
  type Subject,
  standing,
} from '../../../app/_marks/score'
import { levelsFile } from '../../../app/rooms/[roomId]/marks/levels-file'
import { chinaGap } from '../../support/china-gap'
import { CN, JP, US } from '../../support/sides'
import { rehearsedSeminar } from '../rehearsed-seminar'

const japan: Subject = { kind: 'position', delegation: JP, round: 'deterrence' }
const mark = (subject: Subject, criterion: string, level: SavedMark['level'], at: number): SavedMark => ({
  id: `${at}`,
  subject,
  criterion,
  level,
  evidence: ['4'],
  noEvidence: false,
  comment: null,
  at,
})

test('a draft is saved once it has a level and says what shows it, or that nothing does', () => {
  expect(isReady(emptyDraft)).toBe(false)
  expect(isReady({ ...emptyDraft, level: 0 })).toBe(false)
  expect(isReady({ ...emptyDraft, evidence: ['4'] })).toBe(false)
  expect(isReady({ ...emptyDraft, level: 0, evidence: ['4'] })).toBe(true)
  expect(isReady({ ...emptyDraft, level: 0, noEvidence: true })).toBe(true)
})

test('the newest level of a row counts, and only a change of level stands in its history', () => {
  const marks = [
    mark(japan, 'role', 2, 1),
    mark(japan, 'role', 2, 2),
    mark(japan, 'role', 3, 3),
    mark(japan, 'answer', 1, 4),
  ]
  expect(standing(marks, japan, 'role')?.level).toBe(3)
  expect(changesOf(historyOf(marks, japan, 'role')).map(({ level }) => level)).toEqual([2, 3])
  expect(standing(marks, { ...japan, delegation: US }, 'role')).toBeNull()
})

test('the counts of a position are those of its delegation in its round', () => {
  const { state } = rehearsedSeminar()
  const all = [US, JP, CN].flatMap((delegation) =>
    state.plan.rounds.map((round) => countsOf(state, { kind: 'position', delegation, round: round.key }).statements),
  )
  const made = state.record.toArray().filter(({ event }) => event.type === 'StatementMade').length
  expect(made).toBeGreaterThan(0)
  expect(all.reduce((sum, count) => sum + count, 0)).toBe(made)
})

test('a sum stands only where no level is missing', () => {
  const [criterion] = chinaGap().rubric.criteria
  if (!criterion) throw new Error('The rubric has no criterion')
  const cell = (level: SavedMark['level'] | null) => ({
    criterion,
    mark: level === null ? null : mark(japan, criterion.key, level, 1),
  })
  expect(sumOf([cell(3), cell(4)])).toBe(7)
  expect(sumOf([cell(3), cell(null)])).toBeNull()
})

test('the file of levels opens in a spreadsheet as text: its mark, Windows lines, and no name that runs as a formula', () => {
  const { state } = rehearsedSeminar()
  const { rubric } = chinaGap()
  const subject: Subject = { kind: 'student', participantId: 'p1' }
  const overview = overviewOf({
    state,
    displayNames: { p1: '=HYPERLINK("x")', p2: '＋1', p3: '陈思远, "Si"' },
    placed: ['p1', 'p2', 'p3'],
    marks: rubric.criteria.map(({ key }) => mark(subject, key, 4, 1)),
    rubric,
  })
  const numbers = new Map([['p2', '0042']])
  const file = levelsFile([{ room: 'Table 1', plan: state.plan, overview, numbers }], rubric, (key) => key)
  expect(file.startsWith('\uFEFF')).toBe(true)
  const lines = file.slice(1).split('\r\n')
  expect(lines).toHaveLength(5)
  expect(lines.some((line) => line.includes('\n'))).toBe(false)
  expect(lines[1]).toContain(`"'=HYPERLINK(""x"")"`)
  expect(lines[1]).toContain(',4,4,4,4,4,20,20,')
  expect(lines[2]).toContain("'＋1,0042")
  expect(lines[3]).toContain('"陈思远, ""Si"""')
})
