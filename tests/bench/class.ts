/**
 * A class on the built server as `npm start` runs it: ten tables of thirty, thirty statements a second, for some minutes. The database is
 * counted afterwards: a statement that was lost or doubled fails the run.
 */
import { rowsOf } from '../support/rows'
import { startServer } from '../support/server'
import { Crowd } from './crowd'
import type { Figure, Measure } from './figures'
import { givenLesson, SECRET } from './lesson'
import { houseMember } from './member'
import { pinTheServer } from './processes'

const TABLES = 10
const PER_SECOND = 30

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
    const { ack50, ack99, heard50, heard99 } = await crowd.steadily(PER_SECOND, 5_000, lasting * 60_000)
    await crowd.settle()
    crowd.leave()
    const [kept] = await rowsOf<{ rows: number; different: number }>(
      lesson.url,
      `SELECT count(*)::int AS rows, count(DISTINCT (room_id, split_part(event ->> 'text', ',', 1)))::int AS different
         FROM room_event WHERE type = 'StatementMade'`,
    )
    const { rows = 0, different = 0 } = kept ?? {}
    const ms = (name: string, ours = Number.NaN): Figure => ({ name, ours, unit: 'ms' })
    return [
      { name: `statements of ${TABLES} tables in ${lasting} min, acknowledged`, ours: crowd.said, unit: '' },
      { name: 'lost', ours: crowd.said - different, unit: '', most: 0 },
      { name: 'doubled', ours: rows - different, unit: '', most: 0 },
      ...[ms('acknowledged, p50', ack50), ms('acknowledged, p99', ack99)],
      ...[ms('heard by others, p50', heard50), ms('heard by others, p99', heard99)],
    ]
  } finally {
    await server.clear()
    await lesson.drop()
  }
}
