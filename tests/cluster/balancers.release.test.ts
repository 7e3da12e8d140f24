/** The shipped balancer before a server that hangs: each waits until HAProxy has asked often enough. */
import { randomUUID } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { balance, countingServer, openSocket, SOON, times } from './counting-servers'

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
