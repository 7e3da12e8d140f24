/** The balancer with the settings that are shipped, before servers that count what reaches them and fail as they are told. */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { balance, countingServer, openSocket, SOON, times } from './counting-servers'

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
