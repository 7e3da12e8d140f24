/** A connection that never reads is cut before it fills the memory, and no other is. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { io } from 'socket.io-client'
import { expect, test } from 'vitest'
import { Message } from '#server/live/transport/message'
import type { PageSocket } from '#server/live/transport/page-socket'
import { openSocketServer } from '#server/live/transport/socket-server'

/** A server that takes everybody, and two clients: one reads, one does not. */
async function twoClients(allow?: number) {
  const http = createServer()
  const sockets: PageSocket[] = []
  let cut = 0
  const server = openSocketServer({
    httpServer: http,
    mayConnect: () => true,
    whoIs: async () => ({}),
    connected(socket) {
      if (allow !== undefined) socket.allow(allow)
      sockets.push(socket)
    },
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
  const [reads, deaf] = [await client(), await client()]
  const [toReader, toDeaf] = sockets
  if (!toReader || !toDeaf) throw new Error('Two clients have connected.')
  const transport = deaf.io.engine.transport as unknown as { ws: { pause(): void; resume(): void } }
  transport.ws.pause()
  const close = async () => {
    transport.ws.resume() // or it would not hear the end
    for (const socket of [reads, deaf]) socket.disconnect()
    await server.close()
    http.close()
  }
  return { sockets, server, reads, toReader, toDeaf, close, cut: () => cut }
}

const MESSAGE = JSON.stringify('x'.repeat(10_000))

test('a client that never reads is cut while at most a few megabytes wait for it, and the other hears everything', async () => {
  const { sockets, server, cut, reads, toReader, toDeaf, close } = await twoClients()
  let heard = 0
  reads.on('tell', () => {
    heard += 1
  })
  let sent = 0
  while (cut() === 0 && sent < 5_000) {
    const message = new Message(MESSAGE)
    for (const socket of sockets) socket.send('tell', message)
    sent += 1
    await turn()
  }
  expect(cut()).toBe(1)
  expect(sent * MESSAGE.length).toBeLessThan(30_000_000) // what the two kernels hold, and our megabyte
  while (heard < sent || server.count > 1) await turn()
  expect([toReader.isOpen, toDeaf.isOpen]).toEqual([true, false])
  await close()
})

test('a client that never reads is cut as well when its messages wait in Engine.IO', async () => {
  const { cut, reads, toDeaf, close } = await twoClients()
  const pieces = Buffer.from(`${MESSAGE.slice(0, -1)}"]`)
  let sent = 0
  // A message in two pieces is never written past Engine.IO; two in one turn wait there.
  while (cut() === 0 && sent < 5_000) {
    for (let two = 0; two < 2; two += 1) toDeaf.send('tell', new Message('', pieces))
    sent += 2
    await turn()
  }
  expect(cut()).toBe(1)
  expect(sent * MESSAGE.length).toBeLessThan(30_000_000)
  expect(reads.connected).toBe(true)
  await close()
})

test('a log larger than what may wait is not what cuts a client', async () => {
  const { sockets, cut, close } = await twoClients(20_000_000)
  const send = (count: number) => {
    for (let sent = 0; sent < count; sent += 1)
      for (const socket of sockets) socket.send('tell', new Message('', Buffer.from(`${MESSAGE}]`)))
  }
  send(2_000)
  expect(cut()).toBe(0)
  send(200)
  expect(cut()).toBe(2)
  await close()
})

test.each([10, 200, 70_000])(
  'a message of %i bytes is heard in its turn, after what was sent before it',
  async (size) => {
    const { reads, toReader, close } = await twoClients(20_000_000)
    const heard: unknown[] = []
    reads.on('tell', (said: { n: number }) => heard.push(said.n))
    for (let n = 0; n < 40; n += 1) {
      const text = JSON.stringify({ n, words: 'ü'.repeat(size / 2) })
      // Every third goes through Engine.IO; the others, which may go past it, may not come before it.
      const throughEngine = n % 3 === 0
      toReader.send('tell', throughEngine ? new Message('', Buffer.from(`${text}]`)) : new Message(text))
      if (n % 5 === 0) await turn()
    }
    while (heard.length < 40) await turn()
    expect(heard).toEqual(Array.from({ length: 40 }, (_, n) => n))
    await close()
  },
)
