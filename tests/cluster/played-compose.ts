/**
 * compose.several.yaml done by hand on this machine: its database from the packaged PostgreSQL, its engine by its own command, its servers from
 * an image. Only addresses, ports and folders differ, and what is replaced must be there.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { type Embedded, startEmbedded } from '#server/postgres/embedded-postgres'
import { type Child, startChild } from '../support/machines/children'
import { type Compose, type ComposeService, readCompose } from '../support/machines/container-files'
import { requireProgram } from '../support/machines/debian-program'
import type { PlayedImage } from '../support/machines/image'
import { freePort } from '../support/machines/server'

const FILE = 'compose.several.yaml'
export const SERVERS = ['server-1', 'server-2', 'server-3'] as const
export type ServerName = (typeof SERVERS)[number]

export class PlayedCompose {
  readonly #running = new Map<ServerName, Child>()

  private constructor(
    readonly image: PlayedImage,
    readonly compose: Compose,
    readonly ports: readonly number[],
    readonly databaseUrl: string,
    readonly enginePort: number,
    private readonly database: Embedded,
    private readonly engine: Child,
  ) {}

  /** Starts the database and the engine; `settings` are those of .env. */
  static async open(image: PlayedImage, settings: Readonly<Record<string, string>>): Promise<PlayedCompose> {
    const compose = readCompose(settings, FILE)
    // A folder of its own, which the image gives to its user; the database is somebody else's.
    const database = await startEmbedded(`${image.dataOf('database')}/postgres`)
    const ports: number[] = []
    for (const _ of SERVERS) ports.push(await freePort())
    const enginePort = await freePort()
    const databaseUrl = await ownDatabase(database, settings.DATABASE_PASSWORD ?? '')
    const engine = await startEngine(serviceIn(compose, 'engine'), enginePort, path.dirname(image.dataOf('engine')))
    return new PlayedCompose(image, compose, ports, databaseUrl, enginePort, database, engine)
  }

  /** Starts one of the servers and waits until it is open. */
  async start(name: ServerName): Promise<void> {
    this.#running.set(name, await this.image.start(name, this.#settingsOf(name)))
  }

  /** Stops one as Compose does; resolves to its exit code. */
  async stop(name: ServerName, signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    const child = this.#running.get(name)
    child?.signal(signal)
    return (await child?.ended) ?? null
  }

  /** What its own health check says of a server. */
  async isHealthy(name: ServerName): Promise<boolean> {
    const [kind, ...words] = serviceIn(this.compose, name).healthcheck.test
    if (kind !== 'CMD') throw new Error(`The health check of ${name} is no list of words.`)
    return (await this.image.run(name, words, this.#settingsOf(name))).code === 0
  }

  /** Runs a command as `docker compose exec` does. */
  exec(name: ServerName, words: readonly string[]): Promise<{ code: number; said: string }> {
    return this.image.run(name, words, this.#settingsOf(name))
  }

  urlOf(name: ServerName): string {
    return `http://127.0.0.1:${this.#portOf(name)}`
  }

  saidBy(name: ServerName): string {
    return this.#running.get(name)?.said() ?? ''
  }

  async close(): Promise<void> {
    await Promise.all(SERVERS.map((name) => this.stop(name)))
    this.engine.signal('SIGKILL')
    await this.engine.ended
    await this.database.stop()
  }

  #portOf(name: ServerName): number {
    return this.ports[SERVERS.indexOf(name)] ?? 0
  }

  #settingsOf(name: ServerName): Record<string, string> {
    const { environment } = serviceIn(this.compose, name)
    const [database, engine] = [/@database:5432\/track_two$/, /@engine:6379$/]
    if (!database.test(environment.DATABASE_URL ?? '') || !engine.test(environment.REDIS_URL ?? ''))
      throw new Error(`${FILE} calls its database or its engine otherwise; teach tests/cluster/played-compose.ts.`)
    return {
      ...environment,
      DATABASE_URL: this.databaseUrl,
      REDIS_URL: (environment.REDIS_URL ?? '').replace(engine, `@127.0.0.1:${this.enginePort}`),
      PORT: String(this.#portOf(name)),
    }
  }
}

function serviceIn({ services }: Compose, name: string): ComposeService {
  const service = services[name]
  if (!service) throw new Error(`${FILE} has no ${name} any more.`)
  return service
}

/** Runs database.sql as psql would at the first start of compose's database; answers the address of what it makes. */
async function ownDatabase({ ownerUrl }: Embedded, password: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    // The packaged PostgreSQL has a role of this name for its own database.
    await client.query('ALTER ROLE track_two RENAME TO packaged')
    const text = readFileSync('server/ops/deploy/database.sql', 'utf8')
    const queries = text
      .replace(/^(--|\\).*$/gm, '')
      .replaceAll(":'password'", client.escapeLiteral(password))
      .split('\\gexec')
      .filter((query) => query.trim())
    // As psql's \gexec: what a query answers is run.
    for (const query of queries)
      for (const row of (await client.query({ text: query, rowMode: 'array' })).rows) await client.query(String(row[0]))
  } finally {
    await client.end()
  }
  const url = new URL(ownerUrl)
  url.username = 'track_two'
  url.password = password
  url.pathname = '/track_two'
  return url.href
}

async function startEngine(service: ComposeService, port: number, folder: string): Promise<Child> {
  const program = await requireProgram('engine')
  const [command = '', ...words] = service.command ?? []
  const script = words.at(-1) ?? ''
  if (!script.includes('valkey-server /tmp/valkey.conf')) throw new Error(`The engine of ${FILE} is started otherwise.`)
  const here = script
    .trimEnd()
    .replaceAll('/tmp/valkey.conf', path.join(folder, 'valkey.conf'))
    .replace('exec valkey-server', `exec ${program}`)
  return startChild({
    command,
    words: [...words.slice(0, -1), `${here} --port ${port} --bind 127.0.0.1 --dir ${folder}`],
    env: { ...process.env, ...service.environment },
    isReady: (said) => said.includes('Ready to accept connections'),
  })
}
