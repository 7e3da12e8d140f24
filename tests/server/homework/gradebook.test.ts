/** The gradebook: the sums, and its files to the byte. */
import { expect, test } from 'vitest'
import { closeRoomReading } from '#server/store/log/room-reading'
import { readGradebook, readHandedIn } from '#server/store/marks/gradebook'
import {
  gradesForCanvas,
  gradesForMoodle,
  gradesForPeople,
} from '../../../app/activities/[activityId]/gradebook/grade-files'
import { type Grade, type GradedPerson, gradesOf } from '../../../app/activities/[activityId]/gradebook/grades'
import { wideGradebook } from '../../security/hostile/heavy-files'
import { filledCanvas } from '../../support/files/filled-canvas'
import { onlyRubric, rubricWith } from '../../support/files/rubrics'
import { useFreshDatabase } from '../../support/machines/database'
import { givenHomework } from './given-homework'

useFreshDatabase()

const RUBRIC = rubricWith(['role', 'evidence'])
const RUBRICS = onlyRubric(RUBRIC)
const TITLE = 'The week'
const t = (key: string, values: { state?: string } = {}) => values.state ?? key.replace('file.', '')
const GRADING = { evidence: 'required', noPart: 'zero', regradeDays: 0, hideNames: false } as const

function person(name: string, more: Partial<GradedPerson> = {}): GradedPerson {
  const id = name.toLowerCase().replaceAll(' ', '-')
  return {
    id,
    name,
    room: 'Room 1',
    delegation: 'Japan',
    seat: 'Prime Minister',
    email: '',
    ...{ studentNumber: '', canvasId: '' },
    ...{
      section: '',
      family: '',
      given: '',
      note: null,
      releasedAt: null,
      late: [],
      shares: [],
      positions: null,
    },
    ...more,
  }
}
const mark = (
  participantId: string,
  criterion: string,
  level: number,
  more: { comment?: string; at?: number } = {},
) => ({
  subject: 'student' as const,
  ...{ participantId, criterion, level, comment: more.comment ?? null, at: new Date(more.at ?? 1) },
})
const MEI = person('Mei Castellano', {
  family: 'Castellano',
  given: 'Mei',
  email: 'mei@college.example',
  ...{ studentNumber: '1001', canvasId: '501' },
})
const OMAR = person('Omar Reid', { email: 'omar@college.example' })
const FORMULA = person('=1+1', { studentNumber: '＝2+2' })

const graded = (): Grade[] =>
  gradesOf(
    [MEI, OMAR, FORMULA],
    [
      mark('mei-castellano', 'role', 1, { at: 1 }),
      mark('mei-castellano', 'role', 3, { at: 9, comment: 'Keeps to its powers, "always".' }),
      mark('mei-castellano', 'evidence', 4, { at: 2 }),
      mark('omar-reid', 'role', 2),
      mark('=1+1', 'role', 0, { comment: '@SUM(A1)' }),
      mark('=1+1', 'evidence', 0),
    ],
    RUBRICS,
    GRADING,
  )

test('the newest level counts, criteria weigh the same, and a sum needs every criterion', () => {
  expect(graded().map(({ levels, total }) => [levels, total])).toEqual([
    [[3, 4], 7],
    [[2, null], null],
    [[0, 0], 0],
  ])
})

test('the file for people, to the byte: its mark, CRLF, quotes, and no formula, full width included', () => {
  expect(gradesForPeople(graded(), RUBRIC, t)).toBe(
    [
      '\uFEFFname,family,given,email,number,section,room,delegation,seat,role,evidence,total,of,state,noPart,feedback',
      'Mei Castellano,Castellano,Mei,mei@college.example,1001,,Room 1,Japan,Prime Minister,3,4,7,8,draft,,"role: Keeps to its powers, ""always""."',
      'Omar Reid,,,omar@college.example,,,Room 1,Japan,Prime Minister,2,,,8,begun,,',
      "'=1+1,,,,'＝2+2,,Room 1,Japan,Prime Minister,0,0,0,8,draft,,role: @SUM(A1)",
      '',
    ].join('\r\n'),
  )
})

test('H24 the file for people says of homework what was asked and done, and how many days late each part came', async () => {
  const handed = {
    of: new Map([[MEI.id, { asked: 5, done: 4, late: 1, parts: [{ kind: 'openings' as const, days: 2 }] }]]),
    nameOf: (kind: string) => kind,
  }
  const lines = gradesForPeople(graded(), RUBRIC, (key, more) => `${t(key)}${more?.part ?? ''}`, {}, handed).split(
    '\r\n',
  )
  expect(lines[0]).toContain(',seat,asked,done,lateDaysopenings,role,')
  expect(lines.slice(1, 3).map((line) => line.match(/Prime Minister,(.*?,.*?,.*?),/)?.[1])).toEqual(['5,4,2', ',,'])
  const { activityId, courseId } = await givenHomework(['Mei Castellano', 'Omar Reid', 'Ada Okoro'])
  const { people } = await readGradebook({ id: activityId, courseId, kind: 'homework' })
  const read = await readHandedIn(people)
  expect([...read.keys()].toSorted()).toEqual(people.map(({ id }) => id).toSorted())
  for (const { asked, done, parts } of read.values())
    expect({ asked, done, kinds: parts.map(({ kind }) => kind) }).toMatchObject({
      done: 0,
      kinds: expect.arrayContaining(['openings', 'reflection']),
    })
  await closeRoomReading()
})

