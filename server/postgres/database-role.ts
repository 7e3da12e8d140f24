/**
 * The PostgreSQL role this program works under in the embedded database: it owns the database's content and has no other right, so
 * that an SQL injection could not read files, start programs or create roles, which a superuser can.
 */
import { onOwnConnection } from '../base/own-connection'

export const ROLE = 'track_two'

const RIGHTS = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS'

/** Statements that hand over what belongs to another role: earlier versions created the tables as the superuser. */
const FOREIGN = `
  SELECT format('ALTER TABLE %s OWNER TO ${ROLE}', oid::regclass) AS sql FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relowner <> '${ROLE}'::regrole
  UNION ALL
  SELECT format('ALTER TYPE %s OWNER TO ${ROLE}', oid::regtype) FROM pg_type
    WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'd') AND typowner <> '${ROLE}'::regrole
  UNION ALL
  SELECT format('ALTER ROUTINE %s OWNER TO ${ROLE}', oid::regprocedure) FROM pg_proc
    WHERE pronamespace = 'public'::regnamespace AND proowner <> '${ROLE}'::regrole`

/** Creates or updates the role with this password and these rights, and makes it the owner of the database at `ownerUrl`. */
export const settleRole = (ownerUrl: string, password: string): Promise<void> =>
  onOwnConnection(ownerUrl, async (client) => {
    await client.query('BEGIN')
    const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [ROLE])
    await client.query(
      `${rowCount ? 'ALTER' : 'CREATE'} ROLE ${ROLE} WITH ${RIGHTS} PASSWORD ${client.escapeLiteral(password)}`,
    )
    // Owning the database includes owning its schema "public" (pg_database_owner), so migrations may create tables there.
    const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name')
    await client.query(`ALTER DATABASE ${client.escapeIdentifier(rows[0]?.name ?? '')} OWNER TO ${ROLE}`)
    const { rows: foreign } = await client.query<{ sql: string }>(FOREIGN)
    for (const { sql } of foreign) await client.query(sql)
    await client.query('COMMIT')
  })
