/** Slowing wrong passwords: by device, then by address for all unknown devices there; a known device is never slowed by unknown ones. */
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { settleSecret } from '#server/base/environment'
import { tryAccount, tryPassword } from '#server/web/rate-limits'
import { type Device, signInByPassword } from '#server/web/sign-in'
import { useFreshDatabase } from '../../support/machines/database'
import { givenAccount, givenDevice } from '../store/given-store'

useFreshDatabase()
beforeAll(() => {
  settleSecret('a secret for these tests only, long enough')
})

const RIGHT = 'a long enough sentence'

/** A clock that the test moves. */
function givenClock(): { pass(ms: number): void } {
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  return { pass: (ms) => vi.setSystemTime(Date.now() + ms) }
}

const misses = async (email: string, from: Device, times: number) => {
  const answers: string[] = []
  for (let miss = 0; miss < times; miss += 1) {
    const answer = await signInByPassword(email, 'wrong wrong wrong', from)
    answers.push(answer.ok ? 'in' : answer.refusal)
  }
  return answers
}

test('an unknown account and a wrong password are refused in the same words, and slowed by the same seconds', async () => {
  givenClock()
  const known = (await givenAccount('Known')).email ?? ''
  const said = []
  for (const email of [known, 'nobody@college.example']) {
    const from = givenDevice('10.0.0.2', { id: email.slice(0, 6).padEnd(22, '-') })
    said.push([await misses(email, from, 7), await signInByPassword(email, 'wrong wrong wrong', from)])
  }
  // A first try, and five others.
  expect(said[0]?.[0]).toEqual([...Array(6).fill('no-match'), 'wait'])
  expect(said[1]).toEqual(said[0])
})

test('nobody waits longer than eight seconds for their own misses, and the right password is then taken', async () => {
  const clock = givenClock()
  const email = (await givenAccount('Slow')).email ?? ''
  const from = givenDevice('10.0.0.3', { id: 'e'.repeat(22) })
  await misses(email, from, 200)
  const refused = await signInByPassword(email, RIGHT, from)
  if (refused.ok || refused.refusal !== 'wait') throw new Error('It was not slowed.')
  expect(refused.waitMs).toBeLessThanOrEqual(8_000)
  clock.pass(refused.waitMs)
  expect(await signInByPassword(email, RIGHT, from)).toMatchObject({ ok: true })
})

test('a device that has signed in before passes at once, whatever strangers at its address have tried', async () => {
  givenClock()
  const email = (await givenAccount('Office')).email ?? ''
  for (let stranger = 0; stranger < 20; stranger += 1)
    await misses(email, givenDevice('10.0.0.4', { id: `stranger-${stranger}` }), 20)
  await misses(email, givenDevice('10.0.0.4'), 50)
  const known = givenDevice('10.0.0.4', { id: 'k'.repeat(22), knownFor: email })
  expect(await signInByPassword(email, RIGHT, known)).toMatchObject({ ok: true })
})

test('misses at one account, or at one address, are nobody else’s', async () => {
  givenClock()
  const [one, other] = [(await givenAccount('One')).email ?? '', (await givenAccount('Other')).email ?? '']
  for (let made = 0; made < 200; made += 1) await misses(`made-up-${made}@college.example`, givenDevice('10.0.0.6'), 1)
  await misses(one, givenDevice('10.0.0.6'), 50)
  expect(await signInByPassword(other, RIGHT, givenDevice('10.0.0.6'))).toMatchObject({ ok: true })
  expect(await signInByPassword(one, RIGHT, givenDevice('10.0.0.7'))).toMatchObject({ ok: true })
})

describe('tries sent together', () => {
  test('are counted before any password is looked at', async () => {
    givenClock()
    const all = (from: Device) => Array.from({ length: 50 }, () => tryPassword('many@college.example', from, false))
    const granted = (from: Device) => all(from).filter((turn) => turn.granted)
    expect(granted(givenDevice('10.0.0.8'))).toHaveLength(20)
    expect(granted(givenDevice('10.0.0.9', { id: 'p'.repeat(22) }))).toHaveLength(6)
    expect(granted(givenDevice('10.0.0.9', { id: 'q'.repeat(22), isCounted: false }))).toHaveLength(5)
  })

  test('from a device that drops its number each time are those of its address', async () => {
    givenClock()
    const tries = Array.from({ length: 50 }, (_, number) =>
      tryPassword('farm@college.example', givenDevice('10.0.0.10', { id: `fresh-${number}` }), false),
    )
    expect(tries.filter(({ granted }) => granted)).toHaveLength(5)
  })
})

test('new accounts are slowed for one device first, and for its address only when it makes very many', async () => {
  givenClock()
  const one = givenDevice('10.0.0.12', { id: 'n'.repeat(22) })
  const made = []
  for (let at = 0; at < 7; at += 1) made.push(tryAccount(one).granted)
  expect(made).toEqual([true, true, true, true, true, false, false])
  for (let at = 0; at < 50; at += 1)
    expect(tryAccount(givenDevice('10.0.0.12', { id: `class-${at}` }))).toEqual({ granted: true })
})
