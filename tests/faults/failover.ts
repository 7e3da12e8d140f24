/**
 * A failover to a copy that lags: a copy of the database is taken while it runs, and later stands in its place, on its port, without what
 * was saved since. Also a database that is away for as long as a test wants.
 */
import { spawnSync } from 'node:child_process'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { isAlive } from '#server/base/processes'
import type { FaultyDatabase } from './faulty-database'

const FOLDER = 'postgres'

/** Copies the running database as a base backup does; `fail` puts the copy in its place. */
export async function copyOf(database: FaultyDatabase): Promise<{ fail(): Promise<void> }> {
  const [ours, copy] = [FOLDER, 'postgres-copy'].map((name) => path.join(database.folder, name)) as [string, string]
  const owner = new pg.Client({ connectionString: database.embedded.ownerUrl })
  owner.on('error', () => undefined)
  await owner.connect()
  await owner.query(`SELECT pg_backup_start('copy', true)`)
  copyAll(ours, copy)
  rmSync(path.join(copy, 'postmaster.pid'), { force: true })
  const { rows } = await owner.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop(false)')
  copyAll(path.join(ours, 'pg_wal'), copy)
  writeFileSync(path.join(copy, 'backup_label'), rows[0]?.labelfile ?? '')
  await owner.end()
  return {
    async fail() {
      await replace(database, copy)
      rmSync(`${ours}-gone`, { recursive: true })
    },
  }
}

/** With owners and modes, without which PostgreSQL would not start. A file may go while it is copied, which a base backup allows for. */
const copyAll = (from: string, to: string): void => void spawnSync('cp', ['-a', from, to])

/** The folder is put in place while the database still runs in its own: whoever watches it starts it again as soon as it has ended. */
async function replace(database: FaultyDatabase, folder: string): Promise<void> {
  const ours = path.join(database.folder, FOLDER)
  const [first] = database.pids()
  renameSync(ours, `${ours}-gone`)
  renameSync(folder, ours)
  if (first) process.kill(first, 'SIGQUIT')
  while (first && isAlive(first)) await new Promise((again) => setTimeout(again, 10))
  await database.answers()
}

/** Takes the database away until `back` is called: what watches it finds nothing to start. Not for longer than ten seconds. */
export async function takeAway(database: FaultyDatabase): Promise<{ back(): Promise<void> }> {
  const ours = path.join(database.folder, FOLDER)
  const [first] = database.pids()
  renameSync(ours, `${ours}-away`)
  if (first) process.kill(first, 'SIGQUIT')
  while (first && isAlive(first)) await new Promise((again) => setTimeout(again, 10))
  return {
    async back() {
      renameSync(`${ours}-away`, ours)
      await database.answers()
    },
  }
}
