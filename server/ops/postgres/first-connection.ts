/** Tests the operator's own database (DATABASE_URL) once at the start and turns a failure into one sentence that names the fix. */
import pg from 'pg'
import { StartFault } from '#server/ops/start-fault'

/** Timeout of the first connections at the start: on a busy machine they take longer than later ones. */
export const FIRST_CONNECTION_MS = 30_000

/** Resolves when the operator's database answers; throws a sentence without the password otherwise. */
export async function requireDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: FIRST_CONNECTION_MS })
  client.on('error', () => undefined) // without a listener a lost connection would end the process; the query below rejects too
  try {
    await client.connect()
    await client.query('SELECT 1')
  } catch (error) {
    throw new StartFault(sentenceFor(error, client))
  } finally {
    await client.end().catch(() => undefined)
  }
}

function sentenceFor(error: unknown, { host, port, database, user }: pg.Client): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  const where = `${host}:${port}`
  switch (code) {
    case 'ECONNREFUSED':
      return `No database answers at ${where}: start it, or correct DATABASE_URL.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `There is no machine called ${host}: correct DATABASE_URL.`
    case '28P01':
    case '28000':
      return `The database at ${where} does not let ${user} in: correct the user or the password in DATABASE_URL.`
    case '3D000':
      return `The database at ${where} has none called ${database}: create it, or correct DATABASE_URL.`
    default:
      return `The database at ${where} cannot be used (${error instanceof Error ? error.message : String(error)}): mend it, or correct DATABASE_URL.`
  }
}
