import { expect, test } from 'vitest'
import { fold } from '#simulation/engine/room'
import { personId } from '#simulation/kernel/ids'
import { latestKnown } from '#simulation/reading/log/filings'
import { criteriaFor } from '#simulation/reading/log/rubric'
import { changesOf } from '#simulation/reading/marks/grade-history'
import type { RoomState } from '#simulation/state/room-state'
import { overviewOf, sumOf } from '../../../app/_marks/overview'
import {
  countsOf,
  emptyDraft,
  firstSubject,
  historyOf,
  isReady,
  neighbourOf,
  placeIn,
  type SavedMark,
  type Subject,
  standing,
  subjectsOf,
} from '../../../app/_marks/score'
import { levelsFile } from '../../../app/rooms/[roomId]/marks/levels-file'
import { CHINA_GAP_RUBRIC, rubricWith } from '../../support/files/rubrics'
import { CN, JP, US } from '../../support/stories/sides'
import { rehearsedSeminar } from '../record/rehearsed-seminar'

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
  expect(isReady(emptyDraft, 'required')).toBe(false)
  expect(isReady({ ...emptyDraft, level: 0 }, 'required')).toBe(false)
  expect(isReady({ ...emptyDraft, evidence: ['4'] }, 'required')).toBe(false)
  expect(isReady({ ...emptyDraft, level: 0, evidence: ['4'] }, 'required')).toBe(true)
  expect(isReady({ ...emptyDraft, level: 0, noEvidence: true }, 'required')).toBe(true)
  expect(isReady({ ...emptyDraft, level: 0 }, 'asked')).toBe(true)
  expect(isReady({ ...emptyDraft, evidence: ['4'] }, 'off')).toBe(false)
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
  const rubric = rubricWith(['role', 'text'])
  const [criterion] = rubric.criteria
  if (!criterion) throw new Error('The rubric has no criterion')
  const cell = (level: SavedMark['level'] | null) => ({
    criterion,
    mark: level === null ? null : mark(japan, criterion.key, level, 1),
  })
  expect(sumOf({ rubric, cells: [cell(3), cell(4)] })).toEqual({ sum: 7, most: 8 })
  expect(sumOf({ rubric, cells: [cell(3), cell(null)] })).toBeNull()
})

test('the file of levels opens in a spreadsheet as text: its mark, Windows lines, and no name that runs as a formula', () => {
  const { state } = rehearsedSeminar()
  const rubric = CHINA_GAP_RUBRIC
  const subject: Subject = { kind: 'student', participantId: 'p1' }
  const overview = overviewOf({
    state,
    displayNames: { p1: '=HYPERLINK("x")', p2: '＋1', p3: '陈思远, "Si"' },
    placed: ['p1', 'p2', 'p3'],
    marks: rubric.criteria.map(({ key }) => mark(subject, key, 4, 1)),
    rubricOf: () => rubric,
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

test('the keys come to the first student with something to mark at once, and pass no position that nobody has filed', () => {
  const { rows, state: rehearsed } = rehearsedSeminar()
  /** The rehearsal, with people in three of its seats. */
  const peopled = (at: RoomState): RoomState => {
    const held = Object.values(at.seats).slice(0, 3)
    return {
      ...at,
      seats: {
        ...at.seats,
        ...Object.fromEntries(held.map((seat, place) => [seat.id, { ...seat, holder: personId.parse(`p${place}`) }])),
      },
    }
  }
  const state = peopled(rehearsed)
  const criteriaOf = ({ kind }: Subject) => criteriaFor(CHINA_GAP_RUBRIC, kind)
  const walk = (at: typeof state, by: 1 | -1, from: Subject | null, marks: readonly SavedMark[] = []) => {
    const passed: Subject[] = []
    for (let now = neighbourOf(from, by, at, marks, criteriaOf); now; now = neighbourOf(now, by, at, marks, criteriaOf))
      passed.push(now)
    return passed
  }
  // From nothing, either key is with the first student who has something to mark.
  const students = subjectsOf(state, []).filter(({ kind }) => kind === 'student')
  const [first, second] = students
  if (!first || !second) throw new Error('The rehearsal has students.')
  for (const by of [1, -1] as const) expect(neighbourOf(null, by, state, [], criteriaOf)).toEqual(first)
  const done = criteriaFor(CHINA_GAP_RUBRIC, 'student').map(({ key }, at) => mark(first, key, 2, at))
  for (const by of [1, -1] as const) expect(neighbourOf(null, by, state, done, criteriaOf)).toEqual(second)
  // After the rounds the sheet's first key is there too; whoever was marked can be gone back to.
  expect(firstSubject(state, done, criteriaOf)).toEqual(second)
  expect(neighbourOf(second, -1, state, done, criteriaOf)).toEqual(first)
  expect(walk(state, 1, first)).toEqual(students.slice(1))

  let phases = 0
  for (const [place, { event }] of rows.entries()) {
    if (event.type !== 'PhaseStarted') continue
    const folded = fold(rows.slice(0, place + 1))
    if (!folded) throw new Error('The room was opened.')
    const then = peopled(folded)
    const start = firstSubject(then, [], criteriaOf)
    const all = start ? [start, ...walk(then, 1, start), ...walk(then, -1, start)] : []
    for (const one of all)
      if (one.kind === 'position') expect(latestKnown(then, one.round)[one.delegation]).toBeDefined()
    const filed = then.plan.rounds.flatMap(({ key }) => Object.keys(latestKnown(then, key)))
    expect(walk(then, -1, students.at(-1) ?? null).filter(({ kind }) => kind === 'position')).toHaveLength(filed.length)
    phases += 1
  }
  expect(phases).toBeGreaterThan(10)
})

test('J11 after a change of the rubric a grader stands at their criterion, and where that is gone at the nearest that is left', () => {
  const keys = (...names: string[]) => names.map((key) => ({ key }))
  const at = { key: 'answer', row: 2 }
  expect(placeIn(keys('answer', 'role', 'evidence'), at)).toBe(0)
  expect(placeIn(keys('role', 'evidence', 'negotiation', 'reflection'), at)).toBe(2)
  expect(placeIn(keys('role', 'evidence'), at)).toBe(1)
  expect(placeIn(keys('role', 'evidence'), { key: null, row: 0 })).toBe(0)
  expect(placeIn([], at)).toBe(0)
})
