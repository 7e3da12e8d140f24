/**
 * What a page asks to follow, while that is looked up: whatever ends it meanwhile leaves it following nothing, and of a log that grows all
 * the time it hears every row once, in order, and none before its answer or after its end.
 */
import { expect, test } from 'vitest'
import type { Subscription } from '#server/live/connection'
import { DoorNewsCache } from '#server/live/pages/door-news-cache'
import { realTime } from '#server/live/saving/time'
import { type Followable, Subscriptions } from '#server/live/subscriptions'
import { PROTOCOL } from '#simulation/wire/protocol'
import { watchRequest } from '#simulation/wire/watching'
import { givenConnection, type Sent } from './given/given-connection'

const asked = { protocol: PROTOCOL, activityId: 'activity' }

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
    for (const { connection } of follow) connection.socket.send('row', { rows: [log.length] })
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
const TAKEN = { event: 'answer', what: { ok: true } }
/** A row is written in each of so many steps of what waits. */
const grow = async (of: Asking, steps: number) => {
  for (let step = 0; step < steps; step += 1) {
    of.write()
    await Promise.resolve()
  }
}
const rowsIn = (sent: Sent | undefined): unknown[] =>
  sent && 'rows' in sent.what && Array.isArray(sent.what.rows) ? sent.what.rows : []

test.each<[string, (of: Asking) => void]>([
  ['is gone', ({ subscriptions, connection }) => subscriptions.close(connection)],
  ['is put out', ({ subscriptions }) => subscriptions.endWhere(() => true, 'rejoin')],
  ['finds the house closing', ({ closeHouse }) => closeHouse()],
])('a page that %s while it is looked up follows nothing, and is to ask again', async (_, happens) => {
  const of = givenAsking()
  happens(of)
  of.found()
  await grow(of, 5)
  expect(of.sent).toEqual([AGAIN])
  expect([of.follow.size, of.connection.subscription]).toEqual([0, null])
})

test('of two requests of a page only the latter is carried out, also where somebody else is put out meanwhile', async () => {
  const of = givenAsking()
  of.ask()
  of.found()
  await grow(of, 5)
  expect(of.sent).toEqual([AGAIN])
  of.subscriptions.endWhere((connection) => connection !== of.connection, 'rejoin')
  of.found()
  await grow(of, 5)
  expect(of.sent[1]).toMatchObject(TAKEN)
  expect(of.follow.size).toBe(1)
})

test('a page hears each row once, in order, from its answer on and until its end, whenever it asks and asks again', async () => {
  for (let late = 0; late < 12; late += 1) {
    const of = givenAsking()
    await grow(of, late)
    of.found()
    await grow(of, 12)
    const [first, ...rows] = of.sent
    expect(first).toMatchObject(TAKEN)
    expect([...rowsIn(first), ...rows.flatMap(rowsIn)]).toEqual(of.log)

    // Asked again: it goes on hearing rows until the answer, and each once after it.
    of.ask()
    of.found()
    await grow(of, 12)
    expect(of.sent.slice(1).flatMap((sent) => (sent.event === 'row' ? rowsIn(sent) : []))).toEqual(
      of.log.slice(rowsIn(first).length),
    )
    of.subscriptions.end(of.connection, 'removed')
    await grow(of, 3)
    expect(of.sent.at(-1)).toEqual({ event: 'end', what: { why: 'removed' } })
  }
})
