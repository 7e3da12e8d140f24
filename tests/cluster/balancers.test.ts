/** The balancer with the settings that are shipped, before servers that count what reaches them and fail as they are told. */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { type BalancerSettings, startBalancer } from '../support/balancer'
import { patience } from '../support/patience'
import { freePort } from '../support/server'

type Counting = {
  port: number
  /** Everything that reached it, as "METHOD /path". */
  asked: string[]
  forwardedFor: string[]
  /** The rooms of its sockets. */
  rooms: string[]
  close(): Promise<void>
}

type Behaviour = {
  /** What /readyz answers. */
  ready?: () => number
  /** Whether it takes connections and answers none. */
  hangs?: () => boolean
  socketStatus?: number
}

/** By path: `/dies` ends without an answer, `/status/404` answers so. */
async function countingServer({ ready, hangs, socketStatus = 101 }: Behaviour = {}): Promise<Counting> {
  const port = await freePort()
  const server = createServer((request, response) => void answer(request, response))
  const asked: string[] = []
  const forwardedFor: string[] = []
  const rooms: string[] = []
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '', 'http://server')
    if (hangs?.()) return
    if (pathname === '/readyz') return void response.writeHead(ready?.() ?? 200).end()
    asked.push(`${request.method} ${request.url}`)
    forwardedFor.push(String(request.headers['x-forwarded-for']))
    await request.resume().toArray()
    if (pathname.startsWith('/dies')) return void response.socket?.destroy()
    response.writeHead(Number(/status\/(\d+)/.exec(pathname)?.[1] ?? 200)).end(String(port))
  }
  const sockets = new WebSocketServer({ noServer: true })
  const held = new Set<Duplex>()
  server.on('upgrade', (request, socket, head) => {
    if (hangs?.()) return void held.add(socket)
    if (socketStatus !== 101) return void socket.end(`HTTP/1.1 ${socketStatus} No\r\ncontent-length: 0\r\n\r\n`)
    rooms.push(new URL(request.url ?? '', 'http://server').searchParams.get('room') ?? 'none')
    sockets.handleUpgrade(request, socket, head, (open) => open.on('message', (said) => open.send(`heard ${said}`)))
  })
  // Of the ports that nobody is given: once this server is closed, nobody else may answer there.
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const close = async () => {
    for (const open of sockets.clients) open.terminate()
    for (const socket of held) socket.destroy()
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
  onTestFinished(close)
  return { port, asked, forwardedFor, rooms, close }
}

async function balance([one, two]: [Counting, Counting], more: Partial<BalancerSettings> = {}) {
  const balancer = await startBalancer({ ports: [one.port, two.port], ...more })
  onTestFinished(balancer.end)
  return balancer
}

