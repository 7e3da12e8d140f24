// What Canvas and Moodle would import from our files equals the gradebook, for every shape of their exports (L16).
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { gradesForCanvas, gradesForMoodle } from '../../../app/activities/[activityId]/gradebook/grade-files'
import type { Grade } from '../../../app/activities/[activityId]/gradebook/grades'
import { type CanvasCourse, canvasExport, canvasImport, type ExportShape } from '../../support/files/canvas-course'
import { filledCanvas } from '../../support/files/filled-canvas'
import { moodleImport } from '../../support/files/moodle-import'
import { rubricWith } from '../../support/files/rubrics'
import { patience } from '../../support/patience'

// Many cases, which take long on a busy machine.
vi.setConfig({ testTimeout: patience(60_000) })

const POINTS = 20
/** What of a grade goes into none of these files. */
const BESIDE = {
  ...{ sum: null, off: null, late: [], daysLeft: 0, shares: [], positions: null },
  ...{
    canvasId: '',
    section: '',
    family: '',
    given: '',
    note: null,
    releasedAt: null,
    levels: [],
    rubric: rubricWith([]),
  },
  ...{ tookNoPart: false, excused: false, complete: false, state: 'none', again: false },
} satisfies Partial<Grade>
const FAMILIES = ['Castellano', 'Lee', 'Okonkwo-Smith', "O'Brien", '鈴木', 'de la Cruz']
const GIVEN = ['Mei', 'Kim', 'Amara', 'Jonas']
const TITLES = [
  ...['The week', 'Week, “two”', '=1+1', 'Notes', 'Final Score of it all', 'Debate (2)', 'Section', '  A; b  '],
]
const CUSTOM = ['Notes', 'Tutor, group', 'The week', 'Final remarks']

const shape: fc.Arbitrary<ExportShape> = fc.record({
  splitNames: fc.boolean(),
  sisIds: fc.boolean(),
  integrationId: fc.boolean(),
  rootAccount: fc.boolean(),
  totals: fc.boolean(),
  manualPosting: fc.boolean(),
  testStudent: fc.boolean(),
  semicolons: fc.boolean(),
  bom: fc.boolean(),
})

/** Students with their Canvas accounts and grades here; some exist on one side only. */
const member = fc.record({
  family: fc.constantFrom(...FAMILIES),
  given: fc.constantFrom(...GIVEN),
  total: fc.option(fc.integer({ min: 0, max: POINTS })),
  inCanvas: fc.constantFrom(true, true, true, false),
  here: fc.constantFrom(true, true, true, false),
  knows: fc.constantFrom('number', 'email', 'both', 'canvas', 'neither'),
  score: fc.constantFrom<(number | 'EX' | 'N/A' | null)[]>(null, null, 7.5, 'EX', 'N/A'),
})
const world = fc.record({
  members: fc.array(member, { minLength: 1, maxLength: 8 }),
  title: fc.constantFrom(...TITLES),
  custom: fc.subarray(CUSTOM),
  hasOwn: fc.boolean(),
  points: fc.constantFrom(20, 100, 7, 0, null),
  others: fc.subarray(['Essay 1', 'Essay 2']),
  /** As many schools have them: the part of the address before its domain. */
  shortLogins: fc.boolean(),
})
type World = typeof world extends fc.Arbitrary<infer T> ? T : never

const emailOf = (index: number) => `s${index}@college.example`
const numberOf = (index: number) => `S10${index}`

function courseOf({ members, title, custom, hasOwn, points, others, shortLogins }: World): CanvasCourse {
  const scores = (of: (index: number) => number | 'EX' | 'N/A' | null) =>
    new Map(members.flatMap((_, index) => (of(index) === null ? [] : [[index + 501, of(index) ?? 0] as const])))
  return {
    students: members.flatMap(({ family, given, inCanvas }, index) =>
      inCanvas
        ? [{ id: index + 501, family, given, sis: numberOf(index), login: shortLogins ? `s${index}` : emailOf(index) }]
        : [],
    ),
    assignments: [
      ...others.map((name, index) => ({ id: index + 1, title: name, points: 10, scores: scores(() => 3) })),
      ...(hasOwn
        ? [{ id: 812, title: title.trim(), points, scores: scores((index) => members[index]?.score ?? null) }]
        : []),
    ],
    customColumns: custom.map((name, index) => ({ title: name, readOnly: index === 1, content: `x${index}` })),
  }
}

const gradesIn = ({ members }: World): Grade[] =>
  members.flatMap(({ family, given, here, knows, total }, index) =>
    here
      ? [
          {
            ...{ id: `p${index}`, name: `${given} ${family}`, room: '', delegation: '', seat: '' },
            email: knows === 'email' || knows === 'both' ? emailOf(index) : '',
            studentNumber: knows === 'number' || knows === 'both' ? numberOf(index) : '',
            ...BESIDE,
            canvasId: knows === 'canvas' ? String(index + 501) : '',
            total,
            feedback: '',
          },
        ]
      : [],
  )

