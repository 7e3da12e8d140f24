/** The gradebook as it is read: marks, seats, the roster and what positions were given, of whom it has and of whom it has not. */
import { expect, test } from 'vitest'
import { database, databaseUrl } from '#server/base/database'
import { readPastedRoster } from '#server/jobs/thread/roster-reading/pasted-roster'
import { ActivitySettings } from '#server/store/activities/activity-settings'
import { readParticipants } from '#server/store/activities/participants'
import { writeRoster } from '#server/store/courses/roster'
import { openRoomLog } from '#server/store/log/room-log'
import { closeRoomReading } from '#server/store/log/room-reading'
import { readGradebook } from '#server/store/marks/gradebook'
import { accessGradedStudent, changeGrading, keepInGrades, readStudentToGrade } from '#server/store/marks/grading-place'
import { addMark, NewMark } from '#server/store/marks/marks'
import { decide } from '#simulation/engine/decide'
import { fold } from '#simulation/engine/room'
import { chairActor, commandId, personId, roomId } from '#simulation/kernel/ids'
import { criteriaFor, newestRubric } from '#simulation/reading/log/rubric'
import { gradesForPeople } from '../../../app/activities/[activityId]/gradebook/grade-files'
import { gradesOf } from '../../../app/activities/[activityId]/gradebook/grades'
import { useFreshDatabase } from '../../support/machines/database'
import { givenAccount } from '../store/given-store'
import { givenHomework } from './given-homework'

useFreshDatabase()

const t = (key: string, values: { state?: string } = {}) => values.state ?? key.replace('file.', '')

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

test('J22 what a delegation’s positions are given stands in the file, in a column of its own, and in no sum', async () => {
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
  expect((await read()).file).toMatch(/,positions,total,[\s\S]*,10,20,20,/)
  // An activity of before may give them a weight: it is read, and counts for nothing.
  const { settings } = await database().activity.findUniqueOrThrow({ where: { id: activityId } })
  const grading = { evidence: 'asked', noPart: 'zero', regradeDays: 0, hideNames: false, shared: 20 }
  await database().activity.update({
    where: { id: activityId },
    data: { settings: { ...ActivitySettings.parse(settings), grading } },
  })
  expect((await read()).grades.map(({ total }) => total)).toEqual(people.map(() => 20))
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
  expect(await kept(instructor, id)).toBe(true)
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
