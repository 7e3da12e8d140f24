// Two devices and an in-memory server: typed words are saved, newer ones are taken over, and a conflict keeps both.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { bothOf, isBlank } from '../../../app/rooms/[roomId]/homework/draft-words'
import { keepsDrafts } from '../../support/draft-contract'
import { givenDevice, givenServer, KEY, words } from '../../support/draft-devices'

describe('the server in memory', () => {
  keepsDrafts(async () => {
    const server = givenServer()
    return {
      server,
      close: async () => {
        server.isClosed = true
      },
    }
  })
})

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('drafts on two devices', () => {
  test('what is typed is saved once the hand rests, and is called saved only then', async () => {
    const server = givenServer()
    const phone = givenDevice(server)
    await phone.sync.start()
    phone.type('A')
    phone.type('An opening')
    expect(phone.sync.view.get(KEY)).toEqual({ kind: 'device' })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(phone.sync.view.get(KEY)).toEqual({ kind: 'saved', at: 101 })
    expect(server.saves).toBe(1)
    phone.sync.stop()
  })

  test('what is typed in one tab is saved once, and another tab calls it saved too', async () => {
    const server = givenServer()
    const typing = givenDevice(server)
    const beside = typing.opensTab()
    for (const { sync } of [typing, beside]) await sync.start()
    typing.type('In one tab')
    beside.hears()
    await vi.advanceTimersByTimeAsync(2_000)
    beside.hears()
    expect(beside.sync.view.get(KEY)).toEqual({ kind: 'saved', at: 101 })
    expect(server.saves).toBe(1)
    for (const { sync } of [typing, beside]) sync.stop()
  })

  test('another device goes on with it, and the first follows what it did not change itself', async () => {
    const server = givenServer()
    const phone = givenDevice(server)
    await phone.sync.start()
    phone.type('Begun on the phone')
    await vi.advanceTimersByTimeAsync(1_000)
    const laptop = givenDevice(server)
    await laptop.sync.start()
    expect(laptop.read()).toBe(words('Begun on the phone'))
    laptop.type('Begun on the phone, ended here')
    await vi.advanceTimersByTimeAsync(1_000)
    await phone.sync.pull()
    expect(phone.read()).toBe(words('Begun on the phone, ended here'))
    for (const { sync } of [phone, laptop]) sync.stop()
  })

  test('what is written offline waits on the device and is saved when the server answers again', async () => {
    const server = givenServer()
    const phone = givenDevice(server)
    await phone.sync.start()
    server.isUp = false
    phone.type('In the tunnel')
    await vi.advanceTimersByTimeAsync(20_000)
    expect(phone.sync.view.get(KEY)).toEqual({ kind: 'device' })
    server.isUp = true
    await vi.advanceTimersByTimeAsync(6_000)
    expect(phone.sync.view.get(KEY)).toMatchObject({ kind: 'saved' })
    expect(server.rows.get(KEY)?.text).toBe(words('In the tunnel'))
    phone.sync.stop()
  })

  test('what was typed last is sent when the page goes, and nothing is asked after that', async () => {
    const server = givenServer()
    const phone = givenDevice(server)
    await phone.sync.start()
    phone.type('Typed while the door closes')
    phone.sync.stop()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(server.rows.get(KEY)?.text).toBe(words('Typed while the door closes'))
    expect(server.asked).toBe(2)
  })

  test('after a lost answer the page that goes sends what was typed last, and words that are refused hold nothing up', async () => {
    const server = givenServer()
    let fails: 'on the way back' | 'if long' = 'on the way back'
    const phone = givenDevice({
      all: server.all,
      async save(draft) {
        if (fails === 'if long' && draft.text.length > 100) throw new Error('400')
        const answer = await server.save(draft)
        if (fails === 'on the way back') throw new Error('lost')
        return answer
      },
    })
    await phone.sync.start()
    phone.type('First words')
    await vi.advanceTimersByTimeAsync(1_000)
    phone.type('First words, and the rest')
    phone.sync.stop()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(server.rows.get(KEY)?.text).toBe(words('First words'))
    // Without a version it was not taken; the next page knows its own words, and asks nothing.
    fails = 'if long'
    await phone.sync.start()
    expect(server.rows.get(KEY)?.text).toBe(words('First words, and the rest'))
    phone.type('Too long '.repeat(20))
    await vi.advanceTimersByTimeAsync(10_000)
    phone.type('Short')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(server.rows.get(KEY)?.text).toBe(words('Short'))
    expect(phone.sync.view.get(KEY)).toMatchObject({ kind: 'saved' })
    phone.sync.stop()
  })

  test('a request that fails after the page has gone is not made again', async () => {
    const server = givenServer()
    const phone = givenDevice(server)
    server.isUp = false
    const asking = phone.sync.start()
    phone.sync.stop()
    await asking
    await vi.advanceTimersByTimeAsync(60_000)
    expect(server.asked).toBe(1)
  })

  test('once the place is no longer this person’s, nothing more is asked, and the words stay on the device', async () => {
    const server = givenServer()
    const phone = givenDevice(server)
    await phone.sync.start()
    server.isClosed = true
    phone.type('Too late for the server')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(server.asked).toBe(2)
    expect(phone.read()).toBe(words('Too late for the server'))
    expect(phone.sync.view.get(KEY)).toEqual({ kind: 'device' })
    const late = givenDevice(server)
    await late.sync.start()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(server.asked).toBe(3)
  })

  test('where both devices have words nothing is overwritten until somebody chooses, and both can be kept', async () => {
    const server = givenServer()
    const phone = givenDevice(server)
    const laptop = givenDevice(server)
    await phone.sync.start()
    await laptop.sync.start()
    laptop.type('From the laptop')
    await vi.advanceTimersByTimeAsync(1_000)
    phone.type('From the phone')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(phone.sync.view.get(KEY)).toMatchObject({ kind: 'differs', other: { text: words('From the laptop') } })
    phone.type('From the phone, longer')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(server.rows.get(KEY)?.text).toBe(words('From the laptop'))
    await phone.sync.choose(KEY, 'both')
    expect(server.rows.get(KEY)?.text).toBe(words('From the laptop\n\nFrom the phone, longer'))
    expect(phone.sync.view.get(KEY)).toMatchObject({ kind: 'saved' })
    for (const { sync } of [phone, laptop]) sync.stop()
  })

  test('words of two tabs are both kept until the writer chooses, and nothing is sent before', async () => {
    for (const [which, kept] of [
      ['both', 'In one tab\n\nIn the other'],
      ['here', 'In the other'],
      ['other', 'In one tab'],
    ] as const) {
      const server = givenServer()
      const phone = givenDevice(server)
      await phone.sync.start()
      phone.type('In one')
      await vi.advanceTimersByTimeAsync(1_000)
      phone.clash('In one tab', 'In the other')
      await vi.advanceTimersByTimeAsync(10_000)
      await phone.sync.pull()
      expect(phone.sync.view.get(KEY)).toEqual({ kind: 'differs', other: { text: words('In one tab'), savedAt: null } })
      expect(server.rows.get(KEY)?.text).toBe(words('In one'))
      await phone.sync.choose(KEY, which)
      expect(phone.read()).toBe(words(kept))
      expect(server.rows.get(KEY)?.text).toBe(words(kept))
      expect(phone.sync.view.get(KEY)).toMatchObject({ kind: 'saved' })
      phone.sync.stop()
    }
  })

  test('a draft that was sent is blank everywhere, and words elsewhere are not lost to it', async () => {
    const server = givenServer()
    const phone = givenDevice(server)
    const laptop = givenDevice(server)
    await phone.sync.start()
    phone.type('To be posted')
    await vi.advanceTimersByTimeAsync(1_000)
    await laptop.sync.start()
    laptop.type('')
    await vi.advanceTimersByTimeAsync(1_000)
    await phone.sync.pull()
    expect(isBlank(phone.read())).toBe(true)
    laptop.type('Begun anew')
    await vi.advanceTimersByTimeAsync(1_000)
    await phone.sync.pull()
    expect(phone.read()).toBe(words('Begun anew'))
    for (const { sync } of [phone, laptop]) sync.stop()
  })
})

test('two texts become one, and a form keeps the rest of itself', () => {
  expect(bothOf('"here"', '"there"')).toBe('"there\\n\\nhere"')
  expect(JSON.parse(bothOf(words('here'), words('there')))).toEqual({ text: 'there\n\nhere', intent: 'point' })
})
