/**
 * The embedded PostgreSQL: creates, starts, watches and stops a database in the data folder. It survives a kill -9 of this process, and
 * the next one takes it over. The caller must hold the folder's lock (ops/lock.ts).
 */
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import pg from 'pg'
import { commandOf, isAlive } from '#server/ops/processes'
import { StartFault } from '#server/ops/start-fault'
import { ROLE, settleRole } from './database-role'
import { binary } from './postgres-binaries'

export type Embedded = {
  /** Connects as the program's own role (database-role.ts), which owns this database and has no other right. */
  url: string
  /** Connects as the superuser, for tests, which create databases. */
  ownerUrl: string
  /** Stops the database ("fast": open transactions are rolled back, everything is written out) and waits until it is gone. */
  stop(): Promise<void>
  /** Signals the same stop without waiting, for a process that must exit at once. */
  abandon(): void
}

const STARTING_MS = 60_000
const STOPPING_MS = 20_000
const LARGEST_LOG = 5_000_000

/** Starts the database in `folder`, creates it if there is none, or takes over the one that a killed server left running. */
export async function startEmbedded(folder: string): Promise<Embedded> {
  const password = readOrMakePassword(`${folder}.password`)
  if (!existsSync(path.join(folder, 'PG_VERSION'))) create(folder, password)
  let pid = await findOrphan(folder)
  let port = pid === null ? await freePort() : portOf(folder)
  if (pid === null) {
    for (let attempt = 1; ; attempt++) {
      try {
        pid = await launch(folder, port)
        break
      } catch (error) {
        if (attempt === 3) throw error
        port = await freePort()
      }
    }
  }
  const ownerUrl = urlOf('postgres', password, port)
  await confirm(ownerUrl, folder)
  const rolePassword = readOrMakePassword(rolePasswordFile(folder))
  await settleRole(ownerUrl, rolePassword)
  return { url: urlOf(ROLE, rolePassword, port), ownerUrl, ...supervise(folder, pid, port) }
}

/** The URL of the database that another process, such as the server, runs in `folder`; null when none runs there. */
export function urlOfRunning(folder: string): string | null {
  const running = readPidFile(folder)
  if (!running?.ready || !isAlive(running.pid) || !existsSync(rolePasswordFile(folder))) return null
  return urlOf(ROLE, readFileSync(rolePasswordFile(folder), 'utf8').trim(), running.port)
}

const rolePasswordFile = (folder: string) => `${folder}.role-password`

const urlOf = (role: string, password: string, port: number) =>
  `postgresql://${role}:${password}@127.0.0.1:${port}/postgres`

/** Restarts the database on the same port when it dies by itself: the connection pools know it by that port. */
function supervise(folder: string, first: number, port: number): Pick<Embedded, 'stop' | 'abandon'> {
  let pid = first
  let stopping = false
  let restarting: Promise<void> | null = null
  const watch = setInterval(() => {
    if (stopping || restarting || isAlive(pid)) return
    restarting = launch(folder, port)
      .then((next) => {
        pid = next
      })
      .catch((error: unknown) =>
        console.error('The database died and could not be started again; trying once more.', error),
      )
      .finally(() => {
        restarting = null
      })
  }, 250)
  watch.unref()
  function abandon() {
    stopping = true
    clearInterval(watch)
    signal(pid, 'SIGINT')
  }
  return {
    abandon,
    async stop() {
      stopping = true
      clearInterval(watch)
      await restarting
      abandon()
      // SIGQUIT stops without a checkpoint, and loses nothing: the next start replays the write-ahead log.
      if (!(await until(() => !isAlive(pid), STOPPING_MS))) signal(pid, 'SIGQUIT')
      await until(() => !isAlive(pid), STOPPING_MS)
    },
  }
}

