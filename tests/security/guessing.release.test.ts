/** Guessing at what is secret: codes at the door, personal links, session cookies. */
import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { database } from '#server/base/database'
import { settleSecret } from '#server/base/environment'
import { drawCode } from '#server/store/activities/codes'
import { findLink } from '#server/store/courses/personal-links'
import { writeRoster } from '#server/store/courses/roster'
import { closeDoor, readDoorPath, readOpenDoor } from '#server/store/door/door'
import { readWaiting } from '#server/store/door/join-requests'
import { newDevice, readDevice } from '#server/web/device-cookie'
import { whoIs } from '#server/web/identity'
import { askToJoin, checkDoor, joinThroughDoor } from '#server/web/throttled-door'
import { type Class, givenClass, SECRET } from '../server/live/given/given-classroom'
import { givenDevice } from '../server/store/given-store'
import { useFreshDatabase } from '../support/machines/database'
import { isLong } from '../support/machines/lane'
import { patience } from '../support/patience'

useFreshDatabase()
beforeAll(() => {
  settleSecret(SECRET)
})

const whole = isLong
const GUESSES = whole ? 100_000 : 500

test(`${GUESSES} guesses open no door`, { timeout: patience(900_000) }, async () => {
  const classes: Class[] = []
  for (let made = 0; made < 8; made += 1) classes.push(await givenClass())
  for (const { activityId } of classes.slice(4)) await closeDoor(activityId)
  const open = new Set(classes.slice(0, 4).map(({ code }) => code))
  let found = 0
  let meant = 0
  for (let sent = 0; sent < GUESSES; sent += 500) {
    const codes = Array.from({ length: 500 }, drawCode)
    const answers = await Promise.all(codes.map((code) => readOpenDoor(code)))
    found += answers.filter((answer) => answer !== null).length
    meant += codes.filter((code) => open.has(code)).length
  }
  process.stdout.write(`guessing: ${GUESSES} codes, ${found} doors\n`)
  // 23⁶ codes and four open doors: of four hundred long runs one would find a door.
  expect(found).toBe(meant)
  expect(found).toBeLessThanOrEqual(1)
  expect(await readOpenDoor(classes[0]?.code ?? '')).not.toBeNull()
})