const bears = ({ family, given }: Pick<World['members'][number], 'family' | 'given'>) => `${given} ${family}`
/** A student who can be identified is found: by Canvas's own ID, by number or e-mail where the file has it, by name where it is unique. */
const isKnown = (
  { members }: World,
  { sisIds }: ExportShape,
  one: Pick<World['members'][number], 'family' | 'given' | 'knows'>,
): boolean =>
  (sisIds && /number|both/.test(one.knows)) ||
  /email|both|canvas/.test(one.knows) ||
  members.filter((each) => bears(each) === bears(one)).length === 1

const scaled = (total: number, points: number | null) =>
  points === null || points === 0 ? total : Math.round(((total * points) / POINTS) * 100) / 100
const holds = (cell: string | undefined) => (cell === undefined || cell === '' || cell === '-' ? null : cell)

describe('a file that Canvas exported, filled', () => {
  test('L16 Canvas reads what the gradebook says of each student found, and of everybody else what it said before', () => {
    const seen = { grades: 0, excused: 0, scaled: 0, custom: 0, split: 0 }
    fc.assert(
      fc.property(world, shape, (of, form) => {
        const course = courseOf(of)
        fc.pre(course.students.length > 0)
        const text = canvasExport(course, form)
        const filled = filledCanvas(text, gradesIn(of), of.title, POINTS)
        if (of.hasOwn && of.title.startsWith('Final Score')) {
          // Canvas takes the column for a total and ignores it.
          expect(filled).toEqual({ ok: false, fault: 'read-only' })
          return
        }
        if (!filled.ok) {
          // The file of another course, as far as anybody can tell.
          expect(filled.fault).toBe('other-course')
          expect(of.members.filter((one) => one.inCanvas && one.here && isKnown(of, form, one))).toEqual([])
          return
        }
        const before = canvasImport(course, text.replace(/^\uFEFF/, ''))
        const after = canvasImport(course, filled.file)
        if (!before || !after) throw new Error('Canvas refuses the file')
        const own = of.hasOwn ? '812' : [...after.keys()].find((key) => !before.has(key))
        if (own === undefined) throw new Error('Canvas reads no new column')
        // No other column changes, and at most one is new.
        for (const [key, column] of before) if (key !== own) expect(after.get(key)).toEqual(column)
        expect(after.size).toBe(before.size + (of.hasOwn ? 0 : 1))
        const counts = of.hasOwn ? of.points : POINTS
        expect(after.get(own)?.points).toBe(counts ?? POINTS)
        const rowOf = new Map(course.students.map((student, index) => [student.id, filled.matches[index]]))
        for (const [index, { family, given, inCanvas, here, total, score, knows }] of of.members.entries()) {
          if (!inCanvas) continue
          const id = index + 501
          const read = holds(after.get(own)?.grades.get(id))
          const was =
            of.hasOwn && score !== null && score !== 'N/A' ? String(score === 'EX' ? score : score.toFixed(2)) : null
          const match = rowOf.get(id)
          const alone = of.members.filter((each) => each.family === family && each.given === given).length === 1
          if (here && isKnown(of, form, { family, given, knows })) expect(match?.by).not.toBeNull()
          if (match?.by && (match.by !== 'name' || alone)) expect(here).toBe(true)
          const gives = here && match?.by && total !== null && !(of.hasOwn && (score === 'EX' || score === 'N/A'))
          if (!alone && match?.by === 'name') continue
          if (gives) expect(Number(read)).toBe(scaled(total, of.hasOwn ? of.points : POINTS))
          else expect(read).toBe(was)
          seen.grades += gives ? 1 : 0
          seen.excused += of.hasOwn && score === 'EX' ? 1 : 0
          seen.scaled += gives && of.hasOwn && of.points === 100 ? 1 : 0
          seen.custom += gives && of.custom.length > 0 && !of.hasOwn ? 1 : 0
          seen.split += gives && form.splitNames ? 1 : 0
        }
      }),
      { numRuns: 400 },
    )
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20)
  })

  test('filled a second time, it is filled in the same column', () => {
    fc.assert(
      fc.property(world, shape, (of, form) => {
        const course = courseOf(of)
        fc.pre(course.students.length > 0 && course.assignments.length > 0)
        fc.pre(!of.hasOwn || !of.title.startsWith('Final Score'))
        const once = filledCanvas(canvasExport(course, form), gradesIn(of), of.title, POINTS)
        if (!once.ok) return void expect(once.fault).toBe('other-course')
        fc.pre(!once.column.endsWith('(Track Two)'))
        const twice = filledCanvas(once.file, gradesIn(of), of.title, POINTS)
        if (!twice.ok) throw new Error(twice.fault)
        expect({ added: twice.added, file: twice.file }).toEqual({ added: false, file: once.file })
      }),
    )
  })

  test('two assignments of one name, and one that takes nothing, are refused and not guessed at', () => {
    const two =
      'Student,ID,SIS Login ID,Section,The week (1),The week (2)\n    Points Possible,,,,20,20\n"Lee, Kim",1,,A,,\n'
    expect(filledCanvas(two, [], 'The week', POINTS)).toEqual({
      ...{ ok: false, fault: 'two-columns' },
      ...{ one: 'The week (1)', other: 'The week (2)' },
    })
    const shut = 'Student,ID,SIS Login ID,Section,The week (1)\n    Points Possible,,,,(read only)\n"Lee, Kim",1,,A,\n'
    expect(filledCanvas(shut, [], 'The week', POINTS)).toEqual({ ok: false, fault: 'read-only' })
  })

  test('a number that Canvas counted is nobody’s number at the school', () => {
    const course = courseOf({
      members: [
        { family: 'Lee', given: 'Kim', total: null, inCanvas: true, here: false, knows: 'neither', score: null },
      ],
      ...{ title: 'The week', custom: [], hasOwn: false, points: 20, others: [], shortLogins: false },
    })
    const form = { splitNames: false, sisIds: false, integrationId: false, rootAccount: false, totals: true }
    const text = canvasExport(course, {
      ...form,
      manualPosting: false,
      testStudent: false,
      semicolons: false,
      bom: false,
    })
    const other: Grade = {
      ...{ id: 'p', name: 'Mei Castellano', room: '', delegation: '', seat: '', email: '', studentNumber: '501' },
      ...{ ...BESIDE, total: 20, feedback: '' },
    }
    expect(filledCanvas(text, [other], 'The week', POINTS)).toEqual({ ok: false, fault: 'other-course' })
  })
})

