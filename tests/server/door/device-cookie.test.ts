/** The cookies that number a device and remember who signed in on it: signed, and valid on that device only. */
import type { IncomingMessage } from 'node:http'
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { settleSecret } from '#server/base/environment'
import {
  giveDeviceCookie,
  isCountedAt,
  isKnownFor,
  makeKnownCookie,
  newDevice,
  readDevice,
} from '#server/web/device-cookie'

beforeAll(() => {
  settleSecret('a secret for these tests only, long enough')
})

type Jar = Record<string, string>
const reading = (jar: Jar) => (name: string) => jar[name] ?? null
const givenJar = (): Jar => ({ 'track-two-device': newDevice() })

function signIn(jar: Jar, email: string): void {
  const cookie = makeKnownCookie(reading(jar), email)
  if (!cookie) throw new Error('The device has no number.')
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/' })
  jar[cookie.name] = cookie.value
}

test('whoever has signed in on a device is known there, and nobody else is, and on no other device', () => {
  const [mine, other] = [givenJar(), givenJar()]
  signIn(mine, 'noor@college.example')
  expect(isKnownFor(reading(mine), 'noor@college.example')).toBe(true)
  expect(isKnownFor(reading(mine), 'else@college.example')).toBe(false)
  const stolen = { ...other, 'track-two-known': mine['track-two-known'] ?? '' }
  expect(isKnownFor(reading(stolen), 'noor@college.example')).toBe(false)
  expect(isKnownFor(reading({ 'track-two-known': mine['track-two-known'] ?? '' }), 'noor@college.example')).toBe(false)
})

test('the marks name nobody, and a device keeps those of the last eight', () => {
  const jar = givenJar()
  for (let at = 0; at < 12; at += 1) signIn(jar, `person${at}@college.example`)
  signIn(jar, 'person7@college.example')
  expect(jar['track-two-known']).not.toContain('person')
  const known = Array.from({ length: 12 }, (_, at) => isKnownFor(reading(jar), `person${at}@college.example`))
  expect(known).toEqual([...Array(4).fill(false), ...Array(8).fill(true)])
})

const ADDRESS = '192.0.2.1'
let addresses = 0
const newAddress = () => {
  addresses += 1
  return `198.51.100.${addresses}`
}

/** The cookies that a page sets. */
function opens(
  url: string,
  more: { method?: string; headers?: Record<string, string>; jar?: Jar; address?: string } = {},
) {
  const given: string[] = []
  const request = { method: 'GET', url, headers: {}, ...more } as unknown as IncomingMessage
  const response = { appendHeader: (_: string, value: string) => given.push(value) }
  giveDeviceCookie(request, response as never, reading(more.jar ?? {}), more.address ?? ADDRESS)
  return given.map((cookie) => cookie.split(';')[0]?.split('=')[1] ?? '')
}

test('a device gets its number where somebody begins, and never with a page that is drawn to be kept', () => {
  const met = (url: string, more: Parameters<typeof opens>[1] = {}) => opens(url, more).length
  for (const url of [
    ...['/join', '/join/K7M-4QX', '/join/K7M-4QX?w=1', '/j/K7M4QX', '/p/abc', '/sign-in', '/sign-in?next=%2F'],
    ...['/sign-up'],
  ])
    expect(met(url)).toBe(1)
  for (const url of ['/', '/rooms/x', '/joined', '/signing-in', '/_next/static/x.js']) expect(met(url)).toBe(0)
  expect(met('/join', { method: 'POST' })).toBe(0)
  expect(met('/join', { headers: { 'x-drawing': 'x' } })).toBe(0)
  expect(met('/join', { jar: { 'track-two-device': `${'A'.repeat(22)}.${'A'.repeat(22)}` } })).toBe(1)
  expect(readDevice(reading(givenJar()))).toMatch(/^[\w-]{22}$/)
})

test('a device is counted at its own address for five minutes, keeps its number, and is counted anew after them', () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const address = newAddress()
  const [cookie = ''] = opens('/sign-in', { address })
  const jar = { 'track-two-device': cookie }
  const isCounted = (at: string) => isCountedAt(reading(jar), at, Date.now())
  expect(isCounted(address)).toBe(true)
  expect(isCounted(newAddress())).toBe(false)
  expect(opens('/sign-in', { address, jar })).toEqual([])
  vi.setSystemTime(Date.now() + 300_001)
  expect(isCounted(address)).toBe(false)
  const [again = ''] = opens('/sign-in', { address, jar })
  expect(again.split('.').slice(0, 2)).toEqual(cookie.split('.').slice(0, 2))
  const [id = '', seal = '', at = '', visit = ''] = again.split('.')
  for (const forged of [`${id}.${seal}`, `${id}.${seal}.zzzzzzzzzz.${visit}`, `${id}.${seal}.${at}.${'A'.repeat(22)}`])
    expect(isCountedAt(reading({ 'track-two-device': forged }), address, Date.now())).toBe(false)
})

test('an address counts fifty-five devices at once and then one each ten seconds; five more are for devices that come back', () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const address = newAddress()
  const pass = (ms: number) => vi.setSystemTime(Date.now() + ms)
  const isCounted = (cookie = '') => isCountedAt(reading({ 'track-two-device': cookie }), address, Date.now())
  const draw = () => opens('/join', { address })[0] ?? ''
  const drawn = () => {
    const given = Array.from({ length: 100 }, draw)
    // Whoever is not counted has an id all the same: their own wrong tries are theirs, and a sign-in is remembered.
    for (const cookie of given) expect(readDevice(reading({ 'track-two-device': cookie }))).not.toBeNull()
    return given.filter(isCounted).length
  }
  expect(drawn()).toBe(55)
  for (let tens = 0; tens < 3; tens += 1) {
    pass(10_000)
    expect(drawn()).toBe(1)
  }
  /** What a form sets that is sent with this cookie, and the cookie with which the page then sees it come. */
  const sends = (cookie: string) => {
    const headers = { cookie: `locale=en; track-two-device=${cookie}` }
    const set = opens('/join/K7M-4QX', { method: 'POST', headers, jar: { 'track-two-device': cookie }, address })
    return { set, came: headers.cookie }
  }
  const waits = draw()
  expect(isCounted(waits)).toBe(false)
  expect(sends(waits)).toEqual({ set: [], came: `locale=en; track-two-device=${waits}` })
  for (let tens = 0; tens < 2; tens += 1) {
    pass(10_000)
    drawn()
  }
  const { set, came } = sends(waits)
  expect(isCounted(set[0])).toBe(true)
  expect(came).toBe(`locale=en; track-two-device=${set[0]}`)
  // The cookie from before brings no second count, nor does one that waits at another address.
  expect(sends(waits).set).toEqual([])
  const elsewhere = opens('/join', { address: newAddress() })[0] ?? ''
  expect(isCounted(elsewhere)).toBe(false)
  expect(isCounted(sends(elsewhere).set[0])).toBe(false)
})
