/** A PgBouncer of the tests' own on a free loopback port, in transaction mode: a connection keeps a session no longer than a transaction. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startChild } from './children'
import { requireProgram } from './debian-program'
import { freePort } from './server'

export type RunningPooler = {
  /** The database through the pooler, for `DATABASE_URL`. */
  url: string
  end(): Promise<void>
}

export type PoolerSettings = {
  mode?: 'transaction' | 'session'
  /** Connections to the database that all share: fewer than the servers open, so that they must be lent. */
  connections?: number
}

/** Starts a pooler in front of the database at `databaseUrl`, strict about everything that its defaults are strict about. */
export async function startPooler(
  databaseUrl: string,
  { mode = 'transaction', connections = 4 }: PoolerSettings = {},
): Promise<RunningPooler> {
  const command = await requireProgram('pgbouncer')
  const target = new URL(databaseUrl)
  const port = await freePort()
  const folder = mkdtempSync(path.join(tmpdir(), 'track-two-pooler-'))
  // It does not run as root, and whoever it runs as instead must be able to read this.
  chmodSync(folder, 0o755)
  const file = (name: string, lines: readonly string[]): string => {
    const place = path.join(folder, name)
    writeFileSync(place, `${lines.join('\n')}\n`, { mode: 0o644 })
    return place
  }
  const users = file('users.txt', [`"${decodeURIComponent(target.username)}" "${decodeURIComponent(target.password)}"`])
  const settings = file('pgbouncer.ini', [
    '[databases]',
    `* = host=${target.hostname} port=${target.port}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${port}`,
    'unix_socket_dir =',
    'auth_type = scram-sha-256',
    `auth_file = ${users}`,
    `pool_mode = ${mode}`,
    `default_pool_size = ${connections}`,
    'max_client_conn = 500',
    // Named statements would need this; nobody is to need it.
    'max_prepared_statements = 0',
  ])
  const asUser = process.getuid?.() === 0 ? ['-u', 'nobody'] : []
  const child = await startChild({
    command,
    words: [...asUser, settings],
    isReady: (said) => said.includes('process up'),
  })
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String(port)
  return {
    url: url.href,
    async end() {
      child.signal('SIGKILL')
      await child.ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
