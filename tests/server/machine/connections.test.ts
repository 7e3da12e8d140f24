/** However much is asked of a server at once, it holds no more connections of the database than `doctor` and the guides count for it. */
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { connect, disconnect } from '#server/base/database'
import { environment } from '#server/base/environment'
import { lookOver } from '#server/commands/doctor'
import type { RoomId } from '#simulation/kernel/ids'
import { rowsOf } from '../../support/files/rows'
import { useFreshDatabase } from '../../support/machines/database'
import { startServer } from '../../support/machines/server'
import { patience } from '../../support/patience'
import { givenClass, SECRET } from '../live/given/given-classroom'
import { live, openLink } from '../live/given/given-link'
import { until } from '../live/given/given-page'

const fresh = useFreshDatabase()

test('a server whose every way to the database waits holds no more connections than doctor and the guides say', async () => {
  const server = await startServer({ databaseUrl: fresh.url(), env: { NEXTAUTH_SECRET: SECRET } })
  onTestFinished(() => server.clear())
  connect(fresh.url())
  const { roomIds, chairCookie } = await givenClass({ roomCount: 6 })
  const found = await lookOver(fresh.url(), environment(), 'prisma/migrations')
  const told = found.flatMap(({ words }) => /a server takes up to (\d+)/.exec(words)?.[1] ?? [])
  expect(told).toHaveLength(1)
  const [most = ''] = told
  const guides = readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(`docs/${name}`, 'utf8'))
    .join('\n')
  const written = [
    ...guides.matchAll(/takes up to (\d+) connections|connections to PostgreSQL *\| *servers, at most (\d+) each/g),
  ]
  expect(written.map(([, prose, table]) => prose ?? table)).toEqual([most, most])

  await disconnect()
  const enter = (roomId: RoomId) => {
    const link = openLink({ address: server.url, origin: server.url, roomId, cookie: chairCookie })
    onTestFinished(() => link.stop())
    return link
  }
  const desks = roomIds.slice(0, 3).map(enter)
  await Promise.all(desks.map(live))
  const lock = new pg.Client({ connectionString: fresh.url() })
  await lock.connect()
  onTestFinished(() => lock.end())
  // What is not the test's own, nor a worker of PostgreSQL's.
  const held = async () =>
    rowsOf(
      fresh.url(),
      `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'
         AND pid NOT IN (pg_backend_pid(), (SELECT pid FROM pg_locks WHERE granted AND mode = 'AccessExclusiveLock' LIMIT 1))`,
    )
  const waiting = async (least: number) =>
    expect((await rowsOf(fresh.url(), 'SELECT FROM pg_locks WHERE NOT granted')).length).toBeGreaterThanOrEqual(least)
  const ask = (place: string) =>
    fetch(server.url + place, { headers: { cookie: chairCookie, accept: 'text/html' } }).then(
      (answer) => answer.text(),
      () => '',
    )
  // First the log, for which rooms and records wait; then what every page asks for.
  await lock.query('BEGIN; LOCK TABLE room_event IN ACCESS EXCLUSIVE MODE')
  for (const { view } of desks) void view.submit({ type: 'nudge', to: 'room', text: 'One.' })
  for (const room of roomIds.slice(3)) enter(room)
  const answers = roomIds.map((room) => ask(`/rooms/${room}/transcript`))
  await until(() => waiting(6), patience(20_000))
  await lock.query('LOCK TABLE course IN ACCESS EXCLUSIVE MODE')
  answers.push(...Array.from({ length: 20 }, () => ask('/courses')))
  await until(() => waiting(12), patience(20_000))
  const { length } = await held()
  expect(length).toBeGreaterThan(12)
  expect(length).toBeLessThanOrEqual(Number(most))
  await lock.query('ROLLBACK')
  await Promise.all(answers)
})
