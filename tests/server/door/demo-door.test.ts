/** The demo's instructor has no password: who may sign in as them, and that they reach no data outside the demo. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database } from '#server/base/database'
import { settleSecret } from '#server/base/environment'
import { accessCourse } from '#server/store/access/access'
import { readColleagues } from '#server/store/courses/colleagues'
import { createCourse } from '#server/store/courses/courses'
import { acceptInvitation, invite } from '#server/store/courses/invitations'
import { demoEmail, demoStudentEmail, separateDemoFromColleagues } from '#server/store/people/demo-person'
import { createSession, endSignInsToClosedDemo, readAliveSessions } from '#server/store/people/sessions'
import { type Person, personColumns } from '#server/store/people/users'
import { makeSessionCookie, whoIs } from '#server/web/identity'
import { signInAsDemo, signInByPassword } from '#server/web/sign-in'
import { useFreshDatabase } from '../../support/machines/database'
import { inSurroundings } from '../../support/machines/surroundings'
import { givenAccount, givenDevice } from '../store/given-store'

useFreshDatabase()
const DEMO = 'demo-instructor'
const STUDENT = 'demo-student'
const device = givenDevice('127.0.0.1')
const PUBLIC = { NEXTAUTH_URL: 'https://seminar.example.edu' }

beforeAll(async () => {
  settleSecret('a secret for these tests only, long enough')
  await database().user.createMany({
    data: [
      { id: DEMO, kind: 'account', name: 'Demo', email: demoEmail },
      { id: STUDENT, kind: 'account', name: 'Demo student', email: demoStudentEmail },
    ],
  })
})
beforeEach(async () => {
  await database().session.deleteMany({ where: { userId: { in: [DEMO, STUDENT] } } })
})

const PEOPLE = ['instructor', 'student'] as const
const ids = { instructor: DEMO, student: STUDENT } as const

describe.each(PEOPLE)('the demo opens for its %s', (as) => {
  const enters = async (headers: Record<string, string> = {}) =>
    (await signInAsDemo(headers, device, as))?.person.id === ids[as]

  test('to whoever sits at this machine, where that is all that reaches it', async () => {
    inSurroundings({})
    for (const host of ['127.0.0.1:3000', 'localhost:3000', '[::1]:3000', '[::1]', 'localhost'])
      expect(await enters({ host })).toBe(true)
  })

  test.each([
    ['through a proxy on this machine', {}, { host: '127.0.0.1:3000', 'x-relayed': '1' }],
    ['by a name that another site gave our address', {}, { host: 'rebound.example:3000' }],
    ['where people come by a public address', PUBLIC, { host: '127.0.0.1:3000' }],
    ['where a network reaches the port', { HOST: '0.0.0.0' }, { host: '127.0.0.1:3000' }],
    ['where it was closed', { DEMO: '0' }, { host: '127.0.0.1:3000' }],
  ])('to nobody %s', async (_, settings, headers) => {
    inSurroundings(settings)
    expect(await enters(headers)).toBe(false)
  })

  test('to everybody, proxy or not, only where that was asked for', async () => {
    inSurroundings({ ...PUBLIC, DEMO: '1' })
    expect(await enters({ host: 'seminar.example.edu', 'x-relayed': '1' })).toBe(true)
  })

  test('by one click and never by a password', async () => {
    const email = as === 'student' ? demoStudentEmail : demoEmail
    expect(await signInByPassword(email, '', device)).toMatchObject({ ok: false, refusal: 'no-match' })
  })
})

describe.each(PEOPLE)('a sign-in of the demo’s %s from before', (as) => {
  async function signedInBefore() {
    const sessionId = await createSession(database(), ids[as], 'test')
    const { value } = await makeSessionCookie(sessionId)
    return { sessionId, cookies: { cookie: `track-two=${value}; __Host-track-two=${value}`, host: 'localhost' } }
  }

  test('is nobody once the demo is closed, on pages and on sockets', async () => {
    const { sessionId, cookies } = await signedInBefore()
    expect((await whoIs(cookies))?.user.id).toBe(ids[as])
    inSurroundings({ DEMO: '0' })
    expect(await whoIs(cookies)).toBeNull()
    expect(await readAliveSessions([sessionId])).toEqual(new Map())
  })

  test('ends for good at the next start with the demo closed, and at no other', async () => {
    const { sessionId } = await signedInBefore()
    await endSignInsToClosedDemo()
    expect((await readAliveSessions([sessionId])).size).toBe(1)
    inSurroundings(PUBLIC)
    await endSignInsToClosedDemo()
    expect((await database().session.findUniqueOrThrow({ where: { id: sessionId } })).revokedAt).not.toBeNull()
  })

  test('is nobody through a proxy, as long as the demo is this machine’s own', async () => {
    const { cookies } = await signedInBefore()
    expect(await whoIs({ ...cookies, 'x-relayed': '1' })).toBeNull()
    inSurroundings({ DEMO: '1' })
    expect((await whoIs({ ...cookies, 'x-relayed': '1' }))?.user.id).toBe(ids[as])
  })
})

describe('the demo’s people', () => {
  const course = (by: string) => createCourse({ title: 'A course', timeZone: 'Asia/Tokyo', by })
  const staffOf = async (courseId: string) => (await readColleagues(courseId)).map(({ userId }) => userId)

  async function accepts(person: Person, courseId: string) {
    const made = await invite({ by: null, email: null, to: { courseId, part: 'assistant', rooms: [] } })
    return made.ok ? (await acceptInvitation(made.token, person)).kind : made.fault
  }

  test('is nobody’s colleague, and has none', async () => {
    const noor = await givenAccount('Noor')
    const [real, demos] = [await course(noor.id), await course(DEMO)]
    const demo = await database().user.findUniqueOrThrow({ where: { id: DEMO }, select: personColumns })
    expect(await accepts(demo, real)).toBe('demo')
    expect(await accepts(noor, demos)).toBe('demo')
    const to = { courseId: demos, part: 'assistant', rooms: [] } as const
    expect(await invite({ by: demo, email: null, to })).toEqual({ ok: false, fault: 'demo' })
    expect([await staffOf(real), await staffOf(demos)]).toEqual([[noor.id], [DEMO]])
    const tarek = await givenAccount('Tarek')
    expect(await accepts(tarek, real)).toBe('accepted')
  })

  test('a visitor who is the demo’s student sees neither a real course nor the demo’s, and becomes nobody’s colleague', async () => {
    const noor = await givenAccount('Noor')
    const [real, demos] = [await course(noor.id), await course(DEMO)]
    const student = await database().user.findUniqueOrThrow({ where: { id: STUDENT }, select: personColumns })
    expect(await accepts(student, real)).toBe('demo')
    for (const courseId of [real, demos]) expect(await accessCourse(student, courseId, 'see-course')).toBeNull()
    expect(await staffOf(real)).toEqual([noor.id])
    expect(student.isAdmin).toBe(false)
  })

  test('is parted at the start from those an earlier version put beside them', async () => {
    const [noor, tarek] = [await givenAccount('Noor'), await givenAccount('Tarek')]
    const [real, demos] = [await course(noor.id), await course(DEMO)]
    const activity = {
      id: demos,
      courseId: demos,
      kind: 'seminar',
      title: 'x',
      scenarioKey: 'x',
      scenario: {},
    } as const
    await database().activity.create({ data: { ...activity, agendaKey: 'x', settings: {}, code: demos, demo: true } })
    const role = 'instructor'
    await database().courseStaff.createMany({
      data: [
        { courseId: real, userId: tarek.id, role },
        { courseId: real, userId: DEMO, role },
        { courseId: demos, userId: noor.id, role },
      ],
    })
    await separateDemoFromColleagues()
    expect((await staffOf(real)).toSorted()).toEqual([noor.id, tarek.id].toSorted())
    expect(await staffOf(demos)).toEqual([DEMO])
  })
})