describe('the door', () => {
  let number = 0
  /** A phone that opens its first page now, and one that has been given its number before. */
  const fresh = (address: string) => givenDevice(address)
  const met = (address: string) => {
    number += 1
    return givenDevice(address, { id: `device-${number}`.padEnd(22, '-') })
  }
  const see = async (code: string, from: ReturnType<typeof met>, word: string | null = null) =>
    (await checkDoor({ code, word }, from)).kind
  const WRONG = 'QQQ-QQQ'

  /** Time that goes by only when the story says so; misses then cost no time either. */
  function givenClock(): { pass(ms: number): void } {
    vi.useFakeTimers({ toFake: ['Date'] })
    onTestFinished(() => {
      vi.useRealTimers()
    })
    return { pass: (ms) => vi.setSystemTime(Date.now() + ms) }
  }

  /** So many misses of phones that are new each time. */
  async function missed(address: string, times: number): Promise<void> {
    for (let sent = 0; sent < times; sent += 100)
      await Promise.all(Array.from({ length: Math.min(100, times - sent) }, () => see(WRONG, fresh(address))))
  }

  test('takes a right code for no guess, however often it is typed', async () => {
    givenClock()
    const { code } = await givenClass()
    const device = met('198.51.100.1')
    for (let typed = 0; typed < 1_200; typed += 100) {
      const seen = await Promise.all(Array.from({ length: 100 }, () => see(code, fresh('198.51.100.1'))))
      expect(new Set(seen)).toEqual(new Set(['open']))
      expect(await see(code, device)).toBe('open')
    }
  })

  test('slows the device that misses, and nobody else at its address', async () => {
    const clock = givenClock()
    const { code } = await givenClass()
    const guesser = met('198.51.100.3')
    const told = []
    for (let guess = 0; guess < 12; guess += 1) told.push(await see(WRONG, guesser))
    expect(told).toEqual([...Array(10).fill('not-open'), 'queue', 'queue'])
    // It is not looked at, so that the answer tells nothing: a right code waits as well.
    expect(await see(code, guesser)).toBe('queue')
    expect(await see(code, met('198.51.100.3'))).toBe('open')
    expect(await see(code, fresh('198.51.100.3'))).toBe('open')
    clock.pass(5_000)
    expect(await see(code, guesser)).toBe('open')
  })

  test('gives nothing to whoever throws the number away after each guess: in a day no more than their address has', {
    timeout: patience(120_000),
  }, async () => {
    const clock = givenClock()
    const address = '198.51.100.4'
    let looked = 0
    await missed(address, 1_000)
    const seconds = 20
    for (let second = 0; second < seconds; second += 1) {
      const seen = await Promise.all(
        Array.from({ length: 10 }, (_, at) => see(WRONG, at % 2 === 0 ? fresh(address) : met(address))),
      )
      looked += seen.filter((kind) => kind === 'not-open').length
      clock.pass(1_000)
    }
    expect(looked).toBeLessThanOrEqual(seconds * 5)
    process.stdout.write(`codes: ${1_000 + 5 * 86_400} guesses a day from one address, of ${23 ** 6} codes\n`)
  })

  test('lets whoever has the link pass at once, and says to them that it is full or closed, which is no guess', async () => {
    givenClock()
    const of = await givenClass()
    const full = await givenClass({ seatsPerDelegation: 1 })
    const wordOf = async (activityId: string) => (await readDoorPath(activityId)).split('w=')[1] ?? ''
    const address = '198.51.100.6'
    for (const name of ['Mei', 'Jonas', 'Amara'])
      await joinThroughDoor({ code: full.code, word: null, name, number: null, visitor: null }, met(address))
    await missed(address, 1_100)
    const word = await wordOf(of.activityId)
    const device = met(address)
    for (let at = 0; at < 20; at += 1) {
      expect(await see(of.code, device, word)).toBe('open')
      expect(await see(full.code, device, await wordOf(full.activityId))).toBe('full')
    }
    const coming = { code: of.code, word, name: 'Mei', number: null, visitor: null }
    expect(await joinThroughDoor(coming, fresh(address))).toMatchObject({ ok: true })
    await closeDoor(of.activityId)
    expect(await see(of.code, device, word)).toBe('closed')
    expect(await see(of.code, met('198.51.100.7'))).toBe('not-open')
  })

  test('does not let the number of a line on the roster be tried through, however its code and its name are spelt', async () => {
    givenClock()
    const of = await givenClass({ door: 'roster' })
    const { courseId } = await courseOf(of)
    await writeRoster(courseId, [{ name: 'Alice', email: null, studentNumber: '4711' }])
    const word = (await readDoorPath(of.activityId)).split('w=')[1] ?? ''
    const told: string[] = []
    for (let at = 0; at < 30; at += 1) {
      const typed = at % 2 === 0 ? of.code : of.code.toLowerCase()
      const code = `${typed.slice(0, at % 6)}${'-. _'.charAt(at % 4).repeat(at)}${typed.slice(at % 6)}`
      const name = ['alice', 'Alice', 'ALICE', 'aLICE'][at % 4] ?? ''
      const coming = { code, word, name, number: String(at), visitor: null }
      const answer = await joinThroughDoor(coming, met('198.51.100.8'))
      told.push(answer.ok ? 'in' : answer.refusal)
    }
    expect(told.slice(0, 6)).toEqual([...Array(5).fill('number-wrong'), 'queue'])
    expect(new Set(told.slice(5))).toEqual(new Set(['queue']))
  })

  test('puts one request of a device on the list, and sixty of an address at once', async () => {
    givenClock()
    const of = await givenClass()
    await closeDoor(of.activityId)
    const spammer = met('198.51.100.9')
    for (let at = 0; at < 30; at += 1) await askToJoin({ code: of.code, name: `Made up ${at}` }, spammer)
    expect(await readWaiting(of.activityId)).toHaveLength(1)
    const late = Array.from({ length: 30 }, (_, at) =>
      askToJoin({ code: of.code, name: `Late ${at}` }, met('198.51.100.9')),
    )
    expect(new Set((await Promise.all(late)).map(({ kind }) => kind))).toEqual(new Set(['asked']))
    expect(await askToJoin({ code: of.code, name: 'One more' }, met('198.51.100.9'))).toMatchObject({
      kind: 'queue',
      place: 1,
    })
    expect(await readWaiting(of.activityId)).toHaveLength(31)
  })
})

async function courseOf({ activityId }: Class): Promise<{ courseId: string }> {
  return database().activity.findUniqueOrThrow({ where: { id: activityId }, select: { courseId: true } })
}

test('a device is one that was given its number, and no other', () => {
  const given = newDevice()
  const read = (value: string) => readDevice((name) => (name === 'track-two-device' ? value : null))
  expect(read(given)).toBe(given.split('.')[0])
  const [id = '', seal = ''] = given.split('.')
  for (const made of [
    '',
    id,
    `${id}.`,
    `${id}.${'A'.repeat(22)}`,
    `${'A'.repeat(22)}.${seal}`,
    `.${seal}`,
    `${given}x`,
  ])
    expect(read(made)).toBeNull()
})

test('no made-up link and no made-up cookie is anybody', async () => {
  for (let sent = 0; sent < 200; sent += 1) {
    const made = randomBytes(32).toString('base64url')
    expect(await findLink(made)).toBeNull()
    expect(await whoIs({ cookie: `track-two=${made}.${made}.${made}` })).toBeNull()
  }
})
