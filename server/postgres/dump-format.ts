/**
 * The whole database as lines of text: for each table a heading with its name and columns, then its rows in the order of their keys.
 * Equal content gives equal lines on every machine, so a checksum over them can be compared.
 */
import type pg from 'pg'

export const MIGRATIONS = '_prisma_migrations'

export type Table = {
  name: string
  /** Sorted by name; without generated columns, which cannot be inserted. */
  columns: string[]
  /** The primary key as terms of ORDER BY; text in collation "C", which is the same on every machine. Empty without a key. */
  order: string[]
}

const TABLES = `
  SELECT class.relname AS name,
    (SELECT array_agg(attname::text ORDER BY attname) FROM pg_attribute
      WHERE attrelid = class.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns,
    coalesce((SELECT array_agg(CASE WHEN type.typcollation = 0 THEN format('%I', attname) ELSE format('%I COLLATE "C"', attname) END ORDER BY place)
      FROM pg_index AS index, unnest(index.indkey) WITH ORDINALITY AS key (number, place)
      JOIN pg_attribute ON attrelid = class.oid AND attnum = key.number JOIN pg_type AS type ON type.oid = atttypid
      WHERE index.indrelid = class.oid AND index.indisprimary), '{}') AS "order",
    coalesce((SELECT array_agg(DISTINCT other.relname::text) FROM pg_constraint JOIN pg_class AS other ON other.oid = confrelid
      WHERE conrelid = class.oid AND contype = 'f' AND confrelid <> conrelid), '{}') AS needs
  FROM pg_class AS class WHERE class.relnamespace = 'public'::regnamespace AND class.relkind IN ('r', 'p') AND NOT class.relispartition
  ORDER BY class.relname`

/**
 * Every table, each after the tables its foreign keys refer to, or `restore` could not insert its rows; `_prisma_migrations` first. One
 * that is partitioned counts as one, so that a backup does not depend on how a database is split.
 */
export async function readTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table & { needs: string[] }>(TABLES)
  const placed: Table[] = []
  const left = new Map(rows.map((table) => [table.name, table]))
  const place = (name: string) => {
    const table = left.get(name)
    if (!table) return
    left.delete(name)
    placed.push({ name, columns: table.columns, order: table.order })
  }
  place(MIGRATIONS)
  while (left.size > 0) {
    const free = [...left.values()].filter(({ needs }) => needs.every((other) => !left.has(other)))
    if (free.length === 0)
      throw new Error(`These tables refer to one another in a circle: ${[...left.keys()].join(', ')}`)
    for (const { name } of free) place(name)
  }
  return placed
}

const AT_ONCE = 1_000

/** The lines of the whole database; `client` must have a transaction open, for the cursors and so that all tables are of one moment. */
export async function* readLines(client: pg.Client): AsyncGenerator<string> {
  await client.query(`SET LOCAL timezone = 'UTC'`)
  for (const { name, columns, order } of await readTables(client)) {
    yield JSON.stringify([name, columns])
    const list = columns.map((column) => quoted(column)).join(', ')
    const by = order.length > 0 ? order.join(', ') : `row_to_json(line)::text COLLATE "C"`
    const rows = `SELECT row_to_json(line)::text AS line FROM (SELECT ${list} FROM ${quoted(name)}) AS line ORDER BY ${by}`
    await client.query(`DECLARE lines NO SCROLL CURSOR FOR ${rows}`)
    for (;;) {
      const { rows } = await client.query<{ line: string }>(`FETCH ${AT_ONCE} FROM lines`)
      for (const { line } of rows) yield line
      if (rows.length < AT_ONCE) break
    }
    await client.query('CLOSE lines')
  }
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