async function openSocket(url: string, room: string | null): Promise<WebSocket> {
  const query = room === null ? '' : `&room=${room}`
  const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket${query}`)
  onTestFinished(() => socket.terminate())
  await once(socket, 'open')
  return socket
}

/** HAProxy asks each server once a second, and takes one for hanging that has not answered twice. */
const SOON = { timeout: patience(15_000) }

const times = (count: number) => Array.from({ length: count }, (_, index) => index)

test('keeps the sockets of a room on one server, uses both, and carries words both ways', async () => {
  const [one, two] = [await countingServer(), await countingServer()]
  const { url } = await balance([one, two])
  const rooms = times(20).map(() => randomUUID())
  for (const room of [...rooms, ...rooms, ...rooms]) {
    const socket = await openSocket(url, room)
    socket.send('a word')
    const [answer] = await once(socket, 'message')
    expect(String(answer)).toBe('heard a word')
  }
  for (const room of rooms) {
    const there = [one, two].map((server) => server.rooms.filter((heard) => heard === room).length)
    expect(there.toSorted()).toEqual([0, 3])
  }
  expect(one.rooms.length).toBeGreaterThan(0)
  expect(two.rooms.length).toBeGreaterThan(0)
})

test('leads a page that asks again elsewhere, and all that ask so often to one place', async () => {
  const [one, two] = [await countingServer(), await countingServer()]
  const { url } = await balance([one, two])
  const room = randomUUID()
  const sets = times(12).map((again) => `${room}${again === 0 ? '' : `&again=${again}`}`)
  const led: number[] = []
  for (const asked of sets) {
    const before = one.rooms.length
    await openSocket(url, asked)
    await openSocket(url, asked)
    const rise = one.rooms.length - before
    expect([0, 2]).toContain(rise)
    led.push(rise)
  }
  expect(new Set(led).size).toBe(2)
})

test('spreads sockets without a room, and all of them where hashing is off', async () => {
  const [one, two] = [await countingServer(), await countingServer()]
  const { url } = await balance([one, two])
  for (const _ of times(30)) await openSocket(url, null)
  expect(one.rooms.length).toBeGreaterThan(0)
  expect(two.rooms.length).toBeGreaterThan(0)
  const unhashed = await balance([one, two], { isHashed: false })
  for (const _ of times(30)) await openSocket(unhashed.url, 'r1')
  expect(one.rooms).toContain('r1')
  expect(two.rooms).toContain('r1')
})

test('asks another server again when one dies over a GET, and never sends a POST twice', async () => {
  const [one, two] = [await countingServer(), await countingServer()]
  const path = `/dies/${randomUUID()}`
  await fetch((await balance([one, two])).url + path)
  expect([...one.asked, ...two.asked]).toEqual([`GET ${path}`, `GET ${path}`])
  const { url } = await balance([one, two])
  const posts = times(12).map(() => `/dies/${randomUUID()}`)
  for (const path of posts) {
    const { status } = await fetch(url + path, { method: 'POST', body: 'a word' })
    expect(status).toBe(502)
  }
  const asked = [...one.asked, ...two.asked].filter((each) => each.startsWith('POST'))
  expect(asked.length).toBe(new Set(asked).size)
  expect(asked.length).toBe(posts.length)
})

test('passes a POST that a server refused to take on to the other, once', async () => {
  const [one, two] = [await countingServer(), await countingServer()]
  const { url } = await balance([one, two])
  await one.close()
  for (const _ of times(12)) {
    const path = `/${randomUUID()}`
    const { status } = await fetch(url + path, { method: 'POST', body: 'a word' })
    expect(status).toBe(200)
    expect(two.asked.filter((asked) => asked === `POST ${path}`)).toHaveLength(1)
  }
  // In the moment in which HAProxy takes a server for dead it cuts what waits there, and a page asks again.
  for (const room of times(12)) await openSocket(url, String(room)).catch(() => openSocket(url, String(room)))
  expect(two.rooms).toHaveLength(12)
})

test('tries the other server for a file of another version, and for a socket that a stopping server refuses', async () => {
  const [one, two] = [await countingServer({ socketStatus: 403 }), await countingServer()]
  const { url } = await balance([one, two])
  await fetch(`${url}/_next/static/status/404.js`)
  expect([one.asked, two.asked]).toEqual([['GET /_next/static/status/404.js'], ['GET /_next/static/status/404.js']])
  for (const room of times(12)) await openSocket(url, String(room))
  expect(two.rooms).toHaveLength(12)
})

test('adds the address it sees to X-Forwarded-For, after what a client invents', async () => {
  const [one, two] = [await countingServer(), await countingServer()]
  const { url } = await balance([one, two])
  for (const _ of times(4)) await fetch(url, { headers: { 'x-forwarded-for': '203.0.113.9' } })
  expect([...one.forwardedFor, ...two.forwardedFor]).toEqual(times(4).map(() => '203.0.113.9, 127.0.0.1'))
})

test('says that it lives, whatever its servers do', async () => {
  const [one, two] = [await countingServer(), await countingServer()]
  const { url } = await balance([one, two])
  await Promise.all([one.close(), two.close()])
  expect(await (await fetch(`${url}/balancer`)).text()).toBe('alive\n')
  const answer = await fetch(url)
  expect(answer.status).toBeGreaterThanOrEqual(502)
  expect(await answer.text()).toContain('No server answers just now.')
})

test('HAProxy leaves the sockets of a server that is not ready, and cuts those of one that hangs', async () => {
  let [ready, hangs] = [200, false]
  const one = await countingServer({ ready: () => ready, hangs: () => hangs })
  const two = await countingServer()
  const { url, said } = await balance([one, two])
  const rooms = times(12).map(() => randomUUID())
  const there: WebSocket[] = []
  for (const room of rooms) {
    const before = one.rooms.length
    const socket = await openSocket(url, room)
    if (one.rooms.length > before) there.push(socket)
  }
  expect(there.length).toBeGreaterThan(0)
  ready = 503
  await expect.poll(said, SOON).toContain('rooms/server-1 is stopping')
  await openSocket(url, rooms.find((room) => one.rooms.includes(room)) ?? null)
  expect(two.rooms).toHaveLength(rooms.length - there.length + 1)
  expect(there.every(({ readyState }) => readyState === WebSocket.OPEN)).toBe(true)
  ready = 200
  await expect.poll(said, SOON).toContain('rooms/server-1 is UP')
  hangs = true
  await expect.poll(() => there.every(({ readyState }) => readyState === WebSocket.CLOSED), SOON).toBe(true)
})

test('HAProxy asks another server for a page whose server hangs, long before it gives up a file that is drawn', async () => {
  let [hangs, ready] = [false, 503]
  const one = await countingServer({ hangs: () => hangs })
  const two = await countingServer({ ready: () => ready })
  const { url, said } = await balance([one, two])
  await expect.poll(said, SOON).toContain('pages/server-2 is stopping')
  hangs = true
  const leaving = new AbortController()
  onTestFinished(() => leaving.abort())
  const asked = (path: string) => fetch(url + path, { signal: leaving.signal })
  const files = ['/rooms/1/transcript/export?format=docx', '/r/token', '/activities/1/gradebook/grades.csv']
  for (const path of files) void asked(path).catch(() => undefined)
  const pages = ['/home', '/rooms/1', '/courses/1'].map(asked)
  ready = 200
  for (const page of pages) expect(await (await page).text()).toBe(String(two.port))
  expect(two.asked.toSorted()).toEqual(['GET /courses/1', 'GET /home', 'GET /rooms/1'])
})

test('HAProxy sends nobody to a server that is not ready, and asks all of them while none is', async () => {
  let [first, second] = [503, 200]
  const one = await countingServer({ ready: () => first })
  const two = await countingServer({ ready: () => second })
  const { url, said } = await balance([one, two])
  await expect.poll(said, SOON).toContain('pages/server-1 is stopping')
  one.asked.length = 0
  for (const _ of times(10)) expect(await (await fetch(url)).text()).toBe(String(two.port))
  expect(one.asked).toEqual([])
  second = 503
  await expect.poll(said, SOON).toMatch(/pages\/server-2 is stopping/)
  expect((await fetch(url)).status).toBe(200)
  first = 200
  await expect.poll(said, SOON).toMatch(/pages\/server-1 is UP/)
  expect(await (await fetch(url)).text()).toBe(String(one.port))
})
