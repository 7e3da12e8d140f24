/**
 * What wall and lobby cost the browser of whoever chairs a lecture (`npm run bench:wall`): main-thread time of a real page while 24 tables speak
 * thirty statements a second, and while three hundred people come in within twenty seconds. A run over the budget fails.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { io } from 'socket.io-client'
import { settleSecret } from '#server/environment'
import { migrate } from '#server/ops/migrate'
import { startEmbedded } from '#server/ops/postgres/embedded-postgres'
import { createSeminar } from '#server/store/activities/activities'
import { createCourse } from '#server/store/courses/courses'
import { connect, database, disconnect } from '#server/store/database'
import { joinByCode } from '#server/store/door/door'
import { createSession } from '#server/store/people/sessions'
import { createAccount } from '#server/store/people/users'
import { makeSessionCookie } from '#server/web/identity'
import { PROTOCOL } from '#simulation/wire/protocol'
import { chinaGap } from '../support/china-gap'
import { requireChromium } from '../support/chromium'
import { rowsOf } from '../support/rows'
import { startServer } from '../support/server'
import { Crowd, passed } from './crowd'
import { givenLesson, SECRET } from './lesson'
import { houseMember } from './member'
import { Cost } from './page-cost'

const { values: asked } = parseArgs({
  options: {
    tables: { type: 'string', default: '24' },
    seats: { type: 'string', default: '12' },
    rate: { type: 'string', default: '30' },
    people: { type: 'string', default: '300' },
    seconds: { type: 'string', default: '20' },
  },
})
const [tables, seats, rate] = [Number(asked.tables), Number(asked.seats), Number(asked.rate)]
const [people, seconds] = [Number(asked.people), Number(asked.seconds)]
/** Milliseconds of main thread a second. */
const BUDGET = { wall: 60, lobby: 100 }

const folder = mkdtempSync(path.join(tmpdir(), 'track-two-wall-'))
const cluster = await startEmbedded(path.join(folder, 'postgres'))
process.once('exit', () => cluster.abandon())
const browser = await chromium.launch({
  executablePath: await requireChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  await rowsOf(cluster.ownerUrl, 'CREATE DATABASE migrated')
  await migrate(databaseOf('migrated'), path.resolve('prisma/migrations'))
  const [wall, lobby] = [await measureWall(), await measureLobby()]
  console.log(JSON.stringify({ wall, lobby, budget: BUDGET }))
  if (wall.msPerSecond > BUDGET.wall || lobby.msPerSecond > BUDGET.lobby) process.exitCode = 1
} finally {
  await browser.close()
  await cluster.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exit()

function databaseOf(name: string): string {
  const url = new URL(cluster.ownerUrl)
  url.pathname = `/${name}`
  return url.href
}

async function measureWall() {
  const lesson = await givenLesson(cluster.ownerUrl, tables)
  const server = await startServer({ databaseUrl: lesson.url, env: { NEXTAUTH_SECRET: SECRET, BACKUP_DIR: 'none' } })
  try {
    const crowd = await Crowd.gather('wall', tables, seats, (room, seat, hear) => {
      const place = lesson.rooms[room]?.[seat]
      if (!place) throw new Error(`There is no seat ${seat} at table ${room + 1}.`)
      return houseMember({ port: server.port, ...place }, hear)
    })
    const page = await opened(server.url, lesson.chairCookie, `/activities/${lesson.activityId}/wall`)
    await page
      .locator('[data-room]')
      .nth(tables - 1)
      .waitFor()
    let cost: Cost | undefined
    await crowd.steadily(rate, 5_000, seconds * 1000, async () => {
      cost = await Cost.begin(page)
    })
    const figures = await cost?.end()
    crowd.leave()
    return { ...figures, msPerSecond: figures?.msPerSecond ?? Number.POSITIVE_INFINITY, perSecond: rate }
  } finally {
    await server.clear()
  }
}

async function measureLobby() {
  await rowsOf(cluster.ownerUrl, 'CREATE DATABASE lobby TEMPLATE migrated')
  settleSecret(SECRET)
  connect(databaseOf('lobby'))
  const instructor = await createAccount({
    name: 'Noor Haddad',
    email: 'n@college.example',
    password: 'a long sentence',
  })
  if (instructor === 'email-taken') throw new Error('The database was not empty.')
  const { activityId, code } = await createSeminar({
    courseId: await createCourse({ title: 'IR 347', timeZone: 'Asia/Tokyo', by: instructor.id }),
    by: instructor.id,
    title: 'The China gap',
    scenario: chinaGap(),
    agendaKey: 'seminar-90',
    settings: {
      ...{ rounds: [{ tension: 'framing', seconds: null }], roomCount: tables, seatsPerDelegation: 5, seating: 'lot' },
      ...{ practiceSpeed: 1, understudies: false, door: 'code', lateArrivals: 'until-round-1', observers: [] },
    },
    nameRoom: (number) => `Table ${number}`,
    doorOpen: true,
  })
  const chair = await makeSessionCookie(await createSession(database(), instructor.id, 'bench'))
  const server = await startServer({
    databaseUrl: databaseOf('lobby'),
    env: { NEXTAUTH_SECRET: SECRET, BACKUP_DIR: 'none' },
  })
  const sockets: ReturnType<typeof io>[] = []
  try {
    const page = await opened(server.url, `${chair.name}=${chair.value}`, `/activities/${activityId}/lobby`)
    await page.getByText(`0 of ${tables * 15} seated`).waitFor()
    const cost = await Cost.begin(page)
    const arrivals = Array.from({ length: people }, async (_, number) => {
      await passed((number * seconds * 1000) / people)
      const joined = await joinByCode({ code, name: `Student ${number}`, userAgent: 'bench', visitor: null })
      if (!joined.ok || !joined.sessionId || !joined.roomId) throw new Error('Somebody did not get in.')
      const { name, value } = await makeSessionCookie(joined.sessionId)
      const extraHeaders = { cookie: `${name}=${value}`, origin: server.url }
      const socket = io(server.url, { transports: ['websocket'], forceNew: true, extraHeaders })
      sockets.push(socket)
      const { roomId } = joined
      await socket.emitWithAck('join', { protocol: PROTOCOL, roomId, as: 'self', after: null })
      const command = { type: 'takeSeat', seat: null }
      await socket.emitWithAck('submit', { roomId, commandId: `bench-seat-${number}`, command })
    })
    await Promise.all(arrivals)
    const figures = await cost.end()
    const since = performance.now()
    await page.getByText(`${people} of ${tables * 15} seated`).waitFor()
    return { ...figures, behindMs: Math.round(performance.now() - since), people }
  } finally {
    for (const socket of sockets) socket.disconnect()
    await disconnect()
    await server.clear()
  }
}

async function opened(url: string, cookie: string, address: string): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url }])
  const page = await context.newPage()
  await page.goto(url + address)
  return page
}
