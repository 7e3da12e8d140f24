// Two devices and an in-memory server: typed words are saved, newer ones are taken over, and a conflict keeps both.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ServerDraft } from '#simulation/wire/drafts'
import { type DraftServer, DraftSync } from '../../../app/rooms/[roomId]/homework/draft-sync'
import { bothOf, isBlank } from '../../../app/rooms/[roomId]/homework/draft-words'
import type { LocalDrafts, ServerVersion } from '../../../app/rooms/[roomId]/homework/local-drafts'
import { keepsDrafts } from '../../support/draft-contract'

const KEY = 'post/3/framing'
const words = (text: string) => JSON.stringify({ text, intent: 'point' })

/** An in-memory draft server that can be disconnected. It and the real one pass the same contract (draft-contract.ts). */
function givenServer() {
  const rows = new Map<string, ServerDraft>()
  let time = 100
  const server = {
    rows,
    isUp: true,
    isClosed: false,
    saves: 0,
    asked: 0,
    async all() {
      server.asked += 1
      if (!server.isUp) throw new Error('down')
      if (server.isClosed) return 'closed' as const
      return [...rows.values()]
    },
    async save({ key, text, over }: Parameters<DraftServer['save']>[0]) {
      server.asked += 1
      if (!server.isUp) throw new Error('down')
      if (server.isClosed) return { kind: 'closed' } as const
      server.saves += 1
      const standing = rows.get(key)
      if (standing && standing.savedAt !== over && standing.text !== text)
        return { kind: 'other', text: standing.text, savedAt: standing.savedAt } as const
      time += 1
      rows.set(key, { key, text, savedAt: time })
      return { kind: 'saved', savedAt: time } as const
    },
  }
  return server
}

function givenDevice(server: DraftServer) {
  const kept = new Map<string, string>()
  const bases = new Map<string, ServerVersion>()
  const clashes = new Map<string, string>()
  const listeners = new Set<(what: string) => void>()
  const write = (what: string, text: string) => {
    kept.set(what, text)
    for (const listener of listeners) listener(what)
  }
  const shelf: LocalDrafts = {
    keys: () => [...kept.keys()],
    read: (what) => kept.get(what) ?? null,
    write,
    base: (what) => bases.get(what) ?? null,
    setBase: (what, known) => void bases.set(what, known),
    clash: (what) => clashes.get(what) ?? null,
    settleClash: (what) => void clashes.delete(what),
    watch: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  const sync = new DraftSync(shelf, server, () => undefined)
  /** This tab's words were written over those of another, which it had not heard of. */
  const clash = (there: string, here: string) => {
    clashes.set(KEY, words(there))
    write(KEY, words(here))
  }
  return { sync, clash, type: (text: string) => write(KEY, words(text)), read: () => kept.get(KEY) ?? null }
}

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
