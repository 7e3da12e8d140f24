/** J7 While names are hidden, nothing that whoever grades is handed by the grading place, the gradebook or their files says who a student is. */
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { database } from '#server/base/database'
import { readParticipants } from '#server/store/activities/participants'
import { closeRoomReading, readRoomState } from '#server/store/log/room-reading'
import { readGradebook } from '#server/store/marks/gradebook'
import {
  changeGrading,
  giveGradeNote,
  readGradingPlace,
  readStudentToGrade,
  releaseGrades,
} from '#server/store/marks/grading-place'
import { seatsOfRecord } from '#simulation/reading/log/seat-of-record'
import { useFreshDatabase } from '../../support/machines/database'
import { at, DUE, givenMailWeek, MINUTE } from '../mail/given-mail'
import { givenAccount, givenColleague } from '../store/given-store'

const fresh = useFreshDatabase()
const called = (number: number) => `Nobody ${number}`

test('J7 no name, address, number or office of a student is in what whoever grades is handed, until a release or until names are shown', async () => {
  const week = await givenMailWeek(fresh.url(), 4)
  const { activityId, courseId } = week
  const listed = await database().rosterPlace.findMany({ where: { courseId }, orderBy: { position: 'asc' } })
  const parts = [
    { studentNumber: '70 441', familyName: 'Castellano', givenName: 'Will' },
    { givenName: 'Rui' },
    { givenName: 'Rui' },
    { givenName: '明' },
  ]
  for (const [index, data] of parts.entries())
    await database().rosterPlace.update({ where: { id: listed[index]!.id }, data })
  const people = await readParticipants(activityId)
  const { posts, moveTo } = await week.open()
  await moveTo(at('2037-12-02T10:00'))
  const text =
    'Student 1 (70 441) and STUDENT 2 wrote to student3@college.example; *Student* 4’s case is ours. Will, or Ms Castellano, will see.'
  for (const { id } of people) await posts(id, text)
  await moveTo(DUE + MINUTE)
  const state = (await readRoomState(week.rooms[0]!))!
  const offices = [...seatsOfRecord(state).values()].map(({ title }) => title)
  expect(offices).toHaveLength(4)

  const grader = await givenAccount('Imani Okafor')
  await givenColleague(courseId, grader, { part: 'grader', rooms: [week.rooms[0] ?? ''] })
  const choose = (hideNames: boolean) =>
    changeGrading(week.instructor, {
      activityId,
      grading: { evidence: 'asked', noPart: 'zero', regradeDays: 0, hideNames },
    })
  const ids = people.map(({ id }) => id)
  const handed = async () => {
    const book = await readGradebook({ id: activityId, courseId, kind: 'homework' }, called)
    const place = await readGradingPlace(grader, activityId, called)
    const sheets = await Promise.all(ids.map((id) => readStudentToGrade(grader, activityId, id, called)))
    const works = sheets.map((sheet) => [sheet?.name, sheet?.displayNames, sheet?.work?.plan.seats, sheet?.work?.did])
    return JSON.stringify([book.people, place?.people, works])
  }
  const traces = () => [
    /student[\s*]*\d/i,
    /@college/,
    /70 441/,
    /Will,/,
    /Castellano/,
    ...offices.map((title) => new RegExp(title)),
  ]
  for (const trace of traces()) expect(await handed()).toMatch(trace)

  expect(await choose(true)).toBeNull()
  const hidden = await handed()
  for (const trace of traces()) expect(hidden).not.toMatch(trace)
  for (const number of [1, 2, 3, 4]) expect(hidden).toContain(`"Nobody ${number}"`)
  expect(await handed()).toBe(hidden)

  // A release shows its own student, and nobody else.
  const [mine] = ids
  await giveGradeNote(week.instructor, { activityId, participantId: mine, comment: null, tookNoPart: true })
  expect(
    await releaseGrades(week.instructor, { activityId, scope: { kind: 'person', id: mine }, reason: null }),
  ).toMatchObject({ ok: true })
  const asked = { participantId: mine!, criterion: 'role', level: 2, text: `I answered ${people[1]?.name}.` }
  await database().regrade.create({ data: { id: randomUUID(), ...asked } })
  const book = await readGradebook({ id: activityId, courseId, kind: 'homework' }, called)
  expect(book.people.flatMap(({ regrades }) => regrades.map(({ text }) => text.replace(/\d/, 'n')))).toEqual([
    'I answered Nobody n.',
  ])
  const shown = people.find(({ id }) => id === mine)?.name
  expect(book.people.map(({ name }) => name).filter((name) => !name.startsWith('Nobody'))).toEqual([shown])

  expect(await choose(false)).toBeNull()
  for (const trace of traces()) expect(await handed()).toMatch(trace)
  const noted = await database().auditEntry.findMany({ where: { place: activityId }, orderBy: { at: 'asc' } })
  expect(noted.map(({ what, by }) => [what, by])).toEqual([
    ['names-hidden', week.instructor.id],
    ['names-shown', week.instructor.id],
  ])
  await closeRoomReading()
})
