import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { encode } from 'next-auth/jwt'
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { settleSecret, signingSecret } from '#server/base/environment'
import { revokeSession } from '#server/store/people/sessions'
import { deviceOf, emptySessionCookie, makeSessionCookie, whoIs } from '#server/web/identity'
import { signUp } from '#server/web/sign-in'
import { decodeToken } from '#server/web/sign-in-token'
import { useFreshDatabase } from '../../support/machines/database'
import { givenDevice, givenGuest } from '../store/given-store'

useFreshDatabase()
beforeAll(() => {
  settleSecret('a secret for these tests only, long enough')
})

const device = givenDevice
const withCookie = (cookie: string) => new Headers({ cookie })

test('the cookie names a person to pages and to a raw socket handshake alike', async () => {
  const { person, sessionId } = await givenGuest('Mei')
  const { name, value, httpOnly, sameSite } = await makeSessionCookie(sessionId)
  expect({ httpOnly, sameSite }).toEqual({ httpOnly: true, sameSite: 'lax' })
  const cookie = `theme=dark; ${name}=${value}; other=1`
  const handshake = new IncomingMessage(new Socket())
  handshake.headers.cookie = cookie
  for (const headers of [withCookie(cookie), handshake.headers])
    expect(await whoIs(headers)).toEqual({ user: person, sessionId })
})

test('the cookie holds nothing of the person but a session id under the secret', async () => {
  const { person, sessionId } = await givenGuest('Jonas Weber')
  const { value } = await makeSessionCookie(sessionId)
  for (const part of [person.id, sessionId, 'Jonas']) expect(value).not.toContain(part)
})

test('a missing, a forged and a foreign cookie name nobody', async () => {
  const { sessionId } = await givenGuest('Amara')
  const { name, value } = await makeSessionCookie(sessionId)
  for (const cookie of [
    '',
    `${name}=`,
    `${name}=${sessionId}`,
    `${name}=${value.slice(0, -22)}${value.at(-22) === 'A' ? 'B' : 'A'}${value.slice(-21)}`, // the seal itself, and always another
    `elsewhere=${value}`,
    name,
  ])
    expect(await whoIs(withCookie(cookie))).toBeNull()
  expect(await whoIs(new Headers())).toBeNull()
  expect(await whoIs({})).toBeNull()
})

test('a sign-in that next-auth sealed is opened, and no other', async () => {
  const secret = signingSecret()
  const theirs = await encode({ token: { sid: 'one' }, secret, maxAge: 60 })
  expect(await decodeToken({ token: theirs, secret })).toMatchObject({ sid: 'one' })
  expect(await decodeToken({ token: theirs, secret })).toEqual(await decodeToken({ token: theirs, secret }))
  await expect(decodeToken({ token: theirs, secret: `${secret}.` })).rejects.toThrow()
  await expect(
    decodeToken({ token: await encode({ token: { sid: 'two' }, secret, maxAge: -60 }), secret }),
  ).rejects.toThrow()
})

test('a sign-in that was opened once is not good any longer than it says', async () => {
  const secret = signingSecret()
  const token = await encode({ token: { sid: 'one' }, secret, maxAge: 60 })
  expect(await decodeToken({ token, secret })).toMatchObject({ sid: 'one' })
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 100_000 })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  await expect(decodeToken({ token, secret })).rejects.toThrow()
})

test('a revoked session names nobody from that moment, though its cookie is still signed', async () => {
  const { sessionId } = await givenGuest('Priya')
  const { name, value } = await makeSessionCookie(sessionId)
  expect(await whoIs(withCookie(`${name}=${value}`))).not.toBeNull()
  await revokeSession(sessionId)
  expect(await whoIs(withCookie(`${name}=${value}`))).toBeNull()
  expect(emptySessionCookie()).toMatchObject({ name, value: '', maxAge: 0 })
})

test('an account is made once its name, address and password are good, with every fault named together', async () => {
  const from = device('10.0.0.5')
  const bad = await signUp({ name: ' ', email: 'nowhere', password: 'short', invitation: null }, from)
  expect(bad).toEqual({ ok: false, faults: ['bad-name', 'bad-email', 'too-short'] })
  const asked = {
    name: 'Noor Haddad',
    email: 'New@College.example',
    password: 'pasted or typed, both fine',
    invitation: null,
  }
  expect(await signUp(asked, from)).toMatchObject({
    ok: true,
    person: { email: 'new@college.example', isAdmin: false },
  })
  expect(await signUp(asked, from)).toEqual({ ok: false, faults: ['email-taken'] })
})

test('an address is the one that stands last, which is the one our own server wrote', () => {
  expect(deviceOf(new Headers({ 'x-forwarded-for': '1.1.1.1, 203.0.113.9' })).address).toBe('203.0.113.9')
  expect(deviceOf({ 'x-forwarded-for': '::ffff:203.0.113.9' }).address).toBe('::ffff:203.0.113.9')
})
