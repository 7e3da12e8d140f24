/** Tests the operator's own database (DATABASE_URL) once at the start and turns a failure into one sentence that names the fix. */
import pg from 'pg'
import { StartFault } from '#server/base/faults/start-fault'

/** Timeout of the first connections at the start: on a busy machine they take longer than later ones. */
export const FIRST_CONNECTION_MS = 30_000

/** The oldest PostgreSQL that this is tried on. */
const OLDEST = 15

type Setting = 'DATABASE_URL' | 'DATABASE_SESSION_URL'

/**
 * Resolves when the operator's database answers, and there are sessions to be had of it; throws a sentence without the password otherwise.
 * `sessionUrl` is the same database without the pooler, null where there is none.
 */
export async function requireDatabase(url: string, sessionUrl: string | null = null): Promise<void> {
  const { which: behind, version } = await asked(url, 'DATABASE_URL', identify)
  if (version < OLDEST * 10_000)
    throw new StartFault(
      `DATABASE_URL leads to PostgreSQL ${Math.floor(version / 10_000)}, and this needs ${OLDEST} or newer: upgrade it, or name another one.`,
    )
  if (sessionUrl === null) {
    if (await asked(url, 'DATABASE_URL', lendsConnections))
      throw new StartFault(
        'DATABASE_URL leads through a pooler that lends a connection for one transaction: set DATABASE_SESSION_URL to the address of the PostgreSQL behind it.',
      )
    return
  }
  if ((await asked(sessionUrl, 'DATABASE_SESSION_URL', identify)).which !== behind)
    throw new StartFault(
      'DATABASE_SESSION_URL leads to another database than DATABASE_URL: name the one that the pooler stands in front of.',
    )
  if (await asked(sessionUrl, 'DATABASE_SESSION_URL', lendsConnections))
    throw new StartFault(
      'DATABASE_SESSION_URL leads through a pooler that lends a connection for one transaction: name the PostgreSQL behind it.',
    )
}

/** `which` is the same only for two addresses of one database of one PostgreSQL; `version` as in 170012. */
async function identify(client: pg.Client): Promise<{ which: string; version: number }> {
  const { rows } = await client.query<{ which: string; version: number }>(
    `SELECT oid::text || ' ' || pg_postmaster_start_time()::text AS which, current_setting('server_version_num')::int AS version
       FROM pg_database WHERE datname = current_database()`,
  )
  return rows[0] ?? { which: '', version: 0 }
}

/** A pooler that others use at the same time need not show itself at the first look. */
const LOOKS = 5

/**
 * Whether a pooler gives its sessions to whoever has a transaction: two connections were seen in one session, or one in two. A lock would be
 * gone with its session, or stay behind with a stranger.
 */
async function lendsConnections(client: pg.Client, another: () => Promise<pg.Client>): Promise<boolean> {
  const other = await another()
  const own = await sessionOf(client)
  for (let look = 0; look < LOOKS; look += 1) {
    if ((await sessionOf(client)) !== own) return true
    await other.query('BEGIN')
    const theirs = await sessionOf(other)
    await other.query('ROLLBACK')
    if (theirs === own) return true
  }
  return false
}

async function sessionOf(client: pg.Client): Promise<number | undefined> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  return rows[0]?.pid
}

type Question<Answer> = (client: pg.Client, another: () => Promise<pg.Client>) => Promise<Answer>

/** Asks over connections of its own, which are closed afterwards. */
async function asked<Answer>(connectionString: string, setting: Setting, ask: Question<Answer>): Promise<Answer> {
  const opened: pg.Client[] = []
  const open = async () => {
    const client = new pg.Client({
      connectionString,
      connectionTimeoutMillis: FIRST_CONNECTION_MS,
      query_timeout: FIRST_CONNECTION_MS,
    })
    client.on('error', () => undefined) // without a listener a lost connection would end the process; the query rejects too
    opened.push(client)
    await client.connect()
    return client
  }
  try {
    return await ask(await open(), open)
  } catch (error) {
    throw new StartFault(sentenceFor(error, opened[0], setting))
  } finally {
    await Promise.all(opened.map((client) => client.end().catch(() => undefined)))
  }
}

function sentenceFor(error: unknown, client: pg.Client | undefined, setting: Setting): string {
  const { host, port, database, user } = client ?? {}
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  const where = `${host}:${port}`
  switch (code) {
    case 'ECONNREFUSED':
      return `No database answers at ${where}: start it, or correct ${setting}.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `There is no machine called ${host}: correct ${setting}.`
    case '28P01':
    case '28000':
      return `The database at ${where} does not let ${user} in: correct the user or the password in ${setting}.`
    case '3D000':
      return `The database at ${where} has none called ${database}: create it, or correct ${setting}.`
    default:
      return `The database at ${where} cannot be used (${error instanceof Error ? error.message : String(error)}): mend it, or correct ${setting}.`
  }
}
