/**
 * L21: servers believe each other only when signed. Whatever somebody says on the engine who has not the servers' secret, and whatever is
 * said again, changes nothing that anybody sees.
 */
import { createClient } from '@redis/client'
import fc from 'fast-check'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { settleSecret } from '#server/base/environment'
import { registry } from '#server/base/metrics'
import type { Engine } from '#server/cluster/engine'
import { openPeers } from '#server/cluster/peers'
import { SignedEngine } from '#server/cluster/signed-engine'
import { givenClass, givenPage, givenSeated, SECRET } from '../server/live/given/given-classroom'
import { accepted, until } from '../server/live/given/given-page'
import { useFreshDatabase } from '../support/machines/database'
import { givenServers, stored } from './given-servers'

const fresh = useFreshDatabase()
beforeAll(() => void settleSecret(SECRET))

type Heard = (text: string) => void

/** An engine in this process that keeps what it carried and carries what a test hands it. */
function openEngine() {
  const listeners: { channel: string; hear: Heard }[] = []
  const said: { channel: string; text: string }[] = []
  const carry = (channel: string, text: string) => {
    for (const one of listeners) if (one.channel === channel) one.hear(text)
  }
  const engine: Engine = {
    publish(channel, text) {
      said.push({ channel, text })
      carry(channel, text)
    },
    subscribe(channel, hear) {
      const one = { channel, hear }
      listeners.push(one)
      return () => listeners.splice(listeners.indexOf(one), 1)
    },
    isUp: true,
    onChange: () => () => undefined,
    close: async () => undefined,
  }
  return { engine, said, carry }
}

const refused = async () =>
  Number(/^track_two_engine_messages_refused_total (\d+)$/m.exec(await registry.metrics())?.[1] ?? 0)

test('what one says the others hear once, in order; of what is bent, said again, elsewhere or by somebody else, nothing', async () => {
  const seen = { heard: 0, bent: 0 }
  const text = fc.string({ unit: 'binary', maxLength: 40 })
  const bending = fc.record({
    at: fc.nat(),
    what: fc.constantFrom('change', 'drop', 'add', 'cut', 'elsewhere', 'again', 'foreign', 'unsigned'),
    by: fc.integer({ min: 1, max: 0xff }),
  })
  const before = await refused()
  let expected = 0
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1, maxLength: 5 }),
      fc.array(bending, { maxLength: 6 }),
      (words, bendings) => {
        const { engine, said, carry } = openEngine()
        const signed = (server: string, secret = SECRET) => new SignedEngine(engine, { secret, server })
        const [one, other, foreign] = [
          signed('one'),
          signed('other'),
          signed('foreign', 'another secret of another house'),
        ]
        const heard: string[] = []
        let wasForeign = 0
        other.subscribe(
          'room:a',
          (word) => heard.push(word),
          undefined,
          () => {
            wasForeign += 1
          },
        )
        other.subscribe('room:b', (word) => heard.push(word))
        for (const word of words) one.publish('room:a', word)
        expect(heard).toEqual(words)
        seen.heard += words.length
        for (const { at, what, by } of bendings) {
          const whole = said[at % words.length]?.text ?? ''
          const place = at % whole.length
          const code = String.fromCharCode(whole.charCodeAt(place) ^ by)
          if (what === 'elsewhere') carry('room:b', whole)
          else if (what === 'again') carry('room:a', whole)
          else if (what === 'foreign') foreign.publish('room:a', words[0] ?? '')
          else if (what === 'unsigned') carry('room:a', words[0] ?? '')
          else if (what === 'change') carry('room:a', whole.slice(0, place) + code + whole.slice(place + 1))
          else if (what === 'drop') carry('room:a', whole.slice(0, place) + whole.slice(place + 1))
          else if (what === 'add') carry('room:a', whole.slice(0, place) + code + whole.slice(place))
          else carry('room:a', whole.slice(0, place))
          seen.bent += 1
        }
        expect(heard).toEqual(words)
        expect(wasForeign).toBeLessThanOrEqual(1)
        expected += bendings.length
        one.publish('room:a', 'and on')
        expect(heard.at(-1)).toBe('and on')
      },
    ),
    { numRuns: 100 },
  )
  expect(seen.bent).toBeGreaterThan(150)
  expect((await refused()) - before).toBe(expected)
})

