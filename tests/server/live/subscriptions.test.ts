/**
 * What a page asks to follow, while that is looked up: whatever ends it meanwhile leaves it following nothing, and of a log that grows all
 * the time it hears every row once, in order, and none before its answer or after its end.
 */
import { expect, test } from 'vitest'
import type { Subscription } from '#server/live/connection'
import { DoorNewsCache } from '#server/live/door-news-cache'
import { type Followable, Subscriptions } from '#server/live/subscriptions'
import { realTime } from '#server/live/time'
import { PROTOCOL } from '#simulation/wire/protocol'
import { watchRequest } from '#simulation/wire/watching'
import { givenConnection } from './given-connection'

const asked = { protocol: PROTOCOL, activityId: 'activity' }
const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve()
}

/** A page that asks for a log, which has no rows yet; each request is looked up until `found` is called. */
function givenAsking() {
  const { connection, sent } = givenConnection()
  const log: number[] = []
  const follow = new Set<Subscription>()
  const lookups: (() => void)[] = []
  const what: Followable<typeof asked, object> = {
    request: watchRequest,
    lookUp: () => new Promise((done) => void lookups.push(() => done({}))),
    begin() {
      const subscription: Subscription = {
        ...{ connection, activityId: asked.activityId, member: null },
        mayStay: async () => true,
        stop: () => void follow.delete(subscription),
        tellEnd: (why) => connection.socket.send('end', { why }),
      }
      follow.add(subscription)
      return { subscription, answer: () => ({ ok: true, rows: [...log] }) }
    },
  }
  let isClosing = false
  const door = new DoorNewsCache(
    realTime,
    async () => null,
    () => undefined,
  )
  const subscriptions = new Subscriptions({ door, isClosing: () => isClosing })
  subscriptions.open(connection)
  const ask = () => void subscriptions.ask(connection, asked, (what) => sent.push({ event: 'answer', what }), what)
  const write = () => {
    log.push(log.length + 1)
    for (const { connection } of follow) connection.socket.send('row', { row: log.length })
  }
  const closeHouse = () => {
    isClosing = true
  }
  const found = () => lookups.shift()?.()
  ask()
  return { connection, subscriptions, sent, log, follow, write, ask, found, closeHouse }
}
type Asking = ReturnType<typeof givenAsking>

const AGAIN = { event: 'answer', what: { ok: false, refusal: 'try-again' } }

test.each<[string, (of: Asking) => void]>([
  ['is gone', ({ subscriptions, connection }) => subscriptions.close(connection)],
  ['is one too many', ({ subscriptions, connection }) => subscriptions.end(connection, 'too-many')],
  ['has another part by then', ({ subscriptions }) => subscriptions.partChanged('somebody')],
  ['finds the house closing', ({ closeHouse }) => closeHouse()],
])('a page that %s while it is looked up follows nothing, and is to ask again', async (_, happens) => {
  const of = givenAsking()
  happens(of)
  of.found()
  await turns(5)
  of.write()
  expect(of.sent).toEqual([AGAIN])
  expect([of.follow.size, of.connection.subscription]).toEqual([0, null])
})

test('of two requests of a page only the latter is carried out', async () => {
  const of = givenAsking()
  of.ask()
  of.found()
  await turns(5)
  expect(of.sent).toEqual([AGAIN])
  of.found()
  await turns(5)
  expect(of.sent.slice(1)).toMatchObject([{ event: 'answer', what: { ok: true } }])
  expect(of.follow.size).toBe(1)
})

test('the part of somebody else, who changes it meanwhile, keeps nobody out', async () => {
  const of = givenAsking()
  of.subscriptions.partChanged('somebody else')
  of.found()
  await turns(5)
  expect(of.sent).toMatchObject([{ event: 'answer', what: { ok: true } }])
})

test('a page hears each row once, in order, from its answer on and until its end, whenever it asks and asks again', async () => {
  for (let late = 0; late < 12; late += 1) {
    const of = givenAsking()
    const grow = async (count: number) => {
      for (let turn = 0; turn < count; turn += 1) {
        of.write()
        await Promise.resolve()
      }
    }
    await grow(late)
    of.found()
    await grow(12)
    const [first, ...rows] = of.sent
    expect(first).toMatchObject({ event: 'answer', what: { ok: true } })
    const before = first && 'rows' in first.what && Array.isArray(first.what.rows) ? first.what.rows : []
    expect([...before, ...rows.map(({ what }) => 'row' in what && what.row)]).toEqual(of.log)

    // Asked again: it goes on hearing rows until the answer, and each once after it.
    of.sent.length = 0
    of.ask()
    of.found()
    await grow(12)
    const rowsTold = of.sent.flatMap(({ what }) => ('row' in what ? what.row : []))
    expect(rowsTold).toEqual(of.log.slice(-12))
    of.subscriptions.end(of.connection, 'removed')
    const heard = of.sent.length
    await grow(3)
    expect(of.sent).toHaveLength(heard)
    expect(of.sent.at(-1)).toEqual({ event: 'end', what: { why: 'removed' } })
  }
})
