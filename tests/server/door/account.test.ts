/** Changing one's own account, and signing out one's devices. */
import { describe, expect, test } from 'vitest'
import { database } from '#server/base/database'
import { demoEmail } from '#server/store/people/demo-person'
import { endDevice, readDevices } from '#server/store/people/devices'
import { createSession, readAliveSessions } from '#server/store/people/sessions'
import { personColumns } from '#server/store/people/users'
import { changePassword, endOtherDevices, renameAccount } from '#server/web/account'
import { signInByPassword } from '#server/web/sign-in'
import { useFreshDatabase } from '../../support/machines/database'
import { givenAccount, givenDevice, givenGuest } from '../store/given-store'

useFreshDatabase()
const PASSWORD = 'a long enough sentence'
const NEXT = 'four unrelated words together'
let addresses = 0
const device = () => givenDevice(`10.7.0.${++addresses}`)
const signsIn = (userId: string, userAgent = 'test') => createSession(database(), userId, userAgent)
const alive = async (...ids: string[]) => [...(await readAliveSessions(ids)).keys()].sort()
const givenDemo = async () =>
  (await database().user.findUnique({ where: { email: demoEmail }, select: personColumns })) ??
  database().user.create({
    data: { id: 'demo', kind: 'account', name: 'Demo', email: demoEmail },
    select: personColumns,
  })

describe('a changed password', () => {
  test('opens the account from then on, and the one before does not', async () => {
    const noor = await givenAccount('Noor')
    expect(await changePassword(noor, { current: PASSWORD, next: NEXT }, device())).toMatchObject({ ok: true })
    expect(await signInByPassword(noor.email ?? '', PASSWORD, device())).toMatchObject({ ok: false })
    expect(await signInByPassword(noor.email ?? '', NEXT, device())).toMatchObject({ ok: true })
  })

  test('ends every sign-in of the account and of nobody else; this device goes on under a new id', async () => {
    const [noor, tarek] = [await givenAccount('Noor'), await givenAccount('Tarek')]
    const [here, other, his] = [await signsIn(noor.id), await signsIn(noor.id), await signsIn(tarek.id)]
    const answer = await changePassword(noor, { current: PASSWORD, next: NEXT }, device())
    const sessionId = answer.ok ? answer.sessionId : ''
    expect(await alive(here, other, his, sessionId)).toEqual([his, sessionId].sort())
  })

  test.each([
    ['the one before is not known', { current: 'not the password', next: NEXT }, 'no-match'],
    ['it is too short', { current: PASSWORD, next: 'short' }, 'too-short'],
    ['everybody uses it', { current: PASSWORD, next: 'password123456' }, 'too-common'],
  ])('is refused when %s, and then nothing ends', async (_, asked, fault) => {
    const noor = await givenAccount('Noor')
    const other = await signsIn(noor.id)
    expect(await changePassword(noor, asked, device())).toEqual({ ok: false, fault })
    expect(await alive(other)).toEqual([other])
    expect(await signInByPassword(noor.email ?? '', PASSWORD, device())).toMatchObject({ ok: true })
  })

  test('is slowed like a sign-in, so that nobody guesses at a device left alone', async () => {
    const noor = await givenAccount('Noor')
    const from = device()
    const faults = []
    for (let tries = 0; tries < 30 && faults.at(-1) !== 'wait'; tries += 1) {
      const answer = await changePassword(noor, { current: `guess ${tries}`, next: NEXT }, from)
      faults.push(answer.ok ? 'ok' : answer.fault)
    }
    expect(faults.at(-1)).toBe('wait')
    expect(new Set(faults)).toEqual(new Set(['no-match', 'wait']))
  })

  test('is for those who have one', async () => {
    const guest = (await givenGuest('Alice')).person
    for (const person of [guest, await givenDemo()])
      expect(await changePassword(person, { current: '', next: NEXT }, device())).toEqual({
        ok: false,
        fault: 'no-password',
      })
  })
})

describe('one’s devices', () => {
  test('are listed with this one first, and by no session’s id', async () => {
    const { person, sessionId } = await givenGuest('Alice')
    const other = await signsIn(person.id, 'a phone')
    await signsIn((await givenGuest('Bob')).person.id)
    const rows = await readDevices(person.id, sessionId)
    expect(rows.map(({ isThis, userAgent }) => [isThis, userAgent])).toEqual([
      [true, 'test'],
      [false, 'a phone'],
    ])
    for (const id of [sessionId, other]) expect(JSON.stringify(rows)).not.toContain(id)
  })

  test('are signed out one by one, and only one’s own', async () => {
    const [alice, bob] = [await givenGuest('Alice'), await givenGuest('Bob')]
    const [phone, his] = [await signsIn(alice.person.id, 'a phone'), await signsIn(bob.person.id, 'his')]
    const [, hers] = await readDevices(alice.person.id, alice.sessionId)
    const [, bobs] = await readDevices(bob.person.id, bob.sessionId)
    await endDevice(alice.person.id, bobs?.handle ?? '')
    expect(await alive(phone, his)).toEqual([phone, his].sort())
    await endDevice(alice.person.id, hers?.handle ?? '')
    expect(await alive(phone, his, alice.sessionId)).toEqual([his, alice.sessionId].sort())
  })

  test('are signed out together, but for the one at hand', async () => {
    const { person, sessionId } = await givenGuest('Alice')
    const others = [await signsIn(person.id), await signsIn(person.id)]
    await endOtherDevices(person, sessionId)
    expect(await alive(sessionId, ...others)).toEqual([sessionId])
  })

  test('of the demo are other visitors’, whom nobody signs out', async () => {
    const demo = await givenDemo()
    const [here, visitor] = [await signsIn(demo.id), await signsIn(demo.id)]
    await endOtherDevices(demo, here)
    expect(await alive(here, visitor)).toEqual([here, visitor].sort())
  })
})

test('a name is an account’s own to change, and is cleaned like any other', async () => {
  const noor = await givenAccount('Noor')
  expect(await renameAccount(noor, '  Noor   Haddad ')).toBe('renamed')
  expect((await database().user.findUniqueOrThrow({ where: { id: noor.id } })).name).toBe('Noor Haddad')
  const guest = (await givenGuest('Alice')).person
  for (const [person, name] of [
    [noor, ' '],
    [guest, 'Bob'],
    [await givenDemo(), 'Mallory'],
  ] as const)
    expect(await renameAccount(person, name)).toBe('bad-name')
})