test('H24 what lateness takes off is a column of its own, and Canvas and Moodle are given what is left', () => {
  const late = { percent: 10, floor: 50, days: 1 }
  const parts = [
    { kind: 'openings' as const, days: 3 },
    { kind: 'floor' as const, days: 0 },
  ]
  const [grade] = gradesOf(
    [{ ...MEI, late: parts }],
    [mark('mei-castellano', 'role', 3), mark('mei-castellano', 'evidence', 4)],
    RUBRICS,
    { ...GRADING, late },
  )
  // Two days of the openings cost 20 % of half of 7 points.
  expect(grade).toMatchObject({ levels: [3, 4], sum: 7, off: 0.7, total: 6.3, daysLeft: 0 })
  expect(gradesForPeople([grade!], RUBRIC, t, { late })).toContain(',role,evidence,sum,off,total,of,')
  expect(gradesForPeople([grade!], RUBRIC, t, { late })).toContain(',3,4,7,0.7,6.3,8,')
  expect(gradesForCanvas([grade!], RUBRIC.points, TITLE, 'IR 347, A')).toContain(',6.3')
  // Peer reviews have a column of their own, and a share of the sum by their weight alone; lateness takes from what results.
  const [shared, shown] = [10, 0].map((weight) => {
    const grading = { ...GRADING, late }
    const marks = [mark('mei-castellano', 'role', 3), mark('mei-castellano', 'evidence', 4)]
    const [counted] = gradesOf(
      [{ ...MEI, late: parts, shares: [{ of: 'peer-reviews', points: 5, weight }] }],
      marks,
      RUBRICS,
      grading,
    )
    return { counted, file: gradesForPeople([counted!], RUBRIC, t, grading) }
  })
  expect(shared?.counted).toMatchObject({ levels: [3, 4], sum: 7, counted: 6.8, off: 0.68, total: 6.12 })
  expect(shared?.file).toContain(',role,evidence,sum,beside.peer-reviews,off,total,of,')
  expect(shared?.file).toContain(',3,4,7,5,0.68,6.12,8,')
  expect(shown?.counted).toMatchObject({ sum: 7, counted: 7, off: 0.7, total: 6.3 })
  expect(gradesForMoodle([grade!], 'email', TITLE)).toContain(',6.3,')
})

test('the file for Canvas, to the byte: its six columns, its row of points, an empty cell for no sum, and nothing that runs', () => {
  expect(gradesForCanvas(graded(), RUBRIC.points, TITLE, 'IR 347, A')).toBe(
    [
      'Student,ID,SIS User ID,SIS Login ID,Section,The week',
      '    Points Possible,,,,,8',
      'Mei Castellano,501,1001,mei@college.example,"IR 347, A",7',
      'Omar Reid,,,omar@college.example,"IR 347, A",',
      '\'=1+1,,\'＝2+2,,"IR 347, A",0',
      '',
    ].join('\n'),
  )
})

test('J2 who is excused is so in Canvas, and has no grade in Moodle', () => {
  const note = { comment: null, tookNoPart: true, at: 1 }
  const excused = gradesOf([{ ...MEI, note }], [], RUBRICS, { ...GRADING, noPart: 'excused' })
  const double = excused.flatMap((grade) =>
    ['1', '2'].map((studentNumber) => ({ ...grade, studentNumber, canvasId: '7' })),
  )
  expect(gradesForCanvas(double, RUBRIC.points, TITLE, 'A'), 'an ID of two is nobody’s').not.toContain(',7,')
  expect(gradesForCanvas(excused, RUBRIC.points, TITLE, 'IR 347, A')).toContain('"IR 347, A",EX\n')
  expect(gradesForMoodle(excused, 'email', TITLE)).toContain('mei@college.example,-,')
  const theirs = 'Student,ID,SIS User ID,SIS Login ID,Section\n"Castellano, Mei",9,1001,mei,A\n'
  expect(filledCanvas(theirs, excused, TITLE, 8)).toMatchObject({ matches: [{ written: 'EX', stays: null }] })
})

test('the files for Moodle, to the byte, by e-mail and by number', () => {
  expect(gradesForMoodle(graded(), 'email', TITLE)).toBe(
    'Email address,The week,The week (feedback)\n' +
      'mei@college.example,7,"role: Keeps to its powers, ""always""."\nomar@college.example,-,\n',
  )
  expect(gradesForMoodle(graded(), 'number', TITLE)).toBe(
    'ID number,The week,The week (feedback)\n' +
      '1001,7,"role: Keeps to its powers, ""always""."\n\'＝2+2,0,role: @SUM(A1)\n',
  )
})

test.each([
  ['not-canvas', 'Name,Grade\nMei,1\n'],
  ['not-canvas', ''],
  ['no-students', 'Student,ID\n    Points Possible,\n'],
  ['unreadable', 'Student,ID\n"Mei,1\n'],
  ['other-course', 'Student,ID,SIS Login ID,Section\n"Stranger, A",9,a@college.example,A\n'],
  ['too-large', wideGradebook(200_000)],
  ['utf-16', new TextDecoder().decode(Buffer.from('\uFEFFStudent,ID\n"Mei",1\n', 'utf16le'))],
] as const)('a file that is not Canvas’s is refused as %s', (fault, text) => {
  expect(filledCanvas(text, graded(), TITLE, 8)).toEqual({ ok: false, fault })
})
