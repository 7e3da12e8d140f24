/** Sign-ins on the built server: each is new, ends everywhere at once, and its cookie stays with this host. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, database, disconnect } from '#server/base/database'
import { addParticipant } from '#server/store/activities/participants'
import { revokeSession } from '#server/store/people/sessions'
import { createAccount } from '#server/store/people/users'
import { whoIs } from '#server/web/identity'
import { personId } from '#simulation/kernel/ids'
import { type Class, cookieOf, givenClass, givenPage, givenStudent, SECRET } from '../server/live/given/given-classroom'
import { Page, until } from '../server/live/given/given-page'
import { givenAccount, givenGuest } from '../server/store/given-store'
import { useSharedServer } from '../support/machines/built-server'
import { freshDatabase } from '../support/machines/database'
import { type RunningServer, startServer } from '../support/machines/server'
import { type Answer, act, ask } from './knocking'
import type { Call } from './matrix/action-row'
import { builtActions } from './matrix/endpoints'

const server = useSharedServer()
const PASSWORD = 'a long enough sentence'
let of: Class

beforeAll(async () => {
  of = await givenClass()
})

/** The house as pages on real sockets know it. */
const house = () => ({ address: server.url })

function call(name: string, cookie: string, what: Call): Promise<Answer> {
  const { id, page } = builtActions().get(name) ?? { id: name, page: '/' }
  return act(server.url + page, cookie, id, what)
}
const signsIn = (email: string, cookie: string) =>
  call('(people)/sign-in/actions.ts#signIn', cookie, {
    fields: { email, password: PASSWORD, next: '/home' },
    state: { email: '', misses: 0, fault: null },
  })

/** The cookie that an answer sets, as the browser sends it back. */
const set = ({ headers }: Answer) => headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')
const sessionOf = async (cookie: string) => (await whoIs({ cookie }))?.sessionId

describe('a new sign-in', () => {
  test('is a new session, and ends the one the device had before', async () => {
    const guest = await givenGuest('Mei')
    const before = await cookieOf(guest.sessionId)
    const account = await givenAccount('Noor')
    const [first = ''] = set(await signsIn(account.email ?? '', before))
    const [second = ''] = set(await signsIn(account.email ?? '', first))
    expect((await whoIs({ cookie: second }))?.user.id).toBe(account.id)
    expect(new Set([before, first, second]).size).toBe(3)
    // Neither the guest nor the first sign-in of the account lives on behind the one that took its place.
    expect(await Promise.all([before, first].map(sessionOf))).toEqual([undefined, undefined])
  })

  test('is a new session and a new person where a guest makes an account', async () => {
    const guest = await givenGuest('Mei')
    const before = await cookieOf(guest.sessionId)
    const made = await call('(people)/sign-up/actions.ts#createAccount', before, {
      fields: { name: 'Mei', email: 'mei-new@college.example', password: PASSWORD, next: '/home' },
      state: { attempt: 0, name: '', email: '', faults: [] },
    })
    const [after = ''] = set(made)
    const [was, is] = [await whoIs({ cookie: before }), await whoIs({ cookie: after })]
    expect(is?.user.kind).toBe('account')
    expect(is?.user.id).not.toBe(guest.person.id)
    expect(was).toBeNull()
  })

  test('keeps its cookie from scripts and from the requests of other sites', async () => {
    const account = await givenAccount('Noor')
    const answer = await signsIn(account.email ?? '', '')
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^track-two=[^;]+; Path=\/; .*HttpOnly; SameSite=lax$/i),
      // Scripts of our pages read this one, to see that somebody else has come; it opens nothing.
      expect.stringMatching(/^track-two-whose=[\w-]{16}\.[\w-]+; Path=\/; .*SameSite=lax$/i),
    ])
  })
})

