/** What the migrations build is what the schema says: two databases, one made by each, have one catalogue. */
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { afterEach, expect, inject, test } from 'vitest'
import { sqlBetween } from '../../../server/ops/start/schema-engine'
import { type FreshDatabase, freshDatabase } from '../../support/machines/database'

const schema = readFileSync('prisma/schema.prisma', 'utf8')
const opened: FreshDatabase[] = []

afterEach(async () => {
  for (const database of opened.splice(0)) await database.drop()
})

async function open(template?: string): Promise<string> {
  const database = await freshDatabase(template)
  opened.push(database)
  return database.url
}

/** The database that Prisma would make of a schema. */
async function built(from: string): Promise<string> {
  const url = await open('template0')
  const sql = await sqlBetween(null, from, inject('clusterUrl'))
  await ask(url, sql)
  return url
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** All that a schema can say, one line each. Checks, triggers and functions are beyond its words and stand in the migrations alone. */
async function catalogue(url: string): Promise<string[]> {
  const rows = await ask(
    url,
    `SELECT 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
            || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
            || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') AS line
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
       LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
        AND c.relname <> '_prisma_migrations'
     UNION ALL
     SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
     UNION ALL
     SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'f', 'u') AND conrelid::regclass::text <> '_prisma_migrations'
     UNION ALL
     SELECT 'enum ' || t.typname || ' ' || string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder)
       FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid GROUP BY t.typname
     ORDER BY line`,
  )
  return rows.map(({ line }) => String(line))
}

test('the migrations build what the schema says', async () => {
  const migrated = await catalogue(await open())
  expect(migrated.filter((line) => line.startsWith('column '))).not.toEqual([])
  expect(migrated).toEqual(await catalogue(await built(schema)))
})

test('a table that is in the schema alone is seen', async () => {
  const more = await catalogue(await built(`${schema}\nmodel Forgotten {\n  id String @id\n}\n`))
  expect(await catalogue(await open())).not.toEqual(more)
  expect(more).toContain('column Forgotten.id text not null')
})

test('the engine writes what one schema has more than another', async () => {
  const changed = `${schema}\nmodel Forgotten {\n  id String @id\n}\n`
  expect(await sqlBetween(schema, schema, inject('clusterUrl'))).toBe('')
  expect(await sqlBetween(schema, changed, inject('clusterUrl'))).toContain('CREATE TABLE "Forgotten"')
})
