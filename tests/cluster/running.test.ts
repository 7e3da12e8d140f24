/**
 * What compose.yaml and the Dockerfile describe, run on this machine with real servers, engine, database and both balancers. `npm test`
 * takes the built checkout for the image; the long form (`npm run faults -- --only image`) installs and builds one as the Dockerfile says.
 */
import { randomUUID } from 'node:crypto'
import { lstatSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { connect, database, disconnect } from '#server/store/database'
import { createAccount } from '#server/store/people/users'
import { type RoomId, roomId } from '#simulation/kernel/ids'
import { type Class, givenClass, SECRET } from '../server/live/given-classroom'
import { openLink, type RoomLink } from '../server/live/given-link'
import { BALANCERS, type BalancerKind, type RunningBalancer, startBalancer } from '../support/balancer'
import { readImage } from '../support/container-files'
import { buildImage, checkoutAsImage, type PlayedImage } from '../support/image'
import { isLong } from '../support/lane'
import { patience } from '../support/patience'
import { freePort } from '../support/server'
import { PlayedCompose, SERVERS, type ServerName } from './played-compose'

const METRICS_TOKEN = 'a token for these tests'
const BACK = { timeout: patience(5_000), interval: 50 }

let image: PlayedImage
let compose: PlayedCompose
let publicUrl: string
let of: Class

beforeAll(async () => {
  image = await (isLong ? buildImage() : checkoutAsImage())
  publicUrl = `http://127.0.0.1:${await freePort()}`
  compose = await PlayedCompose.open(image, {
    NEXTAUTH_URL: publicUrl,
    NEXTAUTH_SECRET: SECRET,
    DATABASE_PASSWORD: 'a0',
    DATABASE_OWNER_PASSWORD: 'b1',
    ENGINE_PASSWORD: 'c2',
    METRICS_TOKEN,
  })
  await Promise.all(SERVERS.map((name) => compose.start(name)))
  connect(compose.databaseUrl)
  of = await givenClass({ roomCount: 8, seatsPerDelegation: 1 })
})
afterAll(async () => {
  await disconnect()
  await compose?.close()
  image?.remove()
})

/** Before both servers, at the address that people type. */
async function balance(kind: BalancerKind, isHashed = true): Promise<RunningBalancer> {
  const balancer = await startBalancer(kind, { ports: compose.ports, isHashed, port: Number(new URL(publicUrl).port) })
  onTestFinished(balancer.end)
  return balancer
}

async function openSocket(room: RoomId): Promise<Socket> {
  const socket = io(publicUrl, {
    transports: ['websocket'],
    forceNew: true,
    query: { room },
    extraHeaders: { cookie: of.chairCookie, origin: publicUrl },
  })
  onTestFinished(() => void socket.disconnect())
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject))
  return socket
}

/** How many sockets a server holds. */
async function socketsOf(name: ServerName): Promise<number> {
  const headers = { authorization: `Bearer ${METRICS_TOKEN}` }
  const text = await (await fetch(`${compose.urlOf(name)}/metrics`, { headers })).text()
  return Number(/^track_two_connections (\d+)$/m.exec(text)?.[1])
}
const socketsOfAll = () => Promise.all(SERVERS.map(socketsOf))

/** A page of the chair in each of these rooms, live. */
async function openPages(rooms: readonly RoomId[]): Promise<RoomLink[]> {
  const pages = rooms.map((roomId) =>
    openLink({ address: publicUrl, origin: publicUrl, roomId, cookie: of.chairCookie }),
  )
  onTestFinished(() => {
    for (const page of pages) page.stop()
  })
  await expect.poll(() => pages.every(isLive), { timeout: patience(20_000) }).toBe(true)
  return pages
}
const isLive = ({ view }: RoomLink) => view.connection.kind === 'live'

test('both servers are well by their own check, and one that is stopped is not', async () => {
  for (const name of SERVERS) expect([name, await compose.isHealthy(name)]).toEqual([name, true])
  expect(await compose.stop('server-2')).toBe(0)
  expect(await compose.isHealthy('server-2')).toBe(false)
  expect(await compose.isHealthy('server-1')).toBe(true)
  await compose.start('server-2')
  expect(await compose.isHealthy('server-2')).toBe(true)
})

test('a command in a container finds its database beside both servers', async () => {
  const { code, said } = await compose.exec('server-1', ['node', 'dist/admin.mjs', 'invite'])
  expect(said).toContain(`${publicUrl}/invitation/`)
  expect(code).toBe(0)
})

test('a form that one server drew is taken by the other', async () => {
  const password = 'a long enough sentence'
  const account = await createAccount({ name: 'Ana', email: 'ana@college.example', password })
  expect(account).not.toBe('email-taken')
  const page = await (await fetch(`${compose.urlOf('server-1')}/sign-in`)).text()
  const form = new FormData()
  for (const [field] of page.matchAll(/<input type="hidden"[^>]*>/g)) {
    const [name, value] = ['name', 'value'].map((key) => new RegExp(` ${key}="([^"]*)"`).exec(field)?.[1] ?? '')
    form.set(name ?? '', (value ?? '').replaceAll('&quot;', '"'))
  }
  // The number of the action and its state, which the build's key seals.
  expect([...form.keys()].some((key) => key.startsWith('$ACTION_'))).toBe(true)
  form.set('email', 'ana@college.example')
  form.set('password', password)
  const headers = { origin: publicUrl }
  const answer = await fetch(`${compose.urlOf('server-2')}/sign-in`, {
    method: 'POST',
    body: form,
    headers,
    redirect: 'manual',
  })
  expect(answer.status).toBe(303)
  expect(answer.headers.getSetCookie().join()).toContain('track-two=')
})