describe('the end of a sign-in', () => {
  async function twoPages(name: string) {
    const student = await givenStudent(of, name)
    const open = () => givenPage(house(), student.cookie, of.roomId)
    return { student, pages: [await open(), await open()] }
  }

  test.each([
    [
      'signing out on the page',
      async (cookie: string) => void (await ask(`${server.url}/sign-out`, cookie, { method: 'POST' })),
    ],
    ['the end of its row', async (_: string, sessionId: string) => revokeSession(sessionId)],
  ])('by %s closes its sockets within a second, and opens none again', async (how, end) => {
    const { student, pages } = await twoPages(`Amara, ${how}`)
    await end(student.cookie, student.sessionId)
    await until(() => expect(pages.some(({ socket }) => socket.connected)).toBe(false), 1_000)
    await expect(new Page(server.url, student.cookie).connect()).rejects.toThrow('signed-out')
    expect((await ask(`${server.url}/rooms/${of.roomId}`, student.cookie)).location).toMatch(/^\/sign-in/)
  })

  test('leaves nothing of the room to somebody whose place was taken from them', async () => {
    const guest = await givenGuest('Tomás Ribeiro')
    const place = { activityId: of.activityId, roomId: of.roomId, userId: guest.person.id, name: 'Tomás Ribeiro' }
    const id = await addParticipant(database(), place)
    const page = await givenPage(house(), await cookieOf(guest.sessionId), of.roomId)
    const chair = await givenPage(house(), of.chairCookie, of.roomId)
    expect(await chair.submit(of.roomId, { type: 'removePerson', person: personId.parse(id) })).toMatchObject({
      ok: true,
    })
    await until(() => expect(page.left).toEqual(['removed']), 1_000)
    const heard = page.bytes.length
    expect(await chair.submit(of.roomId, { type: 'nudge', to: 'room', text: 'Among ourselves.' })).toMatchObject({
      ok: true,
    })
    await until(() => expect(chair.bytes).toContain('Among ourselves.'))
    // Their sign-in has ended with their place: the line may still say that it closes, and nothing else.
    expect(page.bytes.slice(heard)).toMatch(/^\d{0,2}$/)
  })
})

describe('a device that somebody else takes over', () => {
  /** A class of its own, for the tables of one fill up. */
  let table: Class
  beforeAll(async () => {
    table = await givenClass()
  })
  test('ends the open pages of the person before within a second', async () => {
    const student = await givenStudent(table, 'Alice, who was here')
    const page = await givenPage(house(), student.cookie, table.roomId)
    const account = await givenAccount('Noor')
    await signsIn(account.email ?? '', student.cookie)
    await until(() => expect(page.socket.connected).toBe(false), 1_000)
  })
})

describe('passwords', () => {
  test('are kept as argon2id, salted, with its own cost beside it', async () => {
    const emails = ['one@college.example', 'other@college.example']
    for (const email of emails) await createAccount({ name: 'Noor', email, password: PASSWORD })
    const rows = await database().user.findMany({
      where: { email: { in: emails } },
      select: { passwordHash: true },
    })
    for (const { passwordHash } of rows) expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(rows).toHaveLength(2)
    expect(rows[0]?.passwordHash).not.toBe(rows[1]?.passwordHash)
  })
})

describe('where people come over https', () => {
  const address = 'https://seminar.example.edu'
  let secure: RunningServer
  beforeAll(async () => {
    const env = { NEXTAUTH_SECRET: SECRET, NEXTAUTH_URL: address }
    // A second server on the database of the first would be refused.
    const own = await freshDatabase()
    await disconnect()
    connect(own.url)
    of = await givenClass()
    secure = await startServer({ databaseUrl: own.url, env })
  })
  afterAll(async () => secure?.clear())

  test('every cookie is kept to this host and to https, and the browser is told to come back so', async () => {
    const account = await givenAccount('Noor')
    const post = async (name: string, what: { fields: Record<string, string>; state?: unknown }) => {
      const { id, page } = builtActions().get(name) ?? { id: name, page: '/' }
      return act(secure.url + page, '', id, what, {
        origin: address,
        'x-forwarded-host': new URL(address).host,
        'x-forwarded-proto': 'https',
      })
    }
    const answers = [
      await post('(people)/sign-in/actions.ts#signIn', {
        fields: { email: account.email ?? '', password: PASSWORD, next: '/home' },
        state: { email: '', misses: 0, fault: null },
      }),
      await post('join/actions.ts#askToComeIn', {
        fields: { code: of.code, name: 'Mei' },
        state: { attempt: 0, name: '', fault: null },
      }),
    ]
    const cookies = answers.flatMap(({ headers }) => headers.getSetCookie())
    expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(
      expect.arrayContaining(['__Host-track-two', '__Host-track-two-door']),
    )
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__(Host|Secure)-/)
      expect(cookie).toMatch(/; Secure/i)
      if (!cookie.startsWith('__Host-track-two-whose=')) expect(cookie).toMatch(/; HttpOnly/i)
      expect(cookie).not.toMatch(/; Domain/i)
      if (cookie.startsWith('__Host-')) expect(cookie).toMatch(/; Path=\/(;|$)/i)
    }
    const left = await ask(`${secure.url}/sign-out`, '', { method: 'POST', headers: { origin: address } })
    expect([left.status, left.location, left.headers.get('clear-site-data')]).toEqual([303, '/signed-out', '"storage"'])
    for (const { headers } of answers) expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{7,}/)
  })
})
