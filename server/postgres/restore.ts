/**
 * Replaces the content of a database by a backup in one transaction, which is committed only if the checksum of what was read back is
 * the backup's. The caller must hold the lease (cluster/leader-lease.ts), so that no server writes meanwhile.
 */
import type pg from 'pg'
import { z } from 'zod'
import { PlainFault } from '../base/faults/plain-fault'
import { onOwnConnection } from '../base/own-connection'
import { linesIn, Sum, type Summary, summaryOf } from './backup'
import { MIGRATIONS, quoted, readLines, readTables } from './dump-format'
import { openBook, readMigrations } from './migrate'

export class NotEmpty extends Error {}

const TableLine = z.tuple([z.string(), z.array(z.string())])
const Applied = z.object({ migration_name: z.string(), checksum: z.string(), rolled_back_at: z.string().nullable() })

/** Refuses with `NotEmpty` a database that holds people, unless they may be thrown away. `folder` holds the migrations. */
export async function restore(url: string, file: string, folder: string, mayReplace: boolean): Promise<Summary> {
  const summary = await summaryOf(file)
  return onOwnConnection(url, async (client) => {
    await client.query('BEGIN')
    if (!mayReplace) await refusePeople(client)
    await clear(client)
    await refill(client, file, folder)
    const sum = new Sum()
    for await (const line of readLines(client)) sum.add(line)
    if (sum.end().checksum !== summary.checksum)
      throw new PlainFault(
        'What was read back is not what the backup holds, so the database was left as it was: take another backup.',
      )
    await client.query('COMMIT')
    await client.query('ANALYZE')
    return summary
  })
}

async function refusePeople(client: pg.Client): Promise<void> {
  const tables = await readTables(client)
  if (!tables.some(({ name }) => name === 'app_user')) return
  const { rows } = await client.query<{ people: number }>('SELECT count(*)::int AS people FROM app_user')
  const people = rows[0]?.people ?? 0
  if (people > 0) throw new NotEmpty(`The database holds ${people} people.`)
}

/** Drops all tables, types and routines, but not the schema and its extensions, which this role may lack the right to create again. */
async function clear(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ sql: string }>(`
    SELECT format('DROP TABLE %s CASCADE', oid::regclass) AS sql FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
    UNION ALL
    SELECT format('DROP TYPE %s CASCADE', type.oid::regtype) FROM pg_type AS type
      WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'd') AND NOT ${ofExtension('type')}
    UNION ALL
    SELECT format('DROP ROUTINE %s CASCADE', proc.oid::regprocedure) FROM pg_proc AS proc
      WHERE pronamespace = 'public'::regnamespace AND NOT ${ofExtension('proc')}`)
  for (const { sql } of rows) await client.query(sql)
}

const ofExtension = (alias: string) =>
  `EXISTS (SELECT FROM pg_depend WHERE objid = ${alias}.oid AND refclassid = 'pg_extension'::regclass)`

const AT_ONCE = 500

/** Creates the tables by the migrations that the backup lists, and fills them; the next start applies the later migrations. */
async function refill(client: pg.Client, file: string, folder: string): Promise<void> {
  let table: { name: string; columns: string[] } | null = null
  let rows: string[] = []
  let built = false

  async function flush(): Promise<void> {
    if (table?.name === MIGRATIONS && !built) {
      await build(client, rows, folder)
      built = true
    }
    if (table && rows.length > 0) {
      const list = table.columns.map(quoted).join(', ')
      await client.query(
        `INSERT INTO ${quoted(table.name)} (${list}) OVERRIDING SYSTEM VALUE
         SELECT ${list} FROM json_populate_recordset(NULL::${quoted(table.name)}, $1::json)`,
        [`[${rows.join(',')}]`],
      )
    }
    rows = []
  }

  for await (const line of linesIn(file)) {
    const next = line.startsWith('["end"') ? null : line.startsWith('[') ? TableLine.parse(JSON.parse(line)) : undefined
    if (next !== undefined) {
      await flush()
      table = next && { name: next[0], columns: next[1] }
    } else if (table) {
      rows.push(line)
      // The table of migrations is read to its end first: the other tables are created by what it lists.
      if (rows.length >= AT_ONCE && table.name !== MIGRATIONS) await flush()
    }
  }
  await wakeTables(client)
}

async function build(client: pg.Client, rows: readonly string[], folder: string): Promise<void> {
  const onDisk = new Map(readMigrations(folder).map((migration) => [migration.name, migration]))
  const applied = rows.map((row) => Applied.parse(JSON.parse(row))).filter((row) => row.rolled_back_at === null)
  for (const { migration_name: name, checksum } of applied.toSorted((a, b) =>
    a.migration_name < b.migration_name ? -1 : 1,
  )) {
    const migration = onDisk.get(name)
    if (migration?.checksum !== checksum)
      throw new PlainFault(
        `The backup was made by a version that has another migration ${name}: restore it with that version.`,
      )
    await client.query(migration.sql)
  }
  await client.query(openBook)
  // Triggers would send notices and change rows as these are put back.
  for (const { name } of await readTables(client))
    await client.query(`ALTER TABLE ${quoted(name)} DISABLE TRIGGER USER`)
}

/** Enables the triggers again, and sets each sequence after the highest number in its column, or the next insert would collide. */
async function wakeTables(client: pg.Client): Promise<void> {
  for (const { name, columns } of await readTables(client)) {
    await client.query(`ALTER TABLE ${quoted(name)} ENABLE TRIGGER USER`)
    for (const column of columns) {
      const { rows } = await client.query<{ counter: string | null }>(
        'SELECT pg_get_serial_sequence($1, $2) AS counter',
        [quoted(name), column],
      )
      const counter = rows[0]?.counter
      if (counter)
        await client.query(
          `SELECT setval($1, coalesce((SELECT max(${quoted(column)}) FROM ${quoted(name)}), 0) + 1, false)`,
          [counter],
        )
    }
  }
}
