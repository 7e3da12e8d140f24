/** A class for the tests of faults: the built server on a database that can fail, and pages in every seat. */
import path from 'node:path'
import type { ActivitySettings } from '#server/store/activities/activity-settings'
import type { RoomId } from '#simulation/kernel/ids'
import { givenClass, givenStudent, SECRET } from '../server/live/given/given-classroom'
import { ChildEnded } from '../support/machines/children'
import { type RunningServer, startServer } from '../support/machines/server'
import { FaultyDatabase } from './faulty-database'
import { type PageSurroundings, WatchedPage } from './journal-of-pages'
import { Outages } from './outage'
import { Waited } from './waited'

export type Table = { roomId: RoomId; chair: WatchedPage; delegates: WatchedPage[] }

/** What a run is played on: one server (`House`), or several with what stands before and between them (tests/cluster/fleet.ts). */
export interface Ground {
  readonly database: FaultyDatabase
  readonly outages: Outages
  /** How long the machine let those who serve wait for a processor. */
  readonly waited: Waited
  /** What pages are opened with. */
  readonly pages: PageSurroundings
  /** Starts whatever the class is served by, anew if it is running; `killAt` is where it is to die. */
  open(killAt?: string): Promise<void>
  /** Which server the page of that number was with at that time; null where there is only one. */
  serverOf(page: number, at: number): number | null
}

/** The database and one server. */
export class House implements Ground {
  server: RunningServer | null = null
  readonly outages = new Outages()
  readonly waited = new Waited(() => ({
    servers: new Map(this.server ? [[null, this.server.pid]] : []),
    database: this.database.pid,
  }))

  private constructor(readonly database: FaultyDatabase) {}

  static async make(): Promise<House> {
    return new House(await FaultyDatabase.open())
  }

  async close(): Promise<void> {
    await this.server?.clear()
    await this.database.close()
  }

  async open(killAt?: string): Promise<void> {
    if (this.server) await this.running.end('SIGTERM')
    await this.start(killAt)
  }

  /** Set when the server has died where it was to die while it was still opening: clocks that were late are taken up before that. */
  diedOpening = false

  /** Starts the server, on the port it had before; `killAt` is where it is to die. */
  async start(killAt?: string): Promise<RunningServer> {
    const port = this.server?.port
    const opening = startServer({
      databaseUrl: this.database.line.url,
      dataDir: path.join(this.database.folder, 'data'),
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

  get pages(): PageSurroundings {
    return { address: this.running.url, comesBack: { firstMs: 50, mostMs: 300 } }
  }

  serverOf(): null {
    return null
  }

  /** Notes that nothing can be expected of anybody while `work` goes on. */
  out(work: () => Promise<void>): Promise<void> {
    return this.outages.during(null, work)
  }
}

/** A class, and everybody who has come to it, in the order in which they came. */
async function openClass(students: number, settings: Partial<ActivitySettings>) {
  const of = await givenClass(settings)
  const seated = []
  for (let index = 1; index <= students; index += 1) seated.push(await givenStudent(of, `Student ${index}`))
  return { ...of, students: seated }
}

/** A class of so many students at tables, each with its own page, and a chair's page at each table. */
export async function seatedClass(
  ground: Ground,
  size: { students: number; tables: number },
  repeats: () => boolean,
): Promise<Table[]> {
  const seatsPerDelegation = Math.ceil(size.students / size.tables / 3)
  const settings = { roomCount: size.tables, seatsPerDelegation, practiceSpeed: 30 } as const
  const of = await openClass(size.students, settings)
  const at = { ...ground.pages, repeats }
  const tables = of.roomIds.map((roomId): Table => {
    return { roomId, chair: new WatchedPage(roomId, { cookie: of.chairCookie, sessionId: null }, at), delegates: [] }
  })
  for (const student of of.students) {
    const table = tables.find(({ roomId }) => roomId === student.roomId)
    if (!table) throw new Error('A student came to a table that is not there.')
    table.delegates.push(new WatchedPage(student.roomId, student, at))
  }
  return tables
}
