/** A connection that is written to and never read: cut before it fills the memory, and only it. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { Server } from 'socket.io'
import { io } from 'socket.io-client'
import { expect, test } from 'vitest'
import { cutWhenSlow, type Outlet } from '#server/live/transport/slow-reader'
import { frameOf, PreparedMessage, wireFormat } from '#server/live/transport/wire-encoder'

/** A server that watches its connections, and two clients: one reads, one does not. */
async function twoClients(allow?: number) {
  const http = createServer()
  const server = new Server(http, { transports: ['websocket'], perMessageDeflate: false, parser: wireFormat })
  const cut: string[] = []
  const outlets: { id: string; outlet: Outlet }[] = []
  server.on('connection', (socket) => {
    const watch = cutWhenSlow(socket.conn, () => cut.push(socket.id))
    if (allow !== undefined) watch.allow(allow)
    outlets.push({ id: socket.id, outlet: watch })
  })
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
  const address = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  const client = async () => {
    const socket = io(address, { transports: ['websocket'], reconnection: false, forceNew: true })
    await new Promise<void>((done) => socket.once('connect', () => done()))
    return socket
  }
  const [reads, deaf] = [await client(), await client()]
  const transport = deaf.io.engine.transport as unknown as { ws: { pause(): void; resume(): void } }
  transport.ws.pause()
  const close = async () => {
    transport.ws.resume() // or it would not hear the end
    for (const socket of [reads, deaf]) socket.disconnect()
    await server.close()
  }
  return { server, cut, outlets, reads, deafId: deaf.id, close }
}

const MESSAGE = 'x'.repeat(10_000)

test('a client that never reads is cut while at most a few megabytes wait for it, and the other hears everything', async () => {
  const { server, cut, reads, deafId, close } = await twoClients()
  let heard = 0
  reads.on('tell', () => {
    heard += 1
  })
  let sent = 0
  while (cut.length === 0 && sent < 5_000) {
    server.emit('tell', MESSAGE)
    sent += 1
    await turn()
  }
  expect(cut).toEqual([deafId])
  expect(sent * MESSAGE.length).toBeLessThan(30_000_000) // what the two kernels hold, and our megabyte
  while (heard < sent) await turn()
  await turn()
  expect(server.sockets.sockets.size).toBe(1)
  await close()
})

test('a log larger than what may wait is not what cuts a client', async () => {
  const { server, cut, close } = await twoClients(20_000_000)
  for (let sent = 0; sent < 2_000; sent += 1) server.emit('tell', MESSAGE)
  expect(cut).toEqual([])
  for (let sent = 0; sent < 200; sent += 1) server.emit('tell', MESSAGE)
  expect(cut).toHaveLength(2)
  await close()
})

test('a client that never reads is cut as well when frames are written past Socket.IO', async () => {
  const { cut, outlets, reads, deafId, close } = await twoClients()
  let heard = 0
  reads.on('tell', () => {
    heard += 1
  })
  const frame = frameOf('tell', new PreparedMessage(JSON.stringify(MESSAGE)))
  let sent = 0
  while (cut.length === 0 && sent < 5_000) {
    for (const { outlet } of outlets) outlet.write(frame)
    sent += 1
    await turn()
  }
  expect(cut).toEqual([deafId])
  expect(sent * MESSAGE.length).toBeLessThan(30_000_000)
  while (heard < sent) await turn()
  await close()
})

test.each([10, 200, 70_000])(
  'a frame of %i bytes is heard in its turn, after what was sent before it',
  async (size) => {
    const { server, outlets, reads, close } = await twoClients(20_000_000)
    const heard: unknown[] = []
    reads.on('tell', (said: { n: number }) => heard.push(said.n))
    let straight = 0
    for (let n = 0; n < 40; n += 1) {
      const message = new PreparedMessage(JSON.stringify({ n, words: 'ü'.repeat(size / 2) }))
      const outlet = outlets.find(({ id }) => id === reads.id)?.outlet
      // Every third goes Socket.IO's own way; the others may not come before it.
      if (n % 3 !== 0 && outlet?.write(frameOf('tell', message))) straight += 1
      else server.to(reads.id ?? '').emit('tell', message)
      if (n % 5 === 0) await turn()
    }
    while (heard.length < 40) await turn()
    expect(heard).toEqual(Array.from({ length: 40 }, (_, n) => n))
    expect(straight).toBeGreaterThan(0)
    await close()
  },
)
