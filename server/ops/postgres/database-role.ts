/**
 * The role under which this program works in its own PostgreSQL: it owns what stands in the database and nothing beside it, so that
 * a hole in a query reads no file, starts no program and makes no other role. It knows no table by name.
 */
import pg from 'pg'

export const ROLE = 'track_two'

const MAY_NOT = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS'

/** Everything in the schema that still belongs to somebody else: what a server made before it had a role of its own. */
const FOREIGN = `
  SELECT format('ALTER TABLE %s OWNER TO ${ROLE}', oid::regclass) AS sql FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relowner <> '${ROLE}'::regrole
  UNION ALL
  SELECT format('ALTER TYPE %s OWNER TO ${ROLE}', oid::regtype) FROM pg_type
    WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'd') AND typowner <> '${ROLE}'::regrole
  UNION ALL
  SELECT format('ALTER ROUTINE %s OWNER TO ${ROLE}', oid::regprocedure) FROM pg_proc
    WHERE pronamespace = 'public'::regnamespace AND proowner <> '${ROLE}'::regrole`

/** Sees that the role is there with this password and these rights, and that the database at `ownerUrl` is its own. */
export async function settleRole(ownerUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('BEGIN')
    const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [ROLE])
    await client.query(
      `${rowCount ? 'ALTER' : 'CREATE'} ROLE ${ROLE} WITH ${MAY_NOT} PASSWORD ${client.escapeLiteral(password)}`,
    )
    // The schema belongs to whoever owns the database.
    const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name')
    await client.query(`ALTER DATABASE ${client.escapeIdentifier(rows[0]?.name ?? '')} OWNER TO ${ROLE}`)
    const { rows: foreign } = await client.query<{ sql: string }>(FOREIGN)
    for (const { sql } of foreign) await client.query(sql)
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
}
