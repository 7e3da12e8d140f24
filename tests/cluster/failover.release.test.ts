/**
 * L20 with a real PostgreSQL: the database of three servers fails over to a copy that lags behind while words flow, and costs what that
 * copy lacked and nothing more. And a database that goes away from silent rooms: every page says so, without anybody pressing anything.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { environment, settleSecret } from '#server/base/environment'
import { lookOver } from '#server/commands/doctor'
import { answerWhileAway, DATABASE_AWAY } from '#server/web/database-away'
import { maskedLog } from '#simulation/engine/masked-log'
import { fold } from '#simulation/engine/room'
import type { RoomId } from '#simulation/kernel/ids'
import { viewFor } from '#simulation/secrecy/visible-row'
import { copyOf, takeAway } from '../faults/failover'
import { FaultyDatabase } from '../faults/faulty-database'
import { closeHouse, givenClass, givenStudent, openHouse, SECRET } from '../server/live/given/given-classroom'
import { live, openLink, type RoomLink } from '../server/live/given/given-link'
import { until } from '../server/live/given/given-page'
import { written } from '../support/files/written'
import { givenServers } from './given-servers'

let database: FaultyDatabase
beforeAll(async () => {
  settleSecret(SECRET)
  database = await FaultyDatabase.open()
})
afterAll(() => database?.close())

/** A page in the room, at that server. */
function pageAt(address: string, roomId: RoomId, cookie: string, as: 'self' | 'stage' = 'self'): RoomLink {
  const page = openLink({ address, origin: address, roomId, cookie, as })
  onTestFinished(() => page.stop())
  return page
}

test('L20 three servers go on over a copy without its last rows: nothing else is lost, no log has a gap, every page is whole', async () => {
  const of = await givenClass({ understudies: false, roomCount: 2 })
  const servers = (await givenServers(database.embedded.url, ['a', 'b', 'c'])).all
  const { cookie } = await givenStudent(of, 'Mei')
  const tables = of.roomIds.map((roomId) => ({
    roomId,
    pages: servers.map(({ address }) => pageAt(address, roomId, of.chairCookie)),
    said: new Map<string, { sent: number; answered: number; ok: boolean }>(),
  }))
  const mei = pageAt(servers[2]!.address, of.roomId, cookie)
  await Promise.all([mei, ...tables.flatMap(({ pages }) => pages)].map(live))
  let talking = true
  // At each table somebody speaks at every server, so that each of them has saved the last row when the copy takes over.
  const talk = tables.flatMap(({ roomId, pages, said }) =>
    pages.map(async ({ view }, server) => {
      for (let word = 0; talking; word += 1) {
        const text = `word-${roomId}-${server}-${word}-`
        const sent = Date.now()
        const answer = await view.submit({ type: 'nudge', to: 'room', text })
        said.set(text, { sent, answered: Date.now(), ok: answer.ok })
        await new Promise((next) => setTimeout(next, 50))
      }
    }),
  )
  const flows = (more: number) => {
    const goals = tables.map(({ said }) => said.size + more)
    return until(() => {
      for (const [index, { said }] of tables.entries()) expect(said.size).toBeGreaterThan(goals[index] ?? 0)
    }, 30_000)
  }
  await flows(5)
  const before = Date.now()
  const copy = await copyOf(database)
  await flows(20)
  await copy.fail()
  const back = Date.now()
  await flows(10)
  talking = false
  await Promise.all(talk)
  await until(async () => {
    for (const { roomId, pages } of tables) {
      const rows = await database.read(roomId)
      for (const { view } of roomId === of.roomId ? [...pages, mei] : pages)
        expect(view.seq).toBe(view.viewer && viewFor(maskedLog(rows).rows, view.viewer, false).length)
    }
  }, 5_000)
  let lost = 0
  for (const { roomId, pages, said } of tables) {
    const rows = await database.read(roomId)
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1))
    for (const { view } of roomId === of.roomId ? [...pages, mei] : pages)
      expect(written(view.state)).toEqual(
        written(view.viewer && fold(viewFor(maskedLog(rows).rows, view.viewer, false))),
      )
    const record = JSON.stringify(rows)
    for (const [text, { sent, answered, ok }] of said) {
      const times = record.split(text).length - 1
      expect([text, ok, times <= 1]).toEqual([text, true, true])
      // What was answered before the copy was begun is in it, and what was sent when it answered was saved in it.
      if (answered < before || sent > back) expect([text, times]).toEqual([text, 1])
      else if (times === 0) lost += 1
    }
  }
  expect(lost).toBeGreaterThan(10)
  const found = await lookOver(database.embedded.url, environment(), 'prisma/migrations')
  expect(found.filter(({ good, words: about }) => !good && /has no row|be read/.test(about))).toEqual([])
})

test('a database that goes away from a silent room is said on every page and to whoever opens one, and no more once it is back', async () => {
  const of = await givenClass({ understudies: false })
  const house = await openHouse(database.embedded.url)
  onTestFinished(() => closeHouse(house))
  const whileAway = answerWhileAway(() => house.gateway.databaseAwaySince())
  const front = createServer((request, response) => {
    if (!whileAway(request, response)) response.end('a page')
  })
  await new Promise<void>((done) => front.listen(0, '127.0.0.1', done))
  onTestFinished(() => void front.close())
  const open = (way: string, accept = 'text/html') =>
    fetch(`http://127.0.0.1:${(front.address() as AddressInfo).port}${way}`, { headers: { accept } })
  const { cookie } = await givenStudent(of, 'Mei')
  const pages = [
    pageAt(house.address, of.roomId, of.chairCookie),
    pageAt(house.address, of.roomId, of.chairCookie, 'stage'),
    pageAt(house.address, of.roomId, cookie),
  ]
  await Promise.all(pages.map(live))
  const away = () => pages.map(({ view }) => view.unsavedSince !== null)
  expect(away()).not.toContain(true)
  const { back } = await takeAway(database)
  try {
    await until(() => expect(away()).not.toContain(false), 5_000)
    const opened = await open(`/rooms/${of.roomId}`)
    expect(opened.status).toBe(503)
    expect(await opened.text()).toContain(DATABASE_AWAY)
    expect((await open('/_next/static/a.js', '*/*')).status).toBe(200)
  } finally {
    await back()
  }
  await until(() => expect(away()).not.toContain(true), 5_000)
  expect((await open(`/rooms/${of.roomId}`)).status).toBe(200)
  expect(await pages[0]!.view.submit({ type: 'nudge', to: 'room', text: 'We go on.' })).toMatchObject({ ok: true })
})
