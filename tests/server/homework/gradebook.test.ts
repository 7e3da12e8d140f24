/** The gradebook: the sums, and its files to the byte. */
import { expect, test } from 'vitest'
import { databaseUrl } from '#server/base/database'
import { readParticipants } from '#server/store/activities/participants'
import { readPastedRoster } from '#server/store/courses/pasted-roster'
import { writeRoster } from '#server/store/courses/roster'
import { openRoomLog } from '#server/store/log/room-log'
import { closeRoomReading } from '#server/store/log/room-reading'
import { readGradebook, readHandedIn } from '#server/store/marks/gradebook'
import { accessGradedStudent, changeGrading, keepInGrades, readStudentToGrade } from '#server/store/marks/grading-place'
import { addMark, NewMark } from '#server/store/marks/marks'
import { decide, fold } from '#simulation/engine/room'
import { chairActor, commandId, personId, roomId } from '#simulation/kernel/ids'
import { criteriaFor, newestRubric } from '#simulation/reading/rubric'
import { fillCanvas } from '../../../app/activities/[activityId]/gradebook/canvas-fill'
import {
  gradesForCanvas,
  gradesForMoodle,
  gradesForPeople,
} from '../../../app/activities/[activityId]/gradebook/grade-files'
import { type Grade, type GradedPerson, gradesOf } from '../../../app/activities/[activityId]/gradebook/grades'
import { useFreshDatabase } from '../../support/database'
import { onlyRubric, rubricWith } from '../../support/rubrics'
import { givenAccount } from '../store/given-store'
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
    ...{ section: '', family: '', given: '', note: null, releasedAt: null, late: [], peers: null, shared: null },
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
    const grading = { ...GRADING, late, peer: { each: 2, days: 0, weight } as const }
    const marks = [mark('mei-castellano', 'role', 3), mark('mei-castellano', 'evidence', 4)]
    const [counted] = gradesOf([{ ...MEI, late: parts, peers: 5 }], marks, RUBRICS, grading)
    return { counted, file: gradesForPeople([counted!], RUBRIC, t, grading) }
  })
  expect(shared?.counted).toMatchObject({ levels: [3, 4], sum: 7, peers: 5, counted: 6.8, off: 0.68, total: 6.12 })
  expect(shared?.file).toContain(',role,evidence,sum,peers,off,total,of,')
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
  expect(fillCanvas(theirs, excused, TITLE, 8)).toMatchObject({ matches: [{ written: 'EX', stays: null }] })
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
  ['utf-16', new TextDecoder().decode(Buffer.from('\uFEFFStudent,ID\n"Mei",1\n', 'utf16le'))],
] as const)('a file that is not Canvas’s is refused as %s', (fault, text) => {
  expect(fillCanvas(text, graded(), TITLE, 8)).toEqual({ ok: false, fault })
})

test('marks, rooms, seats and the roster’s own numbers come together', async () => {
  const made = await givenHomework(['Mei Castellano,Castellano,Mei,mei@college.example,1001', 'Omar Reid', 'Ada Okoro'])
  const [first] = await readParticipants(made.activityId)
  const before = await readGradebook({ id: made.activityId, courseId: made.courseId, kind: 'homework' } as const)
  for (const { key } of criteriaFor(newestRubric(before.rubrics), 'student'))
    await addMark(
      {
        ...{ subject: 'student', roomId: made.rooms[0]!, participantId: first!.id, round: null, criterion: key },
        ...{ level: 3, evidence: [], noEvidence: true, comment: null },
      },
      made.instructor.id,
    )
  const { people, marks, rubrics, grading } = await readGradebook({
    id: made.activityId,
    courseId: made.courseId,
    kind: 'homework',
  } as const)
  await closeRoomReading()
  const grades = gradesOf(people, marks, rubrics, grading)
  expect(newestRubric(rubrics).points).toBe(20)
  expect(grades.find(({ id }) => id === first?.id)?.total).toBe(15)
  expect(grades.filter(({ total }) => total === null)).toHaveLength(2)
  expect(grades.find(({ name }) => name === 'Mei Castellano')).toMatchObject({
    ...{ email: 'mei@college.example', studentNumber: '1001', room: 'Room 1' },
  })
  expect(new Set(grades.map(({ delegation }) => delegation))).toEqual(new Set(['United States', 'Japan', 'China']))
})