/** Runs initdb in another folder and renames it, so that a power cut leaves no half database that the next start would use. */
function create(folder: string, password: string): void {
  const draft = `${folder}.new`
  const passwordFile = `${folder}.first-password`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true, mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  const user = unprivileged(draft, passwordFile)
  const words = ['-D', draft, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8']
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions']
  const [command, ...rest] = [...user.prefix, binary('initdb'), ...words, ...locale]
  const made = spawnSync(command ?? '', rest, { ...user.identity, cwd: '/', encoding: 'utf8' })
  rmSync(passwordFile, { force: true })
  if (made.status !== 0) {
    const why = (made.stderr || String(made.error ?? '')).trim()
    throw new StartFault(`The database in ${folder} could not be made: ${why}`)
  }
  renameSync(draft, folder)
}

/** Starts PostgreSQL detached: a Ctrl-C in the terminal would otherwise stop it before the rooms have saved their rows. */
async function launch(folder: string, port: number): Promise<number> {
  const log = `${folder}.log`
  if (existsSync(log) && statSync(log).size > LARGEST_LOG) rmSync(log)
  const output = openSync(log, 'a', 0o600)
  const from = statSync(log).size
  const user = unprivileged(folder)
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 100,
    fsync: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // By default PostgreSQL logs failing statements and key values, which hold what people wrote.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  }
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [command, ...rest] = [...user.prefix, binary('postgres'), '-D', folder, ...words]
  const child = spawn(command ?? '', rest, {
    ...user.identity,
    cwd: '/',
    detached: true,
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  let gone = false
  child.once('error', () => {
    gone = true
  })
  child.once('exit', () => {
    gone = true
  })
  child.unref()
  const isReady = () => readPidFile(folder)?.ready === true && readPidFile(folder)?.pid === child.pid
  await until(() => gone || isReady(), STARTING_MS)
  if (child.pid !== undefined && !gone && isReady()) return child.pid
  if (child.pid !== undefined) signal(child.pid, 'SIGQUIT')
  const said = readFileSync(log, 'utf8').slice(from).trim().split('\n').slice(-5).join('\n')
  throw new StartFault(`The database in ${folder} did not start; ${log} ends with:\n${said}`)
}

/** The process id of a database left running by a killed server, once it is ready; null when there is none. */
async function findOrphan(folder: string): Promise<number | null> {
  const left = readPidFile(folder)
  if (left === null) return null
  if (isAlive(left.pid) && commandOf(left.pid).includes(folder)) {
    await until(() => !isAlive(left.pid) || readPidFile(folder)?.ready === true, STARTING_MS)
    if (isAlive(left.pid)) return left.pid
  }
  // Another program may have this process id by now. PostgreSQL would take it for a running database and refuse to start.
  if (!isAlive(left.pid) || !commandOf(left.pid).includes(folder))
    rmSync(path.join(folder, 'postmaster.pid'), { force: true })
  return null
}

/** Throws unless the database that answers at `url` is the one in `folder`: another one may have taken the port. */
async function confirm(url: string, folder: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory')
    if (rows[0]?.data_directory !== folder) throw new Error(`it serves ${rows[0]?.data_directory}`)
  } catch (error) {
    throw new StartFault(`The database in ${folder} started but does not answer as it should: ${String(error)}`)
  } finally {
    await client.end()
  }
}

type PidFile = { pid: number; port: number; ready: boolean }

function readPidFile(folder: string): PidFile | null {
  try {
    const lines = readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
  } catch {
    return null
  }
}

function portOf(folder: string): number {
  const port = readPidFile(folder)?.port
  if (!port) throw new StartFault(`The database in ${folder} stopped while it was being taken up: start again.`)
  return port
}

function readOrMakePassword(file: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const password = randomBytes(24).toString('hex')
  writeFileSync(file, password, { mode: 0o600, flush: true })
  return password
}

type Unprivileged = { prefix: string[]; identity: { uid?: number; gid?: number } }
let namespace: boolean | undefined

/**
 * How to run a PostgreSQL program when we are root, whom PostgreSQL refuses: in a user namespace, where root appears as an ordinary
 * user and the files stay root's; where the system allows none, as that user, to whom the files are given.
 */
function unprivileged(...paths: string[]): Unprivileged {
  if (process.getuid?.() !== 0) return { prefix: [], identity: {} }
  const { uid, gid } = ordinaryUser()
  const prefix = ['unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`, '--']
  namespace ??= spawnSync('unshare', [...prefix.slice(1), 'true']).status === 0
  if (namespace) return { prefix, identity: {} }
  for (const given of paths) {
    chownSync(given, uid, gid)
    chmodSync(path.dirname(given), 0o711)
  }
  return { prefix: [], identity: { uid, gid } }
}

/** The first user of /etc/passwd that is not root, else 65534: initdb fails for a user id that has no name. */
function ordinaryUser(): { uid: number; gid: number } {
  const known = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : []
  const users = known.map((line) => line.split(':')).map(([, , uid, gid]) => ({ uid: Number(uid), gid: Number(gid) }))
  return users.find(({ uid, gid }) => uid > 0 && gid > 0) ?? { uid: 65534, gid: 65534 }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It is gone, which is what was asked for.
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

async function until(holds: () => boolean, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds
  while (!holds()) {
    if (performance.now() > end) return false
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
  return true
}
