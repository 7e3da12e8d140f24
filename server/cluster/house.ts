/**
 * Which database a server works on, so that two servers of one balancer cannot serve two by mistake and both call themselves ready. A
 * database that fails over keeps its name; one that is restored or upgraded gets another, the same for all servers.
 */
import { FIRST_CONNECTION_MS } from '../base/first-connection'
import { onOwnConnection } from '../base/own-connection'

/** The system's number and the database's in it; where the role may not ask for the first, the first migration's. */
export const readHouse = (url: string): Promise<string> =>
  onOwnConnection(
    url,
    async (client) => {
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
    },
    { query_timeout: FIRST_CONNECTION_MS },
  )