test('J22 what a delegation’s positions are given counts for its members alone, in a column of its own, once it has a weight', async () => {
  const made = await givenHomework(['Mei Castellano', 'Omar Reid', 'Ada Okoro', 'Ivan Petrov'])
  const { activityId, courseId, instructor } = made
  const course = { id: activityId, courseId, kind: 'homework' } as const
  const read = async () => {
    const { people, marks, rubrics, grading } = await readGradebook(course)
    const grades = gradesOf(people, marks, rubrics, grading)
    return { people, rubrics, grades, file: gradesForPeople(grades, newestRubric(rubrics), t, grading) }
  }
  const { people, rubrics } = await read()
  const side = people[0]?.side ?? ''
  const common = { roomId: made.rooms[0]!, evidence: [], noEvidence: true, comment: null }
  const give = (whom: object, key: string, level: number) =>
    addMark(NewMark.parse({ ...common, ...whom, criterion: key, level }), instructor.id)
  for (const { id } of people)
    for (const { key } of criteriaFor(newestRubric(rubrics), 'student'))
      await give({ subject: 'student', participantId: id, round: null }, key, 4)
  for (const { key } of criteriaFor(newestRubric(rubrics), 'position'))
    await give({ subject: 'position', delegation: side, round: 'name' }, key, 2)
  expect((await read()).grades.map(({ total }) => total)).toEqual(people.map(() => 20))
  expect(await changeGrading(instructor, { activityId, grading: { shared: 51 } })).toBe('not-found')
  expect(await changeGrading(instructor, { activityId, grading: { shared: 20 } })).toBeNull()
  const { grades, file } = await read()
  expect(grades.map(({ sum, total }) => [sum, total])).toEqual(people.map((one) => [20, one.side === side ? 18 : 20]))
  expect(file).toMatch(/,sum,shared,total,[\s\S]*,20,10,18,20,/)
  expect(gradesForCanvas(grades, 20, TITLE, 'A').match(/,18$/gm)?.length).toBe(
    people.filter((one) => one.side === side).length,
  )
  await closeRoomReading()
})

test('J23 who left the class list is in no sum and no file, until they are kept in the grades', async () => {
  const made = await givenHomework(['Mei Castellano', 'Omar Reid', 'Ada Okoro'])
  const { activityId, courseId, instructor } = made
  const read = async () => {
    const { people, takenOut } = await readGradebook({ id: activityId, courseId, kind: 'homework' })
    return { names: people.map(({ name }) => name), takenOut }
  }
  const id = (await readParticipants(activityId)).find(({ name }) => name === 'Omar Reid')?.id ?? ''
  const kept = (by: { id: string; isAdmin: boolean }, participantId: string, on = true) =>
    keepInGrades(by, { activityId, participantId, kept: on })
  const list = readPastedRoster('Mei Castellano\nAda Okoro').places
  await writeRoster(courseId, list, undefined, undefined, instructor.id)
  expect(await read()).toEqual({
    names: ['Ada Okoro', 'Mei Castellano'],
    takenOut: [{ id, name: 'Omar Reid', kept: false }],
  })
  expect(await accessGradedStudent(instructor, activityId, id)).toBeNull()
  expect(await kept(await givenAccount('A Stranger'), id)).toBe(false)
  expect(await kept(instructor, id)).toBe(true)
  expect(await read()).toMatchObject({
    names: ['Ada Okoro', 'Mei Castellano', 'Omar Reid'],
    takenOut: [{ kept: true }],
  })
  expect(await accessGradedStudent(instructor, activityId, id)).toMatchObject({ participantId: id })
  expect(await readStudentToGrade(instructor, activityId, id, String)).toMatchObject({ name: 'Omar Reid' })
  expect(await kept(instructor, id, false)).toBe(true)
  expect((await read()).names).not.toContain('Omar Reid')
  // Where names are hidden the list names nobody, by name or by number.
  await changeGrading(instructor, { activityId, grading: { hideNames: true } })
  expect((await read()).takenOut).toEqual([])
  await changeGrading(instructor, { activityId, grading: { hideNames: false } })
  // Whoever comes back is in the grades by themselves; taken out once more, they are asked about once more.
  expect(await kept(instructor, id)).toBe(true)
  const all = readPastedRoster('Mei Castellano\nOmar Reid\nAda Okoro').places
  await writeRoster(courseId, all, undefined, undefined, instructor.id)
  expect(await kept(instructor, id)).toBe(false)
  await writeRoster(courseId, list, undefined, undefined, instructor.id)
  expect((await read()).takenOut).toEqual([{ id, name: 'Omar Reid', kept: false }])
  await closeRoomReading()
})

