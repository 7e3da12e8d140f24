/**
 * Three hundred people on the built server as `npm start` runs it: ten tables of thirty, thirty statements a second for some minutes, and each
 * of them opens the page of their table once a minute. The database is counted afterwards: a statement that was lost or doubled fails the run.
 */
import { rowsOf } from '../support/files/rows'
import { startServer } from '../support/machines/server'
import { Crowd } from './crowd'
import type { Figure, Measure } from './figures'
import { givenLesson, SECRET } from './lesson'
import { houseMember } from './member'
import { openPage } from './pages'
import { passed, pinTheServer } from './processes'

const TABLES = 10
const PER_SECOND = 30
/** A statement that is acknowledged within this time was sent at once for whoever sent it. */
const MOST_MS = 100

export const measure: Measure = async ({ quick, minutes, clusterUrl }) => {
  const lasting = quick ? 0.2 : minutes
  const lesson = await givenLesson(clusterUrl, TABLES)
  const server = await startServer({
    databaseUrl: lesson.url,
    env: { NEXTAUTH_SECRET: SECRET, BACKUP_DIR: 'none' },
  })
  try {
    pinTheServer(server.pid)
    const comers = lesson.rooms.map((places) => places.map((place) => houseMember({ port: server.port, ...place })))
    const crowd = await Crowd.gather('class', comers)
    const people = lesson.rooms.flat()
    let [opened, isOver] = [0, false]
    const pages = (async () => {
      for (const begun = performance.now(); !isOver; opened += 1) {
        const { roomId, cookie } = people[opened % people.length]!
        await openPage(server, { at: `/rooms/${roomId}`, cookie })
        await passed(begun + ((opened + 1) * 60_000) / people.length - performance.now())
      }
    })()
    const { ack50, ack99, heard50, heard99 } = await crowd.steadily(PER_SECOND, 5_000, lasting * 60_000)
    isOver = true
    await pages
    await crowd.settle()
    crowd.leave()
    const [kept] = await rowsOf<{ rows: number; different: number }>(
      lesson.url,
      `SELECT count(*)::int AS rows, count(DISTINCT (room_id, split_part(event ->> 'text', ',', 1)))::int AS different
         FROM room_event WHERE type = 'StatementMade'`,
    )
    const { rows = 0, different = 0 } = kept ?? {}
    const ms = (name: string, ours = Number.NaN, most?: number): Figure => ({
      ...{ name, ours, unit: 'ms' },
      ...(most === undefined ? {} : { most }),
    })
    return [
      { name: `statements of ${TABLES} tables in ${lasting} min, acknowledged`, ours: crowd.said, unit: '' },
      { name: 'lost', ours: crowd.said - different, unit: '', most: 0 },
      { name: 'doubled', ours: rows - different, unit: '', most: 0 },
      { name: 'pages opened beside them', ours: opened, unit: '' },
      ...[ms('acknowledged, p50', ack50), ms('acknowledged, p99', ack99, MOST_MS)],
      ...[ms('heard by others, p50', heard50), ms('heard by others, p99', heard99)],
    ]
  } finally {
    await server.clear()
    await lesson.drop()
  }
}
