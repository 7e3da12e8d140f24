/** Measures how many events a second become durable: through the rooms' log, and as pgbench does it, one row for each transaction. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { openRoomLog } from '#server/store/log/room-log'
import { actorId, commandId, type RoomId } from '#simulation/kernel/ids'
import { everyone, type Recorded } from '#simulation/kernel/record'
import { givenLesson } from './lesson'
import { inPairs, type Measure, row } from './ratio'

const CLIENTS = 32
const TEXT = 'We would rather say it plainly than leave it for others to guess, and here is why we say it now. '.repeat(
  3,
)

export const measure: Measure = async ({ quick, pairs, clusterUrl }) => {
  const rooms = 30
  const forMs = quick ? 800 : 3_000
  const lesson = await givenLesson(clusterUrl, rooms)
  const ids = lesson.rooms.map((places) => places[0]!.roomId)
  const log = openRoomLog(lesson.url)
  const newest = await log.readNewest(ids)
  const next = new Map(ids.map((id) => [id, (newest.get(id)?.seq ?? 0) + 1]))
  const clients = await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      const client = new pg.Client({ connectionString: lesson.url })
      await client.connect()
      return client
    }),
  )
  await clients[0]!.query(
    'CREATE TABLE single (room text NOT NULL, seq int NOT NULL, command text NOT NULL, event jsonb NOT NULL, PRIMARY KEY (room, seq))',
  )

  /** Thirty rooms, each with sixteen rows in every commit; the next commit begins when the last is saved. */
  async function ours() {
    const until = performance.now() + forMs
    const begun = performance.now()
    let saved = 0
    await Promise.all(
      ids.map(async (id) => {
        while (performance.now() < until) {
          const rows = Array.from({ length: 16 }, () => statement(id, next))
          const outcome = await log.append(id, rows)
          if (outcome !== 'appended') throw new Error('Void: rows were not saved')
          saved += rows.length
        }
      }),
    )
    return { perSecond: saved / ((performance.now() - begun) / 1000) }
  }

  async function theirs() {
    const until = performance.now() + forMs
    const begun = performance.now()
    let saved = 0
    const run = randomUUID()
    await Promise.all(
      clients.map(async (client, number) => {
        for (let seq = 1; performance.now() < until; seq += 1) {
          const { commandId, event } = statement(ids[0]!, next)
          const values = [`${run}/${number}`, seq, commandId, JSON.stringify(event)]
          await client.query({ name: 'single', text: 'INSERT INTO single VALUES ($1, $2, $3, $4)', values })
          saved += 1
        }
      }),
    )
    return { perSecond: saved / ((performance.now() - begun) / 1000) }
  }

  const taken = await inPairs(pairs, ours, theirs)
  await Promise.all([log.close(), ...clients.map((client) => client.end())])
  await lesson.drop()
  return [row('durable events/s through the log, 32 pgbench-like clients', 'perSecond', taken, { must: 2, aim: 4 })]
}

const by = actorId.parse('p:somebody')

function statement(room: RoomId, next: Map<RoomId, number>): Recorded {
  const seq = next.get(room) ?? 0
  next.set(room, seq + 1)
  const event = {
    type: 'StatementMade' as const,
    seat: null as never,
    text: TEXT,
    intent: 'point' as const,
    answers: null,
    anchors: [],
    spokenMs: seq,
  }
  return { seq, at: Date.now(), by, commandId: commandId.parse(`append-${seq}`), ...everyone(event) }
}
