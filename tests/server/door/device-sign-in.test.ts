/** A device is signed in as one person at a time, whether they came by password, code or link. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { database } from '#server/base/database'
import { settleSecret } from '#server/base/environment'
import {
  answerJoinRequest,
  createJoinRequest,
  enterAsAdmitted,
  readJoinRequest,
  readWaiting,
} from '#server/store/door/join-requests'
import { createSession } from '#server/store/people/sessions'
import { replaceSignIn, signOutDevice } from '#server/web/device-sign-in'
import { doorCookie, readDoorCookie } from '#server/web/door-cookie'
import { whoIs } from '#server/web/identity'
import { useFreshDatabase } from '../../support/machines/database'
import { givenAccount, givenActivity, givenGuest } from '../store/given-store'

useFreshDatabase()
beforeAll(() => {
  settleSecret('a secret for these tests only, long enough')
})

/** A browser's cookie jar that knows only names and values. */
class Browser {
  readonly jar = new Map<string, string>()
  get headers() {
    return { cookie: [...this.jar].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ') }
  }
  set({ name, value }: { name: string; value: string }): void {
    this.jar.set(name, value)
  }
  get whose() {
    return this.jar.get('track-two-whose')
  }
}

async function signsIn(browser: Browser, userId: string): Promise<string> {
  const sessionId = await createSession(database(), userId, 'test')
  await replaceSignIn(browser.headers, browser, sessionId)
  return sessionId
}
const revoked = async (id: string) => (await database().session.findUniqueOrThrow({ where: { id } })).revokedAt !== null

describe('whoever signs in on a device', () => {
  test.each([
    ['a guest, an account', 'guest', 'account'],
    ['an account, another account', 'account', 'account'],
    ['a guest, another guest', 'guest', 'guest'],
  ] as const)('ends the sign-in that stood there: %s', async (_, first, second) => {
    const person = { guest: async () => (await givenGuest('Alice')).person, account: () => givenAccount('Noor') }
    const [alice, bob] = [await person[first](), await person[second]()]
    const device = new Browser()
    const [before, elsewhere] = [await signsIn(device, alice.id), await createSession(database(), alice.id, 'at home')]
    const kept = { ...device.headers }
    const after = await signsIn(device, bob.id)
    expect((await whoIs(device.headers))?.user.id).toBe(bob.id)
    expect(await whoIs(kept)).toBeNull()
    expect(await Promise.all([before, elsewhere, after].map(revoked))).toEqual([true, false, false])
  })

  test('tells the device that somebody else has come, and nothing but the name of who', async () => {
    const [alice, bob] = [(await givenGuest('Alice')).person, (await givenGuest('Bob')).person]
    const device = new Browser()
    await signsIn(device, alice.id)
    const hers = device.whose
    await signsIn(device, alice.id)
    expect(device.whose).toBe(hers)
    await signsIn(device, bob.id)
    expect(device.whose).not.toBe(hers)
    expect(Buffer.from(device.whose?.split('.')[1] ?? '', 'base64url').toString()).toBe('Bob')
    for (const { id } of [alice, bob]) expect(`${hers}${device.whose}`).not.toContain(id.slice(0, 8))
  })
})

test('whoever signs out leaves nobody on the device, and it is told so', async () => {
  const { person } = await givenGuest('Alice')
  const device = new Browser()
  const sessionId = await signsIn(device, person.id)
  await signOutDevice(device.headers, device)
  expect(await revoked(sessionId)).toBe(true)
  expect(await whoIs(device.headers)).toBeNull()
  expect(device.whose).toBe('-')
})

describe('what somebody asked for at a door', () => {
  async function knocks(device: Browser) {
    const { code, activityId, instructor } = await givenActivity({ doorOpen: false })
    const asked = await createJoinRequest({ code, name: 'Alice' })
    if (asked.kind !== 'asked') throw new Error(asked.kind)
    device.set(doorCookie({ secret: asked.secret, askedAt: asked.askedAt.getTime(), code }))
    expect(readDoorCookie(device.headers)?.secret).toBe(asked.secret)
    const admits = async () => {
      const [request] = await readWaiting(activityId)
      return answerJoinRequest({ requestId: request?.id ?? '', by: instructor, admit: true })
    }
    return { activityId, secret: asked.secret, admits }
  }

  test.each([
    ['signs out', (device: Browser) => signOutDevice(device.headers, device)],
    [
      'makes way for somebody else',
      async (device: Browser) => void (await signsIn(device, (await givenGuest('Bob')).person.id)),
    ],
  ])('is withdrawn when whoever asked %s, and the next person on the device has nothing of it', async (_, goes) => {
    const device = new Browser()
    await signsIn(device, (await givenGuest('Alice')).person.id)
    const { activityId } = await knocks(device)
    await goes(device)
    expect(await readWaiting(activityId)).toEqual([])
    expect(readDoorCookie(device.headers)).toBeNull()
  })

  test('is withdrawn for somebody who waits without any sign-in, too', async () => {
    const device = new Browser()
    const { activityId } = await knocks(device)
    await signsIn(device, (await givenGuest('Bob')).person.id)
    expect(await readWaiting(activityId)).toEqual([])
    expect(readDoorCookie(device.headers)).toBeNull()
  })

  test('is nobody else’s once it is granted', async () => {
    const device = new Browser()
    const { admits } = await knocks(device)
    expect(await admits()).toBe('answered')
    await signOutDevice(device.headers, device)
    expect(readDoorCookie(device.headers)).toBeNull()
  })

  test('stands while the same person signs in anew, and lets them in', async () => {
    const alice = await givenAccount('Alice')
    const device = new Browser()
    await signsIn(device, alice.id)
    const { secret, admits } = await knocks(device)
    await signsIn(device, alice.id)
    expect(readDoorCookie(device.headers)?.secret).toBe(secret)
    expect(await admits()).toBe('answered')
    expect(await readJoinRequest(secret)).toBe('admitted')
    const entered = await enterAsAdmitted(secret, 'test')
    await replaceSignIn(device.headers, device, entered?.sessionId ?? '')
    expect((await whoIs(device.headers))?.user.id).toBe(entered?.userId)
    expect(readDoorCookie(device.headers)).toBeNull()
  })
})

test('no page and no action puts a sign-in on a device by another way', () => {
  const root = path.resolve(import.meta.dirname, '../../..')
  const found = ['app', 'server', 'prisma'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('generated'))
      .map((file) => path.posix.join(folder, file.replaceAll(path.sep, '/')))
      .filter((file) => /\b(make|empty)SessionCookie\b/.test(readFileSync(path.join(root, file), 'utf8'))),
  )
  expect(found.sort()).toEqual(['server/web/device-sign-in.ts', 'server/web/identity.ts'])
})
