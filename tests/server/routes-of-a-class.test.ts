/** Routes of the built server: a participant's drafts, the grade files, and who is named where work is graded without names. */
import { describe, expect, test } from 'vitest'
import { database } from '#server/base/database'
import { readPastedRoster } from '#server/jobs/thread/roster-reading/pasted-roster'
import { readParticipants } from '#server/store/activities/participants'
import { writeRoster } from '#server/store/courses/roster'
import { readGradebook } from '#server/store/marks/gradebook'
import { changeGrading } from '#server/store/marks/grading-place'
import { addMark } from '#server/store/marks/marks'
import { createSession } from '#server/store/people/sessions'
import { chairActor, participantActor } from '#simulation/kernel/ids'
import { criteriaFor, newestRubric } from '#simulation/reading/log/rubric'
import { askedLine } from '#simulation/wire/asked-line'
import { draftServer } from '../../app/rooms/[roomId]/homework/draft-server'
import { keepsDrafts } from '../support/draft-contract'
import { canvasImport } from '../support/files/canvas-course'
import { moodleImport } from '../support/files/moodle-import'
import { opened } from '../support/files/spreadsheet'
import { useSharedServer } from '../support/machines/built-server'
import { givenHomework } from './homework/given-homework'
import { cookieOf, givenClass, givenStudent, seat } from './live/given/given-classroom'
import { Teller } from './record/given-record'

const server = useSharedServer()

describe('the drafts of a room, by the road that its page takes', () => {
  keepsDrafts(async () => {
    const of = await givenClass()
    const { cookie, person } = await givenStudent(of, 'Mei Castellano')
    const asMei: typeof fetch = (way, more) => fetch(way, { ...more, headers: { ...more?.headers, cookie } })
    return {
      server: draftServer(`${server.url}/rooms/${of.roomId}/drafts`, asMei),
      close: async () => void (await database().participant.delete({ where: { id: person } })),
    }
  })
})

test('a page without a link to the room is told what its reader is asked there, as far as they have not left it out', async () => {
  const of = await givenClass()
  const mei = await givenStudent(of, 'Mei Castellano')
  const elsewhere = await givenStudent(await givenClass(), 'Kwame Boateng')
  const told = async (cookie: string, left = '') => {
    const answer = await fetch(`${server.url}/rooms/${of.roomId}/now${left}`, { headers: { cookie } })
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
    return askedLine.parse(await answer.json())
  }
  const teller = await Teller.open(of.roomId, Date.now())
  await teller.does(participantActor(mei.person), { type: 'takeSeat', seat: seat('us.state') }).saves()
  expect(await told(mei.cookie)).toEqual({ kind: 'still' })
  await teller.goesTo('briefing', chairActor(of.instructor.id)).saves()
  expect(await told(mei.cookie)).toEqual({
    kind: 'asked',
    ask: 'Mark your own view, then read your brief',
    asks: true,
    title: null,
  })
  expect(await told(mei.cookie, '?view=before&turn=3')).toMatchObject({
    ask: 'Read your brief',
  })
  expect(await told(mei.cookie, '?view=never&turn=none')).toMatchObject({ kind: 'asked' })
  for (const cookie of [elsewhere.cookie, of.chairCookie, ''])
    expect(await told(cookie), 'whoever does not sit there').toEqual({ kind: 'closed' })
})

