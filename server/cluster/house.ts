/**
 * Which database a server works on, so that two servers of one balancer cannot serve two by mistake and both call themselves ready. A
 * database that fails over keeps its name; one that is restored or upgraded gets another, the same for all servers.
 */
import pg from 'pg'
import { FIRST_CONNECTION_MS } from '../base/first-connection'

/** The system's number and the database's in it; where the role may not ask for the first, the first migration's. */
export async function readHouse(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url, query_timeout: FIRST_CONNECTION_MS })
  await client.connect()
  try {
    const { rows } = await client.query<{ may: boolean }>(
      `SELECT has_function_privilege('pg_control_system()', 'EXECUTE') AS may`,
    )
    const { rows: named } = await client.query<{ house: string }>(
      rows[0]?.may
        ? `SELECT system_identifier || '.' || (SELECT oid FROM pg_database WHERE datname = current_database()) AS house
             FROM pg_control_system()`
        : 'SELECT id AS house FROM _prisma_migrations ORDER BY started_at, migration_name LIMIT 1',
    )
    return named[0]?.house ?? 'unnamed'
  } finally {
    await client.end()
  }
}
