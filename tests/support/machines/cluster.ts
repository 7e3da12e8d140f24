/**
 * Starts one PostgreSQL for the suite and migrates one database in it, which every test clones. It also keeps a migrated data folder,
 * which tests copy when their server starts a database of its own.
 */
import { appendFileSync, chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { ROLE } from '../../../server/postgres/database-role'
import { startEmbedded } from '../../../server/postgres/embedded-postgres'
import { migrate } from '../../../server/postgres/migrate'

declare module 'vitest' {
  interface ProvidedContext {
    /** The role that may create databases. */
    ownerUrl: string
    /** The role that the server uses. */
    clusterUrl: string
  }
}

export const TEMPLATE = 'migrated'

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'track-two-tests-'))
  const made = path.join(folder, 'data')
  const first = await startEmbedded(path.join(made, 'postgres'))
  try {
    await migrate(first.url, path.resolve('prisma/migrations'))
  } finally {
    await first.stop()
  }
  // Tests kill processes and never the machine, so nothing waits for the disk. Several files have three servers each at a time.
  const settings = ['fsync = off', 'full_page_writes = off', 'max_connections = 400', '']
  appendFileSync(path.join(made, 'postgres/postgresql.conf'), settings.join('\n'))
  cpSync(made, path.join(folder, 'cluster'), { recursive: true })
  // As whatever copies without the modes leaves it; a server takes it back (launching.ts).
  chmodSync(path.join(folder, 'cluster/postgres'), 0o755)
  process.env.DATA_TEMPLATE = made
  const cluster = await startEmbedded(path.join(folder, 'cluster/postgres'))
  // An interrupted run gets no teardown.
  const abandon = () => cluster.abandon()
  process.once('exit', abandon)
  const client = new pg.Client({ connectionString: cluster.ownerUrl })
  await client.connect()
  await client.query(`CREATE DATABASE ${TEMPLATE} OWNER ${ROLE}`)
  await client.end()
  const template = new URL(cluster.url)
  template.pathname = `/${TEMPLATE}`
  await migrate(template.href, path.resolve('prisma/migrations'))
  project.provide('ownerUrl', cluster.ownerUrl)
  project.provide('clusterUrl', cluster.url)
  return async () => {
    process.off('exit', abandon)
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
