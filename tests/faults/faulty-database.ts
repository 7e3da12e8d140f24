/** The database of a fault run: a PostgreSQL of its own behind a line that can fail, which the run kills and pauses, and reads at the end. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { connect, disconnect } from '#server/base/database'
import { type Embedded, startEmbedded } from '#server/postgres/embedded-postgres'
import { migrate } from '#server/postgres/migrate'
import { openRoomLog } from '#server/store/log/room-log'
import type { RoomId } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/shapes/record'
import { type FaultyLine, openFaultyLine } from '../support/machines/faulty-line'
import { childrenOf } from '../support/machines/process-table'

export class FaultyDatabase {
  private constructor(
    /** Holds the database, and beside it whatever the servers of the run keep. */
    readonly folder: string,
    readonly embedded: Embedded,
    readonly line: FaultyLine,
  ) {}

  static async open(): Promise<FaultyDatabase> {
    const folder = mkdtempSync(path.join(tmpdir(), 'track-two-faults-'))
    const embedded = await startEmbedded(path.join(folder, 'postgres'))
    await keepCommitTimes(embedded, path.join(folder, 'postgres'))
    await migrate(embedded.url, path.resolve('prisma/migrations'))
    connect(embedded.url)
    return new FaultyDatabase(folder, embedded, await openFaultyLine(embedded.url))
  }

  async close(): Promise<void> {
    await this.line.close()
    await disconnect()
    await this.embedded.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** The first process of the database; undefined while there is none. */
  get pid(): number | undefined {
    const file = path.join(this.folder, 'postgres/postmaster.pid')
    return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined
  }

  /** Every process of the database, the first one in front. */
  pids(): number[] {
    const first = this.pid
    return first === undefined ? [] : [first, ...childrenOf(first)]
  }

  /** Resolves when the database answers. */
  answers(): Promise<void> {
    return answers(this.embedded.url)
  }

  async read(room: RoomId): Promise<Recorded[]> {
    const log = openRoomLog(this.embedded.url, 1)
    try {
      return await log.read(room)
    } finally {
      await log.close()
    }
  }

  /** When each row was committed, by PostgreSQL's own word; a row's `at` is when its command arrived, which may be long before. */
  async committedAt(room: RoomId): Promise<number[]> {
    const client = new pg.Client({ connectionString: this.embedded.url })
    await client.connect()
    try {
      const { rows } = await client.query<{ at: number }>(
        `SELECT extract(epoch FROM pg_xact_commit_timestamp(xmin))::float8 * 1000 AS at
         FROM room_event WHERE room_id = $1 ORDER BY seq`,
        [room],
      )
      return rows.map(({ at }) => at)
    } finally {
      await client.end()
    }
  }
}

/** PostgreSQL writes down when it commits; it takes that setting only at its start, so it is started anew, as after a death. */
async function keepCommitTimes({ ownerUrl }: Embedded, folder: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  owner.on('error', () => undefined)
  await owner.connect()
  await owner.query('ALTER SYSTEM SET track_commit_timestamp = on')
  process.kill(Number(readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGINT')
  await owner.end().catch(() => undefined)
  await answers(ownerUrl)
}

async function answers(url: string): Promise<void> {
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.query('SELECT 1')
      return
    } catch {
      await new Promise((again) => setTimeout(again, 50))
    } finally {
      await client.end().catch(() => undefined)
    }
  }
}
