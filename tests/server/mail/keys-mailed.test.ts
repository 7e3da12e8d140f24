/** Mail that brings a key to somebody who is no student: a new password for an account, and an invitation to a course. */
import { expect, onTestFinished, test, vi } from 'vitest'
import { database } from '#server/base/database'
import { settleSecret } from '#server/base/environment'
import { sendMails } from '#server/jobs/mail-sending'
import { createCourse } from '#server/store/courses/courses'
import { findInvitation, invite, withdrawInvitation } from '#server/store/courses/invitations'
import { findLink, readLinks, renewLink } from '#server/store/courses/personal-links'
import { eraseUser } from '#server/store/erasure/erasure'
import { createSession, readSession } from '#server/store/people/sessions'
import { createAccount, findByPassword } from '#server/store/people/users'
import { askForPersonalLink, askForRecovery, recoverPassword } from '#server/web/account'
import { useFreshDatabase } from '../../support/machines/database'
import { inSurroundings } from '../../support/machines/surroundings'
import { givenHomework, SECRET } from '../homework/given-homework'
import { at, givenOffice, HOUR, MINUTE, moveClock, SETTINGS } from './given-mail'

useFreshDatabase()
const DAY = 24 * HOUR
const NIGHT = at('2037-11-30T02:00')
const NEW = 'three unrelated words and a boat'
const DEVICE = { userAgent: 'a test' }
const from = () => ({ id: crypto.randomUUID(), isCounted: true, address: '198.51.100.7' })

async function givenAccountOf(email: string) {
  const made = await createAccount({ name: 'Noor Haddad', email, password: 'the old password, long enough' })
  if (made === 'email-taken') throw new Error('Each test has addresses of its own.')
  return made
}

function givenServer() {
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
  moveClock(NIGHT)
  inSurroundings(SETTINGS)
  settleSecret(SECRET)
  const office = givenOffice()
  const send = () =>
    sendMails({ now: Date.now, pause: async () => undefined, isEnding: () => false, hand: office.hand })
  const tokens = () =>
    office.handed.splice(0).map(({ text }) => /\/(?:forgotten|invitation)\/([\w-]{43})/.exec(text)?.[1] ?? '')
  return { office, send, tokens }
}

test('a forgotten password is chosen anew by a link that is mailed at once, works once and signs every device out', async () => {
  const { office, send, tokens } = givenServer()
  const owner = await givenAccountOf('noor@college.example')
  const session = await createSession(database(), owner.id, 'another device')
  expect(await askForRecovery(' Noor@College.example', from())).toBe('asked')
  expect(await askForRecovery('nobody@college.example', from())).toBe('asked')
  await send()
  expect(office.handed.map(({ to, subject, offUrl }) => ({ to, subject, offUrl }))).toEqual([
    { to: 'noor@college.example', subject: 'A new password for Track Two', offUrl: null },
  ])
  expect(office.handed[0]?.text).not.toMatch(/Noor/)
  const [token = ''] = tokens()
  const stored = JSON.stringify([await database().passwordRecovery.findMany(), await database().mail.findMany()])
  expect(stored).not.toContain(token)
  expect(await recoverPassword(token, 'short', DEVICE)).toEqual({ ok: false, fault: 'too-short' })
  expect(await recoverPassword('x'.repeat(43), NEW, DEVICE)).toEqual({ ok: false, fault: 'dead' })
  const both = await Promise.all([recoverPassword(token, NEW, DEVICE), recoverPassword(token, NEW, DEVICE)])
  expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true])
  const [done] = both.filter(({ ok }) => ok)
  expect(await readSession(session)).toBeNull()
  expect(done?.ok && (await readSession(done.sessionId))?.id).toBe(owner.id)
  expect(await findByPassword('noor@college.example', NEW)).toMatchObject({ id: owner.id })
  expect(await recoverPassword(token, NEW, DEVICE)).toEqual({ ok: false, fault: 'dead' })
})

test('a link is dead after half an hour, and is not sent then; three are mailed to one address, however many ask', async () => {
  const { office, send, tokens } = givenServer()
  await givenAccountOf('ines@college.example')
  for (let times = 0; times < 5; times += 1) expect(await askForRecovery('ines@college.example', from())).toBe('asked')
  expect(await database().passwordRecovery.count()).toBe(3)
  await send()
  const [first = '', ...others] = tokens()
  expect(others).toHaveLength(2)
  moveClock(NIGHT + 31 * MINUTE)
  expect(await recoverPassword(first, NEW, DEVICE)).toEqual({ ok: false, fault: 'dead' })
  expect(await askForRecovery('ines@college.example', from())).toBe('asked')
  moveClock(NIGHT + 62 * MINUTE)
  await send()
  expect(office.take()).toEqual([])
  const device = from()
  const asked = await Promise.all(Array.from({ length: 7 }, () => askForRecovery('x@y.example', device)))
  expect(asked).toContain('wait')
})