test('L16 a new column for Canvas: it reads each sum, and nothing for whoever has none', () => {
  let read = 0
  fc.assert(
    fc.property(world, (of) => {
      const course = courseOf({ ...of, hasOwn: false, others: [], custom: [] })
      const imported = canvasImport(course, gradesForCanvas(gradesIn(of), POINTS, of.title, 'IR 347, A'))
      if (!imported) throw new Error('Canvas refuses the file')
      const [column, another] = [...imported.values()]
      expect(another).toBeUndefined()
      expect(column?.points).toBe(POINTS)
      for (const [index, { inCanvas, here, total, knows, family, given }] of of.members.entries()) {
        const shares = of.members.filter((each) => each.family === family && each.given === given).length > 1
        if (!inCanvas || (shares && knows === 'neither')) continue
        // A namesake who is not in Canvas cannot be told apart by our file.
        if (shares) continue
        expect(holds(column?.grades.get(index + 501))).toBe(here && total !== null ? String(total) : null)
        read += 1
      }
    }),
  )
  expect(read).toBeGreaterThan(50)
})

describe('a file for Moodle', () => {
  const feedback = fc.constantFrom('', 'Good.', 'a, "b"', 'ends in \\', 'quotes \\"this\\"', 'two\nlines', '=1+1', '-')
  const line = fc.record({
    email: fc.constantFrom('', 'a@x.example', 'b@x.example', 'c@x.example'),
    studentNumber: fc.constantFrom('', '0', '1001', '0012', ' 7 '),
    total: fc.option(fc.integer({ min: 0, max: POINTS })),
    feedback,
  })
  const grades = fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) =>
    lines.map((each, index): Grade => {
      const who = { name: `Student ${index}`, room: '', delegation: '', seat: '' }
      return { id: `p${index}`, ...BESIDE, ...who, ...each }
    }),
  )

  test.each([
    { grade: 'new', feedback: false },
    { grade: 'existing', feedback: false },
    { grade: 'existing', feedback: true },
  ] as const)('L16 Moodle reads each sum as it is and no mark as none, never as 0: %o', (mapping) => {
    const seen = { sums: 0, none: 0 }
    fc.assert(
      fc.property(grades, fc.constantFrom<('email' | 'number')[]>('email', 'number'), (all, by) => {
        const keyOf = (grade: Grade) => (by === 'email' ? grade.email : grade.studentNumber).trim()
        const unique = all.filter((grade, index) => all.findIndex((other) => keyOf(other) === keyOf(grade)) === index)
        const able = unique.filter((grade) => keyOf(grade) !== '' && keyOf(grade) !== '0')
        const file = gradesForMoodle(unique, by, 'The week, "one"')
        const imported = moodleImport(file, new Set(able.map(keyOf)), mapping)
        if (!imported.ok) throw new Error(imported.stopped)
        expect(imported.item).toBe('The week, "one"')
        expect([...imported.grades].map(([key, { grade }]) => [key, grade])).toEqual(
          able.map((grade) => [keyOf(grade), grade.total]),
        )
        seen.sums += able.filter(({ total }) => total !== null).length
        seen.none += able.filter(({ total }) => total === null).length
      }),
    )
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(10)
  })
})
