/**
 * What the transport uses of Socket.IO and Engine.IO beyond their documentation is still there: each test says what a new version has
 * changed, before a class finds out.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { Server, type Socket } from 'socket.io'
import { type Socket as ClientSocket, io } from 'socket.io-client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Message } from '#server/live/transport/message'
import { dropConnections, Outlet, onEvents, parser } from '#server/live/transport/socket-io-internals'
import { patience } from '../../support/patience'
import { until } from './given-page'

const MEND = 'Mend server/live/transport/socket-io-internals.ts, or send through Socket.IO’s own emit.'

let server: Server
let page: ClientSocket
let socket: Socket
let outlet: Outlet
/** How many packets Engine.IO has made since the page connected. */
let packets: number
let heard: unknown[]

beforeEach(async () => {
  const http = createServer()
  server = new Server(http, { transports: ['websocket'], perMessageDeflate: false, parser })
  const connected = new Promise<Socket>((done) => {
    server.on('connection', done)
  })
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
  const { port } = http.address() as AddressInfo
  page = io(`http://127.0.0.1:${port}`, { transports: ['websocket'], reconnection: false, forceNew: true })
  heard = []
  page.on('tell', (said: unknown) => heard.push(said))
  const isConnected = new Promise<void>((done) => page.once('connect', () => done()))
  socket = await connected
  await isConnected
  outlet = new Outlet(socket.conn, () => undefined)
  packets = 0
  socket.conn.on('packetCreate', () => {
    packets += 1
  })
})

afterEach(async () => {
  page.disconnect()
  await server.close()
})

const inOnePiece = (words: string) => new Message(JSON.stringify(words)).asEvent('tell')
const inTwoPieces = (words: string) => new Message('', Buffer.from(`${JSON.stringify(words)}]`)).asEvent('tell')

test('the TCP socket of a connection is where its frames can be written', async () => {
  outlet.write(inOnePiece('straight'))
  await until(() => expect(heard, `A frame written to conn.request.socket is not heard. ${MEND}`).toEqual(['straight']))
  expect(packets, `The frame should not have gone through Engine.IO. ${MEND}`).toBe(0)
})

test('a ready frame is taken by Engine.IO in place of a packet', async () => {
  outlet.write(inTwoPieces('ready'))
  await until(() =>
    expect(heard, `Engine.IO no longer writes the option wsPreEncodedFrame as it is. ${MEND}`).toEqual(['ready']),
  )
})

test('Engine.IO says when packets wait, and when they have been written', async () => {
  socket.emit('tell', 'one')
  socket.emit('tell', 'two') // waits until the first is written
  outlet.write(inOnePiece('three'))
  expect(packets, `A frame has overtaken a waiting packet: “packetCreate” or “flush” has changed. ${MEND}`).toBe(3)
  await until(() => expect(heard).toEqual(['one', 'two', 'three']))
  outlet.write(inOnePiece('four'))
  expect(packets, `“flush” no longer says that nothing waits, so every frame takes the long way. ${MEND}`).toBe(3)
  await until(() => expect(heard).toEqual(['one', 'two', 'three', 'four']))
})

test('a page’s message is heard with the number of its answer, and answered', async () => {
  const asked: unknown[][] = []
  onEvents(socket, (...all) => {
    asked.push(all)
    if (all[2] !== null) outlet.write(new Message('{"seq":7}').asAnswer(all[2]))
  })
  const passedOn: unknown[] = []
  socket.onAny((name: unknown) => passedOn.push(name))
  page.emit('say', 'without an answer')
  const answer: unknown = await page
    .timeout(patience(5_000))
    .emitWithAck('say', 'with an answer')
    .catch(() => 'no answer')
  expect(answer, `A custom decoder, or what an event looks like, has changed. ${MEND}`).toEqual({ seq: 7 })
  expect(asked).toEqual([
    ['say', 'without an answer', null],
    ['say', 'with an answer', 0],
  ])
  expect(passedOn, `Socket.IO hears what was heard already. ${MEND}`).toEqual([])
})

test.each(['2{"say":1}', '2["say"', '2[]', '2x["say"]'])(
  'what cannot be read (%s) ends its connection',
  async (packet) => {
    const asked: unknown[][] = []
    onEvents(socket, (...all) => asked.push(all))
    page.io.engine.write(packet)
    await until(() => expect(socket.connected).toBe(false))
    expect(asked).toEqual([])
  },
)

test.each(['2', '20', '2[7]', '2/admin,["say"]x', '3["say"]'])('what is no event (%s) is not heard', async (packet) => {
  const asked: unknown[][] = []
  onEvents(socket, (...all) => asked.push(all))
  page.io.engine.write(packet)
  page.emit('say', 'after it')
  await until(() => expect(asked.length === 1 || !socket.connected).toBe(true))
  expect(asked).toEqual(socket.connected ? [['say', 'after it', null]] : [])
})

test('nothing is written to a connection that is closing', async () => {
  socket.conn.close()
  const { bytesWritten } = socket.conn.request.socket
  outlet.write(inOnePiece('late'))
  expect(socket.conn.request.socket.bytesWritten, `The property “readyState” has changed. ${MEND}`).toBe(bytesWritten)
  await until(() => expect(page.connected).toBe(false))
  expect(heard).toEqual([])
})

const hasWebsocket = (request: object): request is { websocket: { close: () => void } } => 'websocket' in request

test('nothing is written behind a closing frame, while Engine.IO still calls the connection open', async () => {
  const { request } = socket.conn
  if (!hasWebsocket(request)) throw new Error(`The property “websocket” of a request has changed. ${MEND}`)
  request.websocket.close()
  expect(socket.conn.readyState).toBe('open')
  const { bytesWritten } = request.socket
  outlet.write(inOnePiece('late'))
  outlet.write(inTwoPieces('late'))
  expect(request.socket.bytesWritten, `The property “readyState” of a websocket has changed. ${MEND}`).toBe(
    bytesWritten,
  )
  await until(() => expect(page.connected).toBe(false))
  expect(heard).toEqual([])
})

test('all connections can be dropped at once', async () => {
  dropConnections(server)
  await until(() => expect(page.connected, `The method “close” of the engine has changed. ${MEND}`).toBe(false))
  await turn()
  expect(server.engine.clientsCount).toBe(0)
})
