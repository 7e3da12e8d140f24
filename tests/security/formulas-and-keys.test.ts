/** What a spreadsheet would take for a formula, and keys that no form of ours has: neither does anything. */
import { parse } from 'csv-parse/sync'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { addParticipant } from '#server/store/activities/participants'
import { database } from '#server/store/database'
import { closeRoomReading } from '#server/store/log/room-reading'
import { readRelease } from '#server/store/marks/marks'
import { cookieOf, givenClass } from '../server/live/given-classroom'
import { givenGuest } from '../server/store/given-store'
import { useBuiltServer } from './built-server'
import { builtActions } from './endpoints'
import { act, ask } from './knocking'
import { FORMULAS } from './payloads'
import { typedRoom } from './typed-room'

const server = useBuiltServer()

afterAll(closeRoomReading)

test('no file for a spreadsheet holds a formula', async () => {
  const of = await typedRoom(FORMULAS, 0)
  await database().rosterPlace.createMany({
    data: FORMULAS.map((name, index) => ({
      id: `place-${index}-${of.activityId.slice(0, 8)}`,
      courseId: of.courseId,
      position: index,
      name,
      studentNumber: name,
      email: `f${index}@college.example`,
    })),
  })
  const gradebook = `/activities/${of.activityId}/gradebook`
  const files = [
    { file: `${gradebook}/grades.csv`, cells: 100 },
    { file: `/rooms/${of.roomId}/marks/levels.csv`, cells: 30 },
    { file: `/rooms/${of.roomId}/transcript/export?format=csv`, cells: 150 },
    { file: `/courses/${of.courseId}/links.csv`, cells: 4 },
    { file: `${gradebook}/canvas.csv`, cells: 20 },
    { file: `${gradebook}/moodle-email.csv`, cells: 3 },
    { file: `${gradebook}/moodle-number.csv`, cells: 3 },
  ]
  for (const { file, cells } of files) {
    const { status, body, headers } = await ask(server.url + file, of.chairCookie)
    expect({ file, status }).toEqual({ file, status: 200 })
    expect(headers.get('content-disposition')).toMatch(/^attachment/)
    // A dash alone is how Moodle writes that there is no grade.
    const found = Lines.parse(parse(body, { bom: true, relax_column_count: true }))
      .flat()
      .filter((cell) => cell !== '-')
    expect({ file, cells: found.length >= cells }).toEqual({ file, cells: true })
    expect({ file, formulas: found.filter(isFormula) }).toEqual({ file, formulas: [] })
  }
})

const Lines = z.array(z.array(z.string()))
const isFormula = (cell: string) => /^\s*[=+@＝＋－＠]|^\s*-(?!\d+(\.\d+)?$)|^[\t\r]/.test(cell)

test('keys that nobody asked for change nothing', async () => {
  const of = await givenClass()
  const guest = await givenGuest('Mei')
  const place = { activityId: of.activityId, roomId: of.roomId, userId: guest.person.id, name: 'Mei' }
  const participantId = await addParticipant(database(), place)
  const cookie = await cookieOf(guest.sessionId)
  const extra = {
    role: 'instructor',
    isAdmin: 'true',
    kind: 'account',
    releasedAt: '2020-01-01',
    participantId: 'other',
    byUserId: 'other',
    __proto__: 'x',
    constructor: 'x',
  }
  const fields = Object.fromEntries([...Object.entries(extra), ['__proto__', 'x']])
  const draft = { key: 'a-draft', text: 'Mine', over: null }
  const put = (body: unknown) => ask(`${server.url}/rooms/${of.roomId}/drafts`, cookie, { method: 'PUT', body })
  for (const [key, value] of Object.entries(extra))
    expect((await put({ ...draft, [key]: value })).status, key).toBe(400)
  expect(
    (await put(JSON.parse('{"key":"a-draft","text":"x","over":null,"__proto__":{"isAdmin":true}}'))).status,
  ).toBeLessThan(500)
  const mark = {
    subject: 'student',
    participantId,
    roomId: of.roomId,
    round: null,
    criterion: 'role',
    level: 4,
    evidence: [],
    noEvidence: true,
    comment: null,
  }
  const call = async (name: string, who: string, value: object) => {
    const { id, page } = builtActions().get(name) ?? { id: '', page: '/' }
    return act(
      `${server.url}${page.replaceAll(/\[\w+\]/g, of.roomId)}`,
      who,
      id,
      'fields' in value ? { fields: { ...(value.fields as object) } } : { value },
    )
  }
  for (const key of Object.keys(extra)) {
    const { body } = await call('_marks/marks-actions.ts#saveMark', of.chairCookie, {
      ...mark,
      [key]: 'x',
      ...(key === 'participantId' ? { participantId: 'other' } : {}),
    })
    expect(body, key).toMatch(/"ok":false/)
  }
  expect(await database().mark.count({ where: { roomId: of.roomId } })).toBe(0)
  // A form may carry anything; what is made of it holds only what was asked.
  await call('(people)/sign-up/actions.ts#createAccount', '', {
    fields: { ...fields, name: 'Eve', email: 'eve@college.example', password: 'a long enough sentence', next: '/' },
  })
  await call('join/actions.ts#joinAs', '', { fields: { ...fields, code: of.code, name: 'Eve' } })
  await call('courses/new/actions.ts#makeCourse', cookie, {
    fields: { ...fields, title: 'Mine now', timeZone: 'Asia/Tokyo' },
  })
  expect(await database().user.count({ where: { isAdmin: true } })).toBe(0)
  expect(await database().course.count({ where: { title: 'Mine now' } })).toBe(0)
  expect(await readRelease(of.activityId)).toBeNull()
  expect((await database().user.findUniqueOrThrow({ where: { id: guest.person.id } })).kind).toBe('guest')
})