test('whoever was taken from their seat keeps its office and delegation in the grade file', async () => {
  const made = await givenHomework(['Mei Castellano', 'Omar Reid', 'Ada Okoro'])
  const course = { id: made.activityId, courseId: made.courseId, kind: 'homework' } as const
  const before = await readGradebook(course)
  const log = openRoomLog(databaseUrl())
  const [room = roomId.parse('none')] = made.rooms
  const [first] = before.people
  const rows = await log.read(room)
  const moment = { by: chairActor(made.instructor.id), at: (rows.at(-1)?.at ?? 0) + 1000, lot: 0 }
  const command = { type: 'placePerson', person: personId.parse(first?.id), seat: null } as const
  const verdict = decide(fold(rows), command, moment)
  if (!verdict.ok) throw new Error(verdict.rejection)
  const stamp = { at: moment.at, by: moment.by, commandId: commandId.parse('left-a-seat') }
  await log.append(
    room,
    verdict.rows.map((draft, place) => ({ seq: rows.length + 1 + place, ...stamp, ...draft })),
  )
  await log.close()
  const after = await readGradebook(course)
  await closeRoomReading()
  expect(after.people).toEqual(before.people)
  expect(after.people.every(({ seat, delegation }) => seat !== '' && delegation !== '')).toBe(true)
})

test('the gradebook stands by family name where the class list says which it is, and a later list of the same name leaves that', async () => {
  const listed = ['Student,ID,SIS User ID', '"Weber, Amir",501,1', '"Castellano Ruiz, Mei",502,2', 'Björk,,3']
  const { activityId, courseId, instructor } = await givenHomework(listed)
  let ids: string[] = []
  const read = async () => {
    const { people } = await readGradebook({ id: activityId, courseId, kind: 'homework' })
    ids = people.map(({ canvasId }) => canvasId)
    return people.map(({ name, family, given }) => `${name}: ${given}, ${family}`)
  }
  const split = ['Björk: , ', 'Mei Castellano Ruiz: Mei, Castellano Ruiz', 'Amir Weber: Amir, Weber']
  expect(await read()).toEqual(split)
  const again = (lines: string[]) =>
    writeRoster(courseId, readPastedRoster(lines.join('\n')).places, undefined, undefined, instructor.id)
  await again(['Name,Number', 'Amir Weber,1', 'Mei Castellano Ruiz,2', 'Björk,3'])
  expect(await read()).toEqual(split)
  await again(['Name,Number', 'Amir Weber,1', 'Mei Ruiz,2', 'Björk,3'])
  expect(await read()).toEqual(['Björk: , ', 'Mei Ruiz: , ', 'Amir Weber: Amir, Weber'])
  expect(ids, 'Canvas’s own IDs stay too').toEqual(['', '502', '501'])
  // A namesake of another number is not who had it, and a column of IDs that is empty takes it away.
  await again(['Name,Number', 'Amir Weber,9', 'Mei Ruiz,2', 'Björk,3'])
  expect((await read()) && ids).toEqual(['', '502', ''])
  await again(['Name\tNumber\tCanvas ID', 'Amir Weber\t9\t504', 'Mei Ruiz\t2\t', 'Björk\t3\t'])
  expect((await read()) && ids).toEqual(['', '', '504'])
})
