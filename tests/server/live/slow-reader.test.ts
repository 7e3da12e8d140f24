/** A connection that never reads is cut before it fills the memory, and no other is; what is no message ends at most its own connection. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { io } from 'socket.io-client'
import { expect, onTestFinished, test } from 'vitest'
import type { PageSocket } from '#server/live/transport/page-socket'
import { openSocketServer } from '#server/live/transport/socket-server'
import { until } from './given/given-page'

/** A server that takes everybody, and two clients. */
async function twoClients() {
  const http = createServer()
  const sockets: PageSocket[] = []
  let cut = 0
  const server = openSocketServer({
    httpServer: http,
    mayConnect: () => true,
    whoIs: async () => ({}),
    connected: (socket) => void sockets.push(socket),
    slowReaderCut() {
      cut += 1
    },
  })
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
  const address = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  const client = async () => {
    const socket = io(address, { transports: ['websocket'], reconnection: false, forceNew: true })
    await new Promise<void>((done) => socket.once('connect', () => done()))
    return socket
  }
  const [reads, other] = [await client(), await client()]
  const [toReader, toOther] = sockets
  if (!toReader || !toOther) throw new Error('Two clients have connected.')
  onTestFinished(async () => {
    for (const socket of [reads, other]) socket.disconnect()
    await server.close()
    http.close()
  })
  return { sockets, server, reads, other, toReader, toOther, cut: () => cut }
}

/** The same, and the second client never reads. */
async function oneDeaf() {
  const clients = await twoClients()
  const transport = clients.other.io.engine.transport as unknown as { ws: { pause(): void; resume(): void } }
  transport.ws.pause()
  onTestFinished(() => transport.ws.resume()) // or it would not hear the end
  return clients
}

const MESSAGE = { words: 'x'.repeat(10_000) }

test('a client that never reads is cut while at most a few megabytes wait for it, and the other hears everything', async () => {
  const { sockets, server, cut, reads, toReader, toOther } = await oneDeaf()
  let heard = 0
  reads.on('tell', () => {
    heard += 1
  })
  let sent = 0
  while (cut() === 0 && sent < 5_000) {
    for (const socket of sockets) socket.send('tell', MESSAGE)
    sent += 1
    await turn()
  }
  expect(cut()).toBe(1)
  expect(sent * MESSAGE.words.length).toBeLessThan(30_000_000) // what the two kernels hold, and our megabyte
  while (heard < sent || server.count > 1) await turn()
  expect([toReader.isOpen, toOther.isOpen]).toEqual([true, false])
})

test('a log larger than what may wait is not what cuts a client, and what waits behind it is', async () => {
  const { cut, toOther } = await oneDeaf()
  toOther.send('tell', { words: 'x'.repeat(20_000_000) })
  for (let sent = 0; sent < 50; sent += 1) toOther.send('tell', MESSAGE)
  expect(cut()).toBe(0)
  for (let sent = 0; sent < 100; sent += 1) toOther.send('tell', MESSAGE)
  expect(cut()).toBe(1)
})

test('a message is heard in its order, with its first argument, and answered if the page asks for that', async () => {
  const { reads, toReader } = await twoClients()
  const asked: unknown[] = []
  toReader.onMessage((name, what, answer) => {
    asked.push([name, what])
    answer({ seq: 7 })
  })
  reads.emit('say', 'without an answer', 'and more')
  expect(await reads.emitWithAck('say', 'with an answer')).toEqual({ seq: 7 })
  reads.emit('error', 'a name that Node would throw for')
  await until(() => expect(asked).toHaveLength(3))
  expect(asked.slice(0, 2)).toEqual([
    ['say', 'without an answer'],
    ['say', 'with an answer'],
  ])
})

test.each([
  ...['2{"say":1}', '2["say"', '2[]', '2x["say"]', '2["disconnect"]', '51-["say",{"_placeholder":true,"num":7}]'],
  ...['5900-["say"]', '9', '2', '20', '2/admin,["say"]', '3["say"]', '30["say"]'],
])('what is no message (%s) is not heard, and ends at most its own connection', async (packet) => {
  const { reads, other, toReader, toOther } = await twoClients()
  const asked: unknown[] = []
  const answers: unknown[] = []
  for (const page of [toReader, toOther])
    page.onMessage((name, _, answer) => {
      asked.push(name)
      answer({ of: name })
    })
  other.io.engine.write(packet)
  other.io.engine.write(Buffer.from('two bytes'))
  reads.emit('say', 'here', (answer: unknown) => answers.push(answer))
  await until(() => expect(answers).toEqual([{ of: 'say' }]))
  await until(() => expect(toOther.isOpen).toBe(false))
  expect(asked).toEqual(['say'])
})
