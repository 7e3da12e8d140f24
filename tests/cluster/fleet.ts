/** Several servers on one database, with an engine between them and a balancer before them, for runs of faults. */
import path from 'node:path'
import type { Ground } from '../faults/classroom'
import { FaultyDatabase } from '../faults/faulty-database'
import type { PageSurroundings } from '../faults/journal-of-pages'
import { Outages } from '../faults/outage'
import { Waited } from '../faults/waited'
import { SECRET } from '../server/live/given/given-classroom'
import { ChildEnded } from '../support/machines/children'
import { type RunningEngine, startEngine } from '../support/machines/engine'
import { freePort, type RunningServer, startServer } from '../support/machines/server'
import { type Balancer, openBalancer } from '../support/machines/tcp-balancer'
import type { openShippedBalancer } from './shipped-balancer'

export class Fleet implements Ground {
  readonly outages = new Outages()
  readonly waited = new Waited(() => ({
    servers: new Map([...this.#running].map(([server, { pid }]) => [server, pid])),
    database: this.database.pid,
  }))
  /** How long each page took to be on another server, in milliseconds, each time its own died or stopped. */
  readonly moves: number[] = []
  readonly #running = new Map<number, RunningServer>()

  private constructor(
    readonly database: FaultyDatabase,
    readonly engine: RunningEngine,
    readonly ports: readonly number[],
    readonly balancer: Balancer,
  ) {}

  /** `before` is what stands before the servers. */
  static async make(servers: number, before: typeof openShippedBalancer = openBalancer): Promise<Fleet> {
    const [database, engine] = await Promise.all([FaultyDatabase.open(), startEngine()])
    const ports: number[] = []
    for (let server = 0; server < servers; server += 1) ports.push(await freePort())
    return new Fleet(database, engine, ports, await before(ports))
  }

  async close(): Promise<void> {
    await Promise.all([...this.#running.values()].map((server) => server.clear()))
    await this.balancer.close()
    await this.engine.end()
    await this.database.close()
  }

  get servers(): number[] {
    return this.ports.map((_, server) => server)
  }

  /** Pages come back as they do in a browser, because how soon they are on another server is judged. */
  get pages(): PageSurroundings {
    return { address: this.balancer.url }
  }

  serverOf(page: number, at: number): number | null {
    return this.balancer.serverOf(page, at)
  }

  /** All at once, so that what only one of them is to do at a start is tried as well. */
  async open(): Promise<void> {
    await Promise.all(this.servers.map((server) => this.start(server)))
  }

  running(server: number): RunningServer {
    const running = this.#running.get(server)
    if (!running) throw new Error(`Server ${server} has not been started.`)
    return running
  }

  /** Starts one server and gives it its share of the pages; `killAt` is where it is to die. Says whether it lived until it was open. */
  async start(server: number, killAt?: string): Promise<boolean> {
    try {
      this.#running.set(server, await this.#started(server, killAt))
    } catch (error) {
      if (killAt && error instanceof ChildEnded && error.code === null) return false
      throw error
    }
    this.balancer.spread()
    return true
  }

  #started(server: number, killAt: string | undefined): Promise<RunningServer> {
    return startServer({
      databaseUrl: this.database.line.url,
      dataDir: path.join(this.database.folder, `data-${server}`),
      port: this.ports[server] ?? 0,
      env: {
        NEXTAUTH_URL: this.balancer.url,
        NEXTAUTH_SECRET: SECRET,
        REDIS_URL: this.engine.url,
        BACKUP_DIR: 'none',
        ...(killAt ? { KILL_AT: killAt } : {}),
      },
    })
  }
}
