/**
 * A private PostgreSQL in the data folder, from binaries that came as a package. It outlives a kill -9 of this process and
 * is taken up again by the next one. It knows no table; who may open the folder is the lock's business.
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
  /** For the program: its own role, which owns this database and may do nothing else. */
  url: string
  /** For whoever has to make databases, such as tests: the role that may do everything. */
  ownerUrl: string
  /** Ends open work, writes everything out and waits until the last process is gone. */
  stop(): Promise<void>
  /** Asks for the same and does not wait: for a process that must go at once. */
  abandon(): void
}

const STARTING_MS = 60_000
const STOPPING_MS = 20_000
const LARGEST_LOG = 5_000_000

/** Starts the database of `folder`, making it on the first day, or takes up the one that is still running there. */
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

/** The address of the database that runs in `folder` under another process of ours; null when none does. */
export function urlOfRunning(folder: string): string | null {
  const running = readPidFile(folder)
  if (!running?.ready || !isAlive(running.pid) || !existsSync(rolePasswordFile(folder))) return null
  return urlOf(ROLE, readFileSync(rolePasswordFile(folder), 'utf8').trim(), running.port)
}

const rolePasswordFile = (folder: string) => `${folder}.role-password`

const urlOf = (role: string, password: string, port: number) =>
  `postgresql://${role}:${password}@127.0.0.1:${port}/postgres`

/** Starts the database again on its old port whenever it dies unasked, so that the pool finds it where it was. */
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
      // An immediate stop is safe as well: what was acknowledged is in the write-ahead log and replayed at the next start.
      if (!(await until(() => !isAlive(pid), STOPPING_MS))) signal(pid, 'SIGQUIT')
      await until(() => !isAlive(pid), STOPPING_MS)
    },
  }
}

/** Built aside and renamed, so that a power cut in the middle leaves nothing that looks like a database. */
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

/** Starts the server detached, or a Ctrl-C in the terminal would stop it before we have written out what was said. */
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
    // What people wrote must not reach the log through a failing statement or the key it names.
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

/** The number of a database left running by a server that was killed, once it is ready; null when there is none. */
async function findOrphan(folder: string): Promise<number | null> {
  const left = readPidFile(folder)
  if (left === null) return null
  if (isAlive(left.pid) && commandOf(left.pid).includes(folder)) {
    await until(() => !isAlive(left.pid) || readPidFile(folder)?.ready === true, STARTING_MS)
    if (isAlive(left.pid)) return left.pid
  }
  // The number may belong to another program by now, for which PostgreSQL would wait for ever.
  if (!isAlive(left.pid) || !commandOf(left.pid).includes(folder))
    rmSync(path.join(folder, 'postmaster.pid'), { force: true })
  return null
}

/** Whoever answers on that port must be the database of this folder. */
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
 * PostgreSQL refuses root. A namespace of one ordinary user keeps the files root's own; failing that, the files are given
 * to that user.
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

/** Somebody this system knows by name, because initdb looks its user up. */
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