test('whoever is erased gets no link, and one that is under way opens nothing', async () => {
  const { office, send, tokens } = givenServer()
  const owner = await givenAccountOf('kofi@college.example')
  await askForRecovery('kofi@college.example', from())
  await send()
  const [token = ''] = tokens()
  await askForRecovery('kofi@college.example', from())
  await eraseUser(owner.id)
  await send()
  expect(office.take()).toEqual([])
  expect(await recoverPassword(token, NEW, DEVICE)).toEqual({ ok: false, fault: 'dead' })
  expect(await database().passwordRecovery.count({ where: { userId: owner.id } })).toBe(0)
})

test('an invitation to an address is mailed once, and not once it is taken back or its address erased', async () => {
  const { office, send, tokens } = givenServer()
  const by = await givenAccountOf('prof@college.example')
  const courseId = await createCourse({ title: 'IR 347', timeZone: 'Asia/Tokyo', by: by.id })
  const inviting = (email: string | null) => invite({ by, email, to: { courseId, part: 'assistant', rooms: [] } })
  expect(await inviting(null)).toMatchObject({ mailed: false })
  const made = await inviting('ta@college.example')
  expect(made).toMatchObject({ mailed: true })
  await send()
  await send()
  expect(office.handed.map(({ to, subject }) => `${to}: ${subject}`)).toEqual([
    'ta@college.example: You are invited to teach in IR 347',
  ])
  const [token = ''] = tokens()
  expect(made.ok && made.token).toBe(token)
  expect(await findInvitation(token)).toMatchObject({ email: 'ta@college.example' })
  await inviting('other@college.example')
  const { id } = await database().invitation.findFirstOrThrow({ where: { email: 'other@college.example' } })
  await withdrawInvitation(courseId, id)
  const colleague = await givenAccountOf('gone@college.example')
  await inviting('gone@college.example')
  await eraseUser(colleague.id)
  await send()
  expect(office.take()).toEqual([])
})

test('on a server without mail nothing is written for later', async () => {
  givenServer()
  inSurroundings({ NEXTAUTH_URL: SETTINGS.NEXTAUTH_URL, NODE_ENV: 'test' })
  settleSecret(SECRET)
  const by = await givenAccountOf('silent@college.example')
  const courseId = await createCourse({ title: 'IR 348', timeZone: 'Asia/Tokyo', by: by.id })
  const before = await database().mail.count()
  expect(
    await invite({ by, email: 'ta@college.example', to: { courseId, part: 'assistant', rooms: [] } }),
  ).toMatchObject({ mailed: false })
  await askForRecovery('silent@college.example', from())
  expect(await database().mail.count()).toBe(before)
})

test('L44 a personal link is mailed to its own address whenever it is asked for, and leads on to the page that was asked for', async () => {
  const { office, send } = givenServer()
  const listed = ['Mei Castellano, mei@college.example', 'Jonas Weber, Jonas_W@college.example']
  const made = await givenHomework(listed)
  await send()
  moveClock(NIGHT + DAY)
  await send()
  office.take()
  const mine = `/rooms/${made.rooms[0]}#do=3.opening.framing`
  const asks = (email: string, leadsTo = mine) => askForPersonalLink(email, leadsTo, from())
  moveClock(NIGHT + DAY + HOUR)
  for (const email of ['JONAS_W@college.example ', 'nobody@college.example', 'jonasxw@college.example'])
    expect(await asks(email)).toBe('asked')
  await send()
  // In the middle of the night, because its reader waits for it.
  expect(office.handed.map(({ to }) => to)).toEqual(['jonas_w@college.example'])
  const [, token = '', next = ''] = /\/p\/([\w-]{43})\?next=(\S+)/.exec(office.handed.splice(0)[0]?.text ?? '') ?? []
  expect(decodeURIComponent(next)).toBe(mine)
  expect(await findLink(token)).toMatchObject({ name: 'Jonas Weber' })
  // The same address is mailed three times, however often and from wherever it is asked for; whoever asks is told nothing of it.
  for (let times = 0; times < 5; times += 1) expect(await asks('jonas_w@college.example', '/my')).toBe('asked')
  await send()
  expect(office.take()).toHaveLength(2)
  expect(await asks('no address')).toBe('bad-email')
  // A link that was renewed meanwhile opens nothing, so what brings the old one is not sent; whoever has an account has none.
  await asks('mei@college.example')
  const [mei] = await readLinks(made.courseId)
  await renewLink(made.courseId, mei?.placeId ?? '')
  await send()
  expect(office.handed.filter(({ text }) => text.includes('next='))).toEqual([])
})
