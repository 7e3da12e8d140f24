/** Keys that no form of ours has: they change nothing. */
import { expect, test } from 'vitest'
import { database } from '#server/base/database'
import { addParticipant } from '#server/store/activities/participants'
import { readRelease } from '#server/store/marks/marks'
import { cookieOf, givenClass } from '../server/live/given/given-classroom'
import { givenGuest } from '../server/store/given-store'
import { useSharedServer } from '../support/machines/built-server'
import { act, ask } from './knocking'
import { builtActions } from './matrix/endpoints'

const server = useSharedServer()

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
  const own = [guest.person.id, of.instructor.id]
  expect(await database().user.count({ where: { isAdmin: true, id: { in: own } } })).toBe(0)
  expect(await database().course.count({ where: { title: 'Mine now' } })).toBe(0)
  expect(await readRelease(of.activityId)).toBeNull()
  expect((await database().user.findUniqueOrThrow({ where: { id: guest.person.id } })).kind).toBe('guest')
})