test('a backup is restored as docs/operating.md says: stop, run --rm, start', async () => {
  const admin = ['node', 'dist/admin.mjs']
  const file = path.join(image.dataOf('kept'), 'kept.backup.gz')
  expect((await compose.exec('server-1', [...admin, 'backup', file])).code).toBe(0)
  const refused = await compose.exec('server-1', [...admin, 'restore', file, '--replace'])
  expect(refused).toEqual({
    code: 1,
    said: expect.stringMatching(/: stop every server, restore, and start them again\.\n$/),
  })
  await createAccount({ name: 'Later', email: 'later@college.example', password: 'a long enough sentence' })
  for (const name of SERVERS) expect(await compose.stop(name)).toBe(0)
  // `run --rm` is a new container of the same service.
  const restored = await compose.exec('server-1', [...admin, 'restore', file, '--replace'])
  expect(restored.said).toContain('equal by checksum')
  expect(restored.code).toBe(0)
  await Promise.all(SERVERS.map((name) => compose.start(name)))
  for (const name of SERVERS) expect([name, await compose.isHealthy(name)]).toEqual([name, true])
  expect(await database().user.count({ where: { email: 'later@college.example' } })).toBe(0)
})

test('the servers behind one balancer name the same database', async () => {
  const named = await Promise.all(SERVERS.map(async (name) => (await fetch(`${compose.urlOf(name)}/readyz`)).text()))
  expect(named[0]).toMatch(/^ready\ndatabase \d+\.\d+\n$/)
  expect(named[1]).toBe(named[0])
})

// The checkout is its owner's to write, and holds a build of any age.
if (isLong) {
  test('nobody writes to the image while it runs, and its user could not', async () => {
    const listing = () =>
      readdirSync(image.app, { recursive: true, encoding: 'utf8' })
        .map((name) => `${name} ${lstatSync(path.join(image.app, name)).mtimeMs}`)
        .toSorted()
    const before = listing()
    const write = `require('node:fs').writeFileSync('.next/by-its-user', '')`
    expect((await compose.exec('server-1', ['node', '-e', write])).said).toMatch(/EACCES|EROFS/)
    await compose.stop('server-1')
    await compose.start('server-1')
    for (const way of ['/', '/sign-in', '/nowhere', '/icon.svg']) await fetch(compose.urlOf('server-1') + way)
    expect(listing()).toEqual(before)
  })

  test('without a database it does not start, and says so in one sentence', async () => {
    const { code, said } = await image.run('lost', readImage().command, { PORT: String(await freePort()) })
    expect({ code, said: said.trim() }).toEqual({
      code: 1,
      said: expect.stringMatching(/^This server has no database: [^\n]*$/),
    })
  })

  test('alone it starts a database of its own in /data, and leaves nothing running', async () => {
    const settings = { EMBEDDED: '1', PORT: String(await freePort()) }
    const server = await image.start('alone', settings)
    expect(await image.run('alone', readImage().health, settings)).toEqual({ code: 0, said: 'alive\n' })
    expect(readdirSync(image.dataOf('alone'))).toEqual(expect.arrayContaining(['postgres', 'secret']))
    server.signal('SIGTERM')
    expect(await server.ended).toBe(0)
    expect(readdirSync(image.dataOf('alone'))).not.toContain('owner.json')
    expect(readdirSync(path.join(image.dataOf('alone'), 'postgres'))).not.toContain('postmaster.pid')
  })
}

describe.each(BALANCERS)('behind %s', (kind) => {
  test('the sockets of a room land on one server, and the rooms on both', async () => {
    await balance(kind)
    const landed: number[] = []
    // Their ids are drawn, so that all of a few rooms may be one server's; of forty more, never.
    const drawn = Array.from({ length: 40 }, () => roomId.parse(randomUUID()))
    for (const [place, room] of [...of.roomIds, ...drawn].entries()) {
      if (place >= of.roomIds.length && new Set(landed).size === 2) break
      const before = await socketsOfAll()
      const opened = [await openSocket(room), await openSocket(room), await openSocket(room)]
      const rise = (await socketsOfAll()).map((count, index) => count - (before[index] ?? 0))
      // A person's ninth would end the first.
      for (const socket of opened) socket.disconnect()
      await expect.poll(socketsOfAll, { timeout: patience(20_000) }).toEqual(before)
      expect(rise.toSorted()).toEqual([0, 3])
      landed.push(rise.indexOf(3))
    }
    expect(new Set(landed).size).toBe(2)
  })

  test('without hashing pages and sockets work wherever they land', async () => {
    await balance(kind, false)
    // What the test before has opened is counted until its server has seen it close.
    await expect.poll(socketsOfAll, { timeout: patience(20_000) }).toEqual(SERVERS.map(() => 0))
    const before = await socketsOfAll()
    await openPages([of.roomId, of.roomId, of.roomId, of.roomId])
    const after = await socketsOfAll()
    for (const [index, count] of after.entries()) expect(count).toBeGreaterThan(before[index] ?? 0)
    for (const _ of [1, 2, 3, 4]) expect((await fetch(`${publicUrl}/sign-in`)).status).toBe(200)
  })

  test('the pages of a server that is killed are on the other', async () => {
    await balance(kind)
    const pages = await openPages(of.roomIds)
    await compose.stop('server-1', 'SIGKILL')
    // A page that has not noticed yet still calls itself live, so its socket on the other server is asked for too.
    const areOver = async () => pages.every(isLive) && (await socketsOf('server-2')) >= pages.length
    await expect.poll(areOver, BACK).toBe(true)
    await compose.start('server-1')
  })
})
