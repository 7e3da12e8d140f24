/** Starts PostgreSQL in a folder that holds a database, once what an earlier one left there is out of the way. */
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { StartFault } from '#server/base/faults/start-fault'
import { storageFaultIn } from '#server/base/faults/storage-fault'
import { commandOf, exists, isAlive, signal } from '#server/base/processes'
import { MINUTE_MS } from '#simulation/kernel/time'
import { binary } from './postgres-binaries'

const STARTING_MS = MINUTE_MS
const LARGEST_LOG = 5_000_000

/** Why PostgreSQL did not start: its disk takes nothing, processes of the last database still work there, or something else. */
export class LaunchFault extends StartFault {
  constructor(
    message: string,
    readonly why: 'no-room' | 'still-in-use' | 'other',
  ) {
    super(message)
  }
}

/**
 * Starts PostgreSQL and resolves with its process id once it is ready; or with that of the database that runs there already. Detached: a Ctrl-C in
 * the terminal would otherwise stop it before the rooms have saved their rows.
 */
export async function launch(folder: string, port: number): Promise<number> {
  const running = await clearTheWay(folder)
  if (running !== null) return running
  const log = `${folder}.log`
  if (existsSync(log) && statSync(log).size > LARGEST_LOG) rmSync(log)
  const output = openSync(log, 'a', 0o600)
  const from = statSync(log).size
  const user = unprivileged(folder)
  // PostgreSQL refuses a folder that others may read, and a copy of one is often such: that of `cp` without -p, of Node 24's cpSync.
  if ((statSync(folder).mode & 0o077) !== 0) chmodSync(folder, 0o700)
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
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
  for (const end of ['error', 'exit'])
    child.once(end, () => {
      gone = true
    })
  child.unref()
  const isReady = () => readPidFile(folder)?.ready === true && readPidFile(folder)?.pid === child.pid
  await until(() => gone || isReady(), STARTING_MS)
  if (child.pid !== undefined && !gone && isReady()) return child.pid
  if (child.pid !== undefined) signal(child.pid, 'SIGQUIT')
  const said = readFileSync(log, 'utf8').slice(from).trim().split('\n').slice(-5).join('\n')
  const noRoom = storageFaultIn(said, folder)
  if (noRoom) throw new LaunchFault(noRoom.message, 'no-room')
  throw new LaunchFault(
    `The database in ${folder} did not start; ${log} ends with:\n${said}`,
    said.includes('is still in use') ? 'still-in-use' : 'other',
  )
}

/**
 * Makes way for PostgreSQL, before every launch: the process id of a database that runs in the folder already (one that a killed server left, once it
 * is ready), or null when none does and nothing forbids to start one.
 */
async function clearTheWay(folder: string): Promise<number | null> {
  const left = readPidFile(folder)
  if (left === null) return null
  const runs = () => isAlive(left.pid) && commandOf(left.pid).includes(folder)
  if (runs()) {
    await until(() => !isAlive(left.pid) || readPidFile(folder)?.ready === true, STARTING_MS)
    if (isAlive(left.pid)) return left.pid
  }
  // PostgreSQL takes whatever has this number for a running database and refuses to start: another program, or its own dead process that
  // nobody has collected. A number that nobody has it settles itself, and looks first whether processes of the old database still work.
  if (exists(left.pid) && !runs()) rmSync(path.join(folder, 'postmaster.pid'), { force: true })
  return null
}

type PidFile = { pid: number; port: number; ready: boolean }

export function readPidFile(folder: string): PidFile | null {
  try {
    const lines = readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
  } catch {
    return null
  }
}

type Unprivileged = { prefix: string[]; identity: { uid?: number; gid?: number } }
let namespace: boolean | undefined

/**
 * How to run a PostgreSQL program when we are root, whom PostgreSQL refuses: in a user namespace, where root appears as an ordinary
 * user and the files stay root's; where the system allows none, as that user, to whom the files are given.
 */
export function unprivileged(...paths: string[]): Unprivileged {
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

export async function until(holds: () => boolean, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds
  while (!holds()) {
    if (performance.now() > end) return false
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
  return true
}
