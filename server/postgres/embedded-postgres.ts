/**
 * The embedded PostgreSQL: creates, starts, watches and stops a database in the data folder. It survives a kill -9 of this process, and
 * the next one takes it over. The caller must hold the folder's lock (base/lock.ts).
 */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { logInfo } from '#server/base/faults/logger'
import { StartFault } from '#server/base/faults/start-fault'
import { storageFaultIn } from '#server/base/faults/storage-fault'
import { onOwnConnection } from '#server/base/own-connection'
import { isAlive, processesIn } from '#server/base/processes'
import { ROLE, settleRole } from './database-role'
import { LaunchFault, launch, readPidFile, unprivileged } from './launching'
import { binary } from './postgres-binaries'
import { type Supervised, supervise } from './supervising'

export type Embedded = Supervised & {
  /** Connects as the program's own role (database-role.ts), which owns this database and has no other right. */
  url: string
  /** Connects as the superuser, for tests, which create databases. */
  ownerUrl: string
}

/** How long processes of the last database, which died without them, may go on with what they are doing. */
const LEFT_OVER_MS = 30_000
const AGAIN_MS = 500

/**
 * Starts the database in `folder`, creates it if there is none, or takes over the one that a killed server left running. `lost` is called
 * when it dies later and cannot be started again.
 */
export async function startEmbedded(
  folder: string,
  lost: (fault: StartFault) => void = () => undefined,
): Promise<Embedded> {
  const password = readOrMakePassword(`${folder}.password`)
  if (!existsSync(path.join(folder, 'PG_VERSION'))) create(folder, password)
  const pid = await launchPatiently(folder)
  const port = portOf(folder)
  const ownerUrl = urlOf('postgres', password, port)
  await confirm(ownerUrl, folder)
  const rolePassword = readOrMakePassword(rolePasswordFile(folder))
  await settleRole(ownerUrl, rolePassword)
  return { url: urlOf(ROLE, rolePassword, port), ownerUrl, ...supervise(folder, pid, port, lost) }
}

/** Tries again on another port, which may have been taken meanwhile, and waits for left-over processes of the last database. */
async function launchPatiently(folder: string): Promise<number> {
  const until = performance.now() + LEFT_OVER_MS
  let toldOfLeftOver = false
  for (let attempt = 1; ; ) {
    try {
      return await launch(folder, await freePort())
    } catch (error) {
      const why = error instanceof LaunchFault ? error.why : 'other'
      if (why === 'no-room' || (why === 'other' && attempt === 3)) throw error
      if (why === 'other') attempt += 1
      else {
        const processes = processesIn(folder).join(' ')
        if (performance.now() > until) throw leftOver(folder, processes)
        if (!toldOfLeftOver)
          logInfo('processes of the last database still work in its folder; waiting up to 30 s for them', { processes })
        toldOfLeftOver = true
        await wait(AGAIN_MS)
      }
    }
  }
}

const leftOver = (folder: string, processes: string): StartFault =>
  new StartFault(
    `Processes of the last database still work in ${folder}${processes && ` (${processes})`}: end them${processes && ` (kill ${processes})`} and start again; nothing is lost.`,
  )

/** The URL of the database that another process, such as the server, runs in `folder`; null when none runs there. */
export function urlOfRunning(folder: string): string | null {
  const running = readPidFile(folder)
  if (!running?.ready || !isAlive(running.pid) || !existsSync(rolePasswordFile(folder))) return null
  return urlOf(ROLE, readFileSync(rolePasswordFile(folder), 'utf8').trim(), running.port)
}

const rolePasswordFile = (folder: string) => `${folder}.role-password`

const urlOf = (role: string, password: string, port: number) =>
  `postgresql://${role}:${password}@127.0.0.1:${port}/postgres`

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
    throw storageFaultIn(why, folder) ?? new StartFault(`The database in ${folder} could not be made: ${why}`)
  }
  renameSync(draft, folder)
}

/** Throws unless the database that answers at `url` is the one in `folder`: another one may have taken the port. */
async function confirm(url: string, folder: string): Promise<void> {
  try {
    const { rows } = await onOwnConnection(url, (client) =>
      client.query<{ data_directory: string }>('SHOW data_directory'),
    )
    if (rows[0]?.data_directory !== folder) throw new Error(`it serves ${rows[0]?.data_directory}`)
  } catch (error) {
    throw new StartFault(`The database in ${folder} started but does not answer as it should: ${String(error)}`)
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
  // Renamed when it is whole: a full disk would leave an empty file, and the next start a database that nobody can open.
  writeFileSync(`${file}.new`, password, { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
  return password
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
