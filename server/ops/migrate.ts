/**
 * Applies the missing migrations at the start, without Prisma's engine, which would have to be downloaded. It records them in
 * `_prisma_migrations` as `prisma migrate deploy` does, so that either can go on where the other stopped.
 */
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { StartFault } from '#server/ops/start-fault'
import { LOCKS } from './advisory-locks'

export type Migration = { name: string; sql: string; checksum: string }

/** Creates the table of applied migrations with the columns that Prisma's own engine gives it. */
export const openBook = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`

/** Applies the missing migrations, each in its own transaction, and returns their names. */
export async function migrate(url: string, folder: string): Promise<string[]> {
  const migrations = readMigrations(folder)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCKS.migrations])
    await client.query(openBook)
    const missing = await compare(client, migrations)
    for (const migration of missing) await apply(client, migration)
    return missing.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

/** The names of the migrations that the next start would apply; throws the StartFault with which it would refuse. */
export async function readMissing(url: string, folder: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ book: string | null }>(
      `SELECT to_regclass('_prisma_migrations')::text AS book`,
    )
    const migrations = readMigrations(folder)
    return (rows[0]?.book ? await compare(client, migrations) : migrations).map(({ name }) => name)
  } finally {
    await client.end()
  }
}

/** The migrations on disk, sorted by name, which begins with their date. */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder).filter((name) => existsSync(path.join(folder, name, 'migration.sql')))
  return names.sort().map((name) => {
    const sql = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
}

/** The migrations on disk that are not applied; throws when one that is applied is unfinished, unknown here or edited since. */
async function compare(client: pg.Client, migrations: readonly Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  )
  const onDisk = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const { name, checksum, finished } of rows) {
    const migration = onDisk.get(name)
    if (!finished)
      throw new StartFault(`Migration ${name} stopped half-way: restore the database from a backup, then start again.`)
    if (!migration)
      throw new StartFault(
        `The database holds migration ${name}, which this version does not know: start the newer version that made it.`,
      )
    if (migration.checksum !== checksum)
      throw new StartFault(
        `Migration ${name} was edited after it was applied: put the old text back and write the change as a new migration.`,
      )
  }
  const applied = new Set(rows.map(({ name }) => name))
  return migrations.filter(({ name }) => !applied.has(name))
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw new Error(`Migration ${name} failed and was taken back whole.`, { cause: error })
  }
}