test('a server that has gone is not kept alive by its own words said again, neither where it was known nor where it never was', async () => {
  const { engine, said, carry } = openEngine()
  const connected = new Set(['one', 'other'])
  const peersOf = (server: string) => {
    const peers = openPeers({
      engine: new SignedEngine(engine, { secret: SECRET, server }),
      self: { server, house: 'one' },
      readConnected: async () => [...connected],
    })
    onTestFinished(() => peers.close())
    return peers
  }
  const other = peersOf('other')
  const dying = new SignedEngine(engine, { secret: SECRET, server: 'one' })
  const lives = () => dying.publish('servers', JSON.stringify({ server: 'one' }))
  const beating = setInterval(lives, 200)
  onTestFinished(() => clearInterval(beating))
  await until(() => expect([...other.living]).toEqual(['other', 'one']))
  clearInterval(beating)
  connected.delete('one')
  connected.add('late')
  const recorded = said.filter(({ channel, text }) => channel === 'servers' && text.includes('"one"'))
  const late = peersOf('late')
  const saying = setInterval(() => {
    for (const { channel, text } of recorded) carry(channel, text)
  }, 100)
  onTestFinished(() => clearInterval(saying))
  await until(() => expect([...other.living].toSorted()).toEqual(['late', 'other']), 10_000)
  expect(late.living.has('one')).toBe(false)
})

test('L21 rows that somebody forges on a real engine open nothing and are shown to nobody, and the record goes on', async () => {
  const of = await givenClass({ understudies: false })
  const servers = await givenServers(fresh.url(), ['a', 'b'])
  const [a, b] = servers.all
  if (!a || !b) throw new Error('Two servers are needed.')
  const mei = await givenSeated(a, of, 'Mei', 'us.state')
  const amara = await givenSeated(b, of, 'Amara', 'us.treasury')
  const yuki = await givenSeated(b, of, 'Yuki', 'jp.pm')
  const desk = await givenPage(b, of.chairCookie, of.roomId)
  accepted(await desk.submit(of.roomId, { type: 'startPhase', index: 0 }))
  const seq = accepted(await mei.submit(of.roomId, { type: 'speakInCaucus', text: 'a-secret-of-washington' }))
  await amara.hears(seq)
  const forger = createClient({ url: servers.engine.url })
  await forger.connect()
  onTestFinished(() => forger.destroy())
  const taped: string[] = []
  const channel = `room:{${of.roomId}}`
  const tape = forger.duplicate()
  await tape.connect()
  onTestFinished(() => tape.destroy())
  await tape.sSubscribe(channel, (message) => taped.push(message))
  accepted(await mei.submit(of.roomId, { type: 'speakInCaucus', text: 'another-of-washington' }))
  await until(() => expect(taped.length).toBeGreaterThan(0))
  const last = (await stored(fresh.url(), of.roomId)).at(-1)!
  await until(() => expect(servers.all.map(({ peers }) => peers.living.size)).toEqual([2, 2]))
  const forged = (event: unknown) =>
    JSON.stringify({
      kind: 'rows',
      server: 'a',
      v: 4,
      before: last.commandId,
      rows: [{ ...last, seq: last.seq + 1, commandId: 'forged-by-somebody', audience: 'everyone', event }],
    })
  const opened = forged({ type: 'RecordUnsealed' })
  const [head = ''] = taped[0]?.split('\n') ?? []
  // As a server would say it next, but for the signature.
  const bare = (sender: string) => `${'A'.repeat(43)} ${sender} ${Date.now() * 1_000 + 1e9}`
  const here = [yuki, amara, mei, desk]
  await Promise.all([amara, mei, desk].map((page) => page.hears(last.seq)))
  for (const page of here) page.left = []
  const before = await refused()
  for (const text of [
    opened,
    `${head}\n${opened}`,
    `${bare('a')}\n${opened}`,
    `${bare('b')}\n${opened}`,
    ...taped,
    JSON.stringify({ server: 'a', leaves: true }),
  ])
    for (const where of [channel, 'servers', 'spending']) await forger.sPublish(where, text)
  await until(async () => expect((await refused()) - before).toBeGreaterThan(5))
  const said = accepted(await desk.submit(of.roomId, { type: 'nudge', to: 'room', text: 'Five minutes.' }))
  expect(said).toBe(last.seq + 1)
  await Promise.all([yuki, amara, mei].map((page) => page.hears(said)))
  // Whoever was told that the record is open would have been sent to join anew.
  expect(here.flatMap(({ left }) => left)).toEqual([])
  expect(await yuki.join(of.roomId)).toMatchObject({ ok: true })
  expect(yuki.bytes).not.toContain('of-washington')
  expect(servers.all.map(({ peers }) => peers.living.size)).toEqual([2, 2])
  expect(JSON.stringify(await stored(fresh.url(), of.roomId))).not.toContain('forged-by-somebody')
})
