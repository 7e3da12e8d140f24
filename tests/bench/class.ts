/**
 * A class on the built server as `npm start` runs it: ten tables of thirty, thirty statements a second, for a number of minutes (`npm run
 * bench:class -- --minutes 10`). Every member counts every statement and the database is counted afterwards, so a lost, doubled or
 * misordered statement fails the run.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { migrate } from '#server/ops/migrate'
import { startEmbedded } from '#server/ops/postgres/embedded-postgres'
import { rowsOf } from '../support/rows'
import { startServer } from '../support/server'
import { Crowd } from './crowd'
import { givenLesson, SEATS, SECRET } from './lesson'
import { houseMember } from './member'
import { quantile } from './ratio'

const { values: asked } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    tables: { type: 'string', default: '10' },
    rate: { type: 'string', default: '30' },
  },
})
const [minutes, tables, rate] = [Number(asked.minutes), Number(asked.tables), Number(asked.rate)]
const WARM_MS = 5_000

const folder = mkdtempSync(path.join(tmpdir(), 'track-two-class-'))
const cluster = await startEmbedded(path.join(folder, 'postgres'))
process.once('exit', () => cluster.abandon())
try {
  await rowsOf(cluster.ownerUrl, 'CREATE DATABASE migrated')
  const template = new URL(cluster.ownerUrl)
  template.pathname = '/migrated'
  await migrate(template.href, path.resolve('prisma/migrations'))
  const lesson = await givenLesson(cluster.ownerUrl, tables)
  const env = { NEXTAUTH_SECRET: SECRET, BACKUP_DIR: 'none' }
  const server = await startServer({ databaseUrl: lesson.url, env })
  try {
    console.error(`${tables * SEATS} come in …`)
    const crowd = await Crowd.gather('class', tables, SEATS, (room, seat, hear) => {
      const place = lesson.rooms[room]?.[seat]
      if (!place) throw new Error(`There is no seat ${seat} at table ${room + 1}.`)
      return houseMember({ port: server.port, ...place }, hear)
    })
    console.error(`${rate} statements a second for ${minutes} min …`)
    const heard = await crowd.steadily(rate, WARM_MS, minutes * 60_000, async () => undefined)
    await crowd.settle()
    const [kept] = await rowsOf<{ rows: number; distinct: number }>(
      lesson.url,
      `SELECT count(*)::int AS rows, count(DISTINCT (room_id, split_part(event ->> 'text', ',', 1)))::int AS distinct
       FROM room_event WHERE type = 'StatementMade'`,
    )
    const acknowledged = crowd.said
    crowd.leave()
    const ms = (values: readonly number[], share: number) => Number(quantile(values, share).toFixed(1))
    console.log(
      JSON.stringify({
        ...{ connected: tables * SEATS, perSecond: Number((heard.accepted / heard.seconds).toFixed(2)), minutes },
        ...{ acknowledged, kept: kept?.rows, lost: acknowledged - (kept?.distinct ?? 0) },
        doubled: (kept?.rows ?? 0) - (kept?.distinct ?? 0),
        ackMs: { p50: ms(heard.ackMs, 0.5), p99: ms(heard.ackMs, 0.99), max: ms(heard.ackMs, 1) },
        deliveryMs: { p50: ms(heard.deliveryMs, 0.5), p99: ms(heard.deliveryMs, 0.99) },
      }),
    )
    if (kept?.rows !== acknowledged || kept.distinct !== acknowledged) process.exitCode = 1
  } finally {
    await server.clear()
  }
} finally {
  await cluster.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exit()
