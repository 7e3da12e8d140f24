/**
 * Applies the missing migrations at the start, without Prisma's engine, which would have to be downloaded. It records them in
 * `_prisma_migrations` as `prisma migrate deploy` does, so that either can go on where the other stopped. A migration whose first line is
 * `-- adds` takes nothing from an older version, and is marked so in the database: that version, which has not the file, then goes on.
 */
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { StartFault } from '#server/base/faults/start-fault'
import { LOCKS } from '../base/advisory-locks'
import { logInfo } from '../base/faults/logger'
import { PlainFault } from '../base/faults/plain-fault'
import { onOwnConnection } from '../base/own-connection'

/** `adds`: an older version can do all it did on a database that this was applied to. */
export type Migration = { name: string; sql: string; checksum: string; adds: boolean }

/** What stands in the column `logs`, which Prisma's engine fills after a failure alone, of a migration that only adds. */
const ADDS = 'adds'

/** Creates the table of applied migrations with the columns that Prisma's own engine gives it. */
export const openBook = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`

/** Applies the missing migrations, each in its own transaction, and returns their names. */
export async function migrate(url: string, folder: string): Promise<string[]> {
  const migrations = readMigrations(folder)
  return onOwnConnection(url, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [LOCKS.migrations])
    await client.query(openBook)
    const { missing, newer } = await compare(client, migrations)
    if (newer.length > 0)
      logInfo('the database was made by a newer version; what it has more only adds', { migrations: newer.join(', ') })
    for (const migration of missing) await apply(client, migration)
    return missing.map(({ name }) => name)
  })
}

/** The names of the migrations that the next start would apply; throws the StartFault with which it would refuse. */
export const readMissing = (url: string, folder: string): Promise<string[]> =>
  onOwnConnection(url, async (client) => {
    const { rows } = await client.query<{ book: string | null }>(
      `SELECT to_regclass('_prisma_migrations')::text AS book`,
    )
    const migrations = readMigrations(folder)
    return (rows[0]?.book ? (await compare(client, migrations)).missing : migrations).map(({ name }) => name)
  })

/** The migrations on disk, sorted by name, which begins with their date. */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder).filter((name) => existsSync(path.join(folder, name, 'migration.sql')))
  return names.sort().map((name) => {
    const sql = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex'), adds: /^-- adds\b/.test(sql) }
  })
}

/**
 * The migrations on disk that are not applied, and the names of those that are applied, unknown here and only add. Throws when one that is
 * applied is unfinished, edited since, or unknown here and takes something away from this version.
 */
async function compare(
  client: pg.Client,
  migrations: readonly Migration[],
): Promise<{ missing: Migration[]; newer: string[] }> {
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean; logs: string | null }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished, logs
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  )
  const onDisk = new Map(migrations.map((migration) => [migration.name, migration]))
  const newer: string[] = []
  for (const { name, checksum, finished, logs } of rows) {
    const migration = onDisk.get(name)
    if (!finished)
      throw new StartFault(`Migration ${name} stopped half-way: restore the database from a backup, then start again.`)
    if (!migration) {
      if (logs !== ADDS)
        throw new StartFault(
          `The database holds migration ${name}, which this version does not know and which changes what it works with: start the newer version that made it, or restore a backup from before it.`,
        )
      newer.push(name)
    } else if (migration.checksum !== checksum)
      throw new StartFault(
        `Migration ${name} was edited after it was applied: put the old text back and write the change as a new migration.`,
      )
  }
  const applied = new Set(rows.map(({ name }) => name))
  return { missing: migrations.filter(({ name }) => !applied.has(name)), newer }
}

async function apply(client: pg.Client, { name, sql, checksum, adds }: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count, logs)
       VALUES ($1, $2, $3, now(), 1, $4)`,
      [randomUUID(), checksum, name, adds ? ADDS : null],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw new PlainFault(`Migration ${name} failed and was taken back whole: the log of PostgreSQL says why.`, {
      cause: error,
    })
  }
}
