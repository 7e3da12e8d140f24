/**
 * A class, or a lecture, that comes in from one address while somebody there guesses codes: everybody is seated, and nobody refused.
 * The long form holds the times that are promised; the short one only that it is so.
 */
import { loadavg } from 'node:os'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { readDoorPath } from '#server/store/door/door'
import { type Class, givenClass } from '../server/live/given/given-classroom'
import { disconnectPages } from '../server/live/given/given-page'
import { useBuiltServer } from '../support/machines/built-server'
import { isLong } from '../support/machines/lane'
import { patience } from '../support/patience'
import { arrive, figures, guess, Phone, type Way } from './arriving'

const server = useBuiltServer()
const whole = isLong
const [CLASS, LECTURE, TYPOS, GUESSES] = whole ? [60, 300, 40, 20] : [4, 8, 6, 10]
const LONG = { timeout: patience(120_000) }

beforeAll(async () => {
  // The first page of each kind is slower than all that follow.
  const first = await givenClass()
  await arrive(server.url, `/join/${first.code}`, 'First', 60_000)
})
afterEach(disconnectPages)

const tables = (students: number) => ({ roomCount: Math.min(40, Math.ceil(students / 12) + 1), seatsPerDelegation: 4 })
const shown = ({ code }: Class) => `/join/${code.slice(0, 3)}-${code.slice(3)}`

/** Everybody at once; every one of them is seated, or the test fails with what they read. */
async function comeAtOnce(door: string, students: number, title: string): Promise<{ ways: Way[]; tookMs: number }> {
  const from = performance.now()
  const ways = await Promise.all(
    Array.from({ length: students }, (_, at) => arrive(server.url, door, `Student ${at}`, 100_000)),
  )
  const tookMs = performance.now() - from
  process.stdout.write(figures(`${title} (load ${loadavg()[0]?.toFixed(1)})`, ways))
  expect(ways).toHaveLength(students)
  return { ways, tookMs }
}

/** So many typos, each on a phone of its own. */
async function mistype(times: number): Promise<void> {
  await Promise.all(Array.from({ length: times }, () => new Phone(server.url).ask('/join/QQQ-QQQ')))
}

describe.each([
  { keepsNumber: true, who: 'one device' },
  { keepsNumber: false, who: 'a device that throws its number away each time' },
])(`beside ${GUESSES} guesses a second from $who`, ({ keepsNumber, who }) => {
  test(`${CLASS} students behind the same address are seated, by the typed code`, LONG, async () => {
    const of = await givenClass(tables(CLASS))
    const guessing = guess(server.url, GUESSES, keepsNumber)
    await new Promise((done) => setTimeout(done, whole ? 5_000 : 500))
    const { ways } = await comeAtOnce(shown(of), CLASS, `a class beside ${who}`)
    const guessed = await guessing.stop()
    expect(guessed).toBeGreaterThan(2)
    if (whole) expect(Math.max(...ways.map(({ seatedMs }) => seatedMs))).toBeLessThan(3_000)
  })
})

describe(`${LECTURE} students who come at one instant from one address are all in`, () => {
  test('by the link, after forty typos', LONG, async () => {
    const of = await givenClass(tables(LECTURE))
    await mistype(TYPOS)
    const { tookMs } = await comeAtOnce(await readDoorPath(of.activityId), LECTURE, 'a lecture by the link')
    if (whole) expect(tookMs).toBeLessThan(15_000)
  })

  // The short form has a class come by the typed code, above.
  if (whole)
    test('by the typed code, after forty typos', LONG, async () => {
      const of = await givenClass(tables(LECTURE))
      await mistype(TYPOS)
      const { tookMs } = await comeAtOnce(shown(of), LECTURE, 'a lecture by the code')
      expect(tookMs).toBeLessThan(15_000)
    })
})

test(
  'a device that has guessed too often reads its place, and comes in by waiting; by the link it waits for nothing',
  LONG,
  async () => {
    const of = await givenClass(tables(12))
    const phone = new Phone(server.url)
    await phone.ask('/join')
    for (let typed = 0; typed < 10; typed += 1) await phone.ask('/join/QQQ-QQQ')
    expect((await phone.ask(shown(of))).body).toMatch(/You are .{0,20}1st.{0,20} in the queue; about .{0,20}\d+ second/)
    expect(await arrive(server.url, await readDoorPath(of.activityId), 'Mei', 100_000, phone)).toMatchObject({
      queued: false,
    })
    const other = new Phone(server.url)
    await other.ask('/join')
    for (let typed = 0; typed < 10; typed += 1) await other.ask('/join/QQQ-QQQ')
    expect(await arrive(server.url, shown(of), 'Jonas', 100_000, other)).toMatchObject({ queued: true })
  },
)

if (whole)
  test('when an address has used up all its misses, who types the code comes in by waiting', LONG, async () => {
    const of = await givenClass(tables(CLASS))
    for (let sent = 0; sent < 1_100; sent += 100) await mistype(100)
    const guessing = guess(server.url, GUESSES, false)
    const { ways } = await comeAtOnce(shown(of), CLASS, 'a class at an address that has used up its misses')
    await guessing.stop()
    expect(ways.some(({ queued }) => queued)).toBe(true)
  })

test('the number of a device is given with a page, is on no kept page, and cannot be read by a script', async () => {
  const asked = await Promise.all(Array.from({ length: 4 }, () => fetch(`${server.url}/join`)))
  const given = asked.map(
    ({ headers }) => headers.getSetCookie().find((cookie) => cookie.startsWith('track-two-device=')) ?? '',
  )
  for (const cookie of given)
    expect(cookie).toMatch(
      /^track-two-device=[\w-]{22}\.[\w-]{22}(?:\.[\w-]+){0,2}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/,
    )
  expect(new Set(given).size).toBe(4)
  const again = await fetch(`${server.url}/join`, { headers: { cookie: given[0]?.split(';')[0] ?? '' } })
  expect(again.headers.getSetCookie()).toEqual([])
  const bodies = await Promise.all(asked.map((answer) => answer.text()))
  for (const cookie of given) for (const body of bodies) expect(body).not.toContain(/=([\w-]{22})/.exec(cookie)?.[1])
})
