/** A class for the tests of faults: a PostgreSQL of its own behind a line that can fail, the built server, and pages in every seat. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { migrate } from '#server/ops/migrate'
import { type Embedded, startEmbedded } from '#server/ops/postgres/embedded-postgres'
import { connect, disconnect } from '#server/store/database'
import { openRoomLog } from '#server/store/log/room-log'
import type { RoomId } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/kernel/record'
import { givenClass, givenStudent, SECRET } from '../server/live/given-classroom'
import { ChildEnded } from '../support/children'
import { type FaultyLine, openFaultyLine } from '../support/faulty-line'
import { type RunningServer, startServer } from '../support/server'
import { WatchedPage } from './journal-of-pages'

export type Table = { roomId: RoomId; chair: WatchedPage; delegates: WatchedPage[] }

/** The database, the proxy before it, and the server. */
export class House {
  server: RunningServer | null = null
  /** When something was broken, and when it worked again. */
  readonly outages: { from: number; to: number }[] = []

  private constructor(
    readonly folder: string,
    readonly database: Embedded,
    readonly line: FaultyLine,
  ) {}

  static async open(): Promise<House> {
    const folder = mkdtempSync(path.join(tmpdir(), 'track-two-faults-'))
    const database = await startEmbedded(path.join(folder, 'postgres'))
    await migrate(database.url, path.resolve('prisma/migrations'))
    connect(database.url)
    return new House(folder, database, await openFaultyLine(database.url))
  }

  async close(): Promise<void> {
    await this.server?.clear()
    await this.line.close()
    await disconnect()
    await this.database.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** Set when the server has died where it was to die while it was still opening: clocks that were late are taken up before that. */
  diedOpening = false

  /** Starts the server, on the port it had before; `killAt` is where it is to die. */
  async start(killAt?: string): Promise<RunningServer> {
    const port = this.server?.port
    const opening = startServer({
      databaseUrl: this.line.url,
      dataDir: path.join(this.folder, 'data'),
      ...(port ? { port } : {}),
      env: { NEXTAUTH_SECRET: SECRET, BACKUP_DIR: 'none', ...(killAt ? { KILL_AT: killAt } : {}) },
    })
    try {
      this.server = await opening
      return this.server
    } catch (error) {
      if (!killAt || !(error instanceof ChildEnded) || error.code !== null) throw error
      this.diedOpening = true
      return this.start()
    }
  }

  get running(): RunningServer {
    if (!this.server) throw new Error('The server has not been started.')
    return this.server
  }

  /** Notes that nothing can be expected of the clock while `work` goes on. */
  async out(work: () => Promise<void>): Promise<void> {
    const outage = { from: Date.now(), to: Number.POSITIVE_INFINITY }
    this.outages.push(outage)
    await work()
    outage.to = Date.now()
  }

  /** Every process of the database, the first one in front. */
  databasePids(): number[] {
    const file = readFileSync(path.join(this.folder, 'postgres/postmaster.pid'), 'utf8')
    const first = Number(file.split('\n')[0])
    const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === first)
    return [first, ...children.map(Number)]
  }

  /** Resolves when the database answers. */
  async databaseAnswers(): Promise<void> {
    for (;;) {
      const client = new pg.Client({ connectionString: this.database.url, connectionTimeoutMillis: 1_000 })
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

  async read(room: RoomId): Promise<Recorded[]> {
    const log = openRoomLog(this.database.url, 1)
    try {
      return await log.read(room)
    } finally {
      await log.close()
    }
  }
}

function parentOf(pid: string): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return 0
  }
}

/** A class of so many students at tables, each with its own page, and a chair's page at each table. */
export async function seatedClass(
  house: House,
  size: { students: number; tables: number },
  repeats: () => boolean,
): Promise<Table[]> {
  const seatsPerDelegation = Math.ceil(size.students / size.tables / 3)
  const of = await givenClass({ roomCount: size.tables, seatsPerDelegation, practiceSpeed: 30 })
  const at = { address: house.running.url, repeats }
  const tables = of.roomIds.map((roomId): Table => {
    return { roomId, chair: new WatchedPage(roomId, of.chairCookie, at), delegates: [] }
  })
  for (let index = 0; index < size.students; index += 1) {
    const student = await givenStudent(of, `Student ${index + 1}`)
    const table = tables.find(({ roomId }) => roomId === student.roomId)
    if (!table) throw new Error('A student came to a table that is not there.')
    table.delegates.push(new WatchedPage(student.roomId, student.cookie, at))
  }
  return tables
}
