import { lstatSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, database, disconnect } from '#server/base/database'
import { createAccount } from '#server/store/people/users'
import { SECRET } from '../server/live/given/given-classroom'
import { readCompose, readImage } from '../support/machines/container-files'
import { buildImage, checkoutAsImage, type PlayedImage } from '../support/machines/image'
import { isLong } from '../support/machines/lane'
import { freePort } from '../support/machines/server'
import { PlayedCompose, SERVERS } from './played-compose'

const METRICS_TOKEN = 'a token for these tests'

let image: PlayedImage
let compose: PlayedCompose
let publicUrl: string

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
})
afterAll(async () => {
  await disconnect()
  await compose?.close()
  image?.remove()
})

test('all servers are well by their own check, and one that is stopped is not', async () => {
  for (const name of SERVERS) expect([name, await compose.isHealthy(name)]).toEqual([name, true])
  expect(await compose.stop('server-2')).toBe(0)
  expect(await compose.isHealthy('server-2')).toBe(false)
  expect(await compose.isHealthy('server-1')).toBe(true)
  await compose.start('server-2')
  expect(await compose.isHealthy('server-2')).toBe(true)
})

test('a command in a container finds its database beside the servers', async () => {
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

test('a backup is restored as docs/several-servers.md says: stop, run --rm, start', async () => {
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
  expect(new Set(named).size).toBe(1)
})

test('compose.yaml: a server alone starts a database of its own in /data, takes commands, and leaves nothing running', async () => {
  const port = String(await freePort())
  const { server } = readCompose({ NEXTAUTH_URL: `http://127.0.0.1:${port}` }).services
  const settings = { ...server?.environment, PORT: port }
  const running = await image.start('alone', settings)
  const [, ...health] = server?.healthcheck.test ?? []
  expect(await image.run('alone', health, settings)).toEqual({ code: 0, said: expect.stringMatching(/^ready\n/) })
  expect((await image.run('alone', ['node', 'dist/admin.mjs', 'invite'], settings)).said).toContain('/invitation/')
  expect(readdirSync(image.dataOf('alone'))).toEqual(expect.arrayContaining(['postgres', 'secret']))
  running.signal('SIGTERM')
  expect(await running.ended).toBe(0)
  expect(readdirSync(image.dataOf('alone'))).not.toContain('owner.json')
  expect(readdirSync(path.join(image.dataOf('alone'), 'postgres'))).not.toContain('postmaster.pid')
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
}