test('L16 Canvas, Moodle and a spreadsheet read in the files of a gradebook what was given, and no mark where none was', async () => {
  const of = await givenClass()
  const { courseId } = await database().activity.findUniqueOrThrow({ where: { id: of.activityId } })
  const roster = 'Mei Castellano, mei@college.example, S100\nJonas Lee, jonas@college.example, S101'
  await writeRoster(courseId, readPastedRoster(roster).places)
  const mei = await givenStudent(of, 'Mei Castellano')
  const jonas = await givenStudent(of, 'Jonas Lee')
  expect((await readParticipants(of.activityId)).every(({ rosterPlaceId }) => rosterPlaceId !== null)).toBe(true)
  const { rubrics } = await readGradebook({ id: of.activityId, courseId, kind: 'seminar' })
  const criteria = criteriaFor(newestRubric(rubrics), 'student')
  const given = criteria.map((_, index) => 1 + (index % 4))
  const sum = given.reduce((all, level) => all + level, 0)
  const mark = (person: string, index: number) => ({
    ...{ subject: 'student' as const, criterion: criteria[index]?.key ?? '', level: given[index] ?? 0 },
    ...{ roomId: of.roomId, participantId: person, evidence: [], noEvidence: true, comment: null, round: null },
  })
  for (const index of criteria.keys()) await addMark(mark(mei.person, index), of.instructor.id)
  // Jonas has all levels but one, and so no sum.
  for (const index of [...criteria.keys()].slice(1)) await addMark(mark(jonas.person, index), of.instructor.id)

  const file = async (name: string) => {
    const answer = await fetch(`${server.url}/activities/${of.activityId}/gradebook/${name}`, {
      headers: { cookie: of.chairCookie },
    })
    expect({ name, status: answer.status }).toEqual({ name, status: 200 })
    expect(answer.headers.get('content-type')).toMatch(/^text\/csv/)
    // Compared as bytes, because reading it as text would drop the byte order mark.
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer())
  }
  for (const [name, keys] of Object.entries({
    'moodle-email.csv': ['mei@college.example', 'jonas@college.example'],
    'moodle-number.csv': ['S100', 'S101'],
  })) {
    const read = moodleImport(await file(name), new Set(keys), { grade: 'new', feedback: false })
    if (!read.ok) throw new Error(read.stopped)
    expect(keys.map((key) => read.grades.get(key)?.grade)).toEqual([sum, null])
  }

  const students = [
    { id: 501, family: 'Castellano', given: 'Mei', sis: 'S100', login: 'mei@college.example' },
    { id: 502, family: 'Lee', given: 'Jonas', sis: 'S101', login: 'jonas@college.example' },
  ]
  const columns = canvasImport({ students, assignments: [], customColumns: [] }, await file('canvas.csv'))
  if (columns?.size !== 1) throw new Error('Canvas reads no new column.')
  const [column] = columns.values()
  expect(column?.points).toBe(criteria.length * 4)
  expect(students.map(({ id }) => column?.grades.get(id))).toEqual([expect.stringMatching(`^${sum}(\\.0)?$`), ''])

  const [head = [], ...lines] = opened((await file('grades.csv')).replace(/^\uFEFF/, ''))
  const rowOf = (name: string) => lines.find((line) => line.includes(name)) ?? []
  expect(head.length).toBeGreaterThan(criteria.length)
  expect(rowOf('Mei Castellano')).toEqual(expect.arrayContaining([...given.map(String), String(sum)]))
  expect(rowOf('Jonas Lee')).not.toContain(String(sum))
})

test('J7 while names are hidden, no page and no file of grading says a name, an address or a number of the class', async () => {
  const roster = ['Mei Castellano, mei@college.example, S70441', 'Jonas Weber, jonas@college.example, S70442']
  const { activityId, instructor } = await givenHomework(roster)
  const cookie = await cookieOf(await createSession(database(), instructor.id, 'test'))
  const files = ['grades', 'canvas', 'moodle-email', 'moodle-number'].map((file) => `gradebook/${file}.csv`)
  const people = (await readParticipants(activityId)).map(({ id }) => `grading/${id}`)
  const ways = ['grading', ...people, 'gradebook', ...files]
  const told = () =>
    Promise.all(
      ways.map(async (way) => {
        const answer = await fetch(`${server.url}/activities/${activityId}/${way}`, { headers: { cookie } })
        const said = (await answer.text()).match(/Castellano|Weber|(mei|jonas)@|S7044\d/g)
        return { way, status: answer.status, names: said !== null }
      }),
    )
  const expected = (names: boolean) => ways.map((way) => ({ way, status: 200, names }))
  expect(await told()).toEqual(expected(true))
  const grading = { evidence: 'asked', noPart: 'zero', regradeDays: 0, hideNames: true }
  expect(await changeGrading(instructor, { activityId, grading })).toBeNull()
  expect(await told()).toEqual(expected(false))
})
