import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { environment, settleSecret } from '#server/base/environment'
import { lookOver } from '#server/commands/doctor'
import { maskedLog } from '#simulation/engine/masked-log'
import { fold } from '#simulation/engine/room'
import type { RoomId } from '#simulation/kernel/ids'
import { viewFor } from '#simulation/secrecy/visible-row'
import { copyOf } from '../faults/failover'
import { FaultyDatabase } from '../faults/faulty-database'
import { givenClass, givenStudent, SECRET } from '../server/live/given-classroom'
import { live, openLink, type RoomLink } from '../server/live/given-link'
import { until } from '../server/live/given-page'
import { written } from '../support/written'
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
    said: new Map<string, { at: number; ok: boolean }>(),
  }))
  const mei = pageAt(servers[2]!.address, of.roomId, cookie)
  await Promise.all([mei, ...tables.flatMap(({ pages }) => pages)].map(live))
  let talking = true
  // At each table somebody speaks at every server, so that each of them has saved the last row when the copy takes over.
  const talk = tables.flatMap(({ roomId, pages, said }) =>
    pages.map(async ({ view }, server) => {
      for (let word = 0; talking; word += 1) {
        const text = `word-${roomId}-${server}-${word}-`
        const at = Date.now()
        const answer = await view.submit({ type: 'nudge', to: 'room', text })
        said.set(text, { at, ok: answer.ok })
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
    for (const [text, { at, ok }] of said) {
      const times = record.split(text).length - 1
      expect([text, ok, times <= 1]).toEqual([text, true, true])
      // What was sent well before the copy was begun is in it, and what was sent when it answered was saved in it.
      if (at < before - 1_000 || at > back) expect([text, times]).toEqual([text, 1])
      else if (times === 0) lost += 1
    }
  }
  expect(lost).toBeGreaterThan(10)
  const found = await lookOver(database.embedded.url, environment(), 'prisma/migrations')
  expect(found.filter(({ good, words: about }) => !good && /has no row|be read/.test(about))).toEqual([])
})
