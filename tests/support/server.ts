/**
 * Runs the server as it is built, in a process of its own, for tests that stop it, kill it and start it again. It knows the
 * server only from outside: its settings, its one line, its signals.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')

export type ServerSettings = {
  /** Run on this database instead of starting one. */
  databaseUrl?: string
  /** Keep the data here; when left out, in a folder of its own, removed at the end, with the suite's migrated database in it. */
  dataDir?: string
  port?: number
  env?: Record<string, string>
}

export type RunningServer = {
  url: string
  port: number
  dataDir: string
  pid: number
  /** All that it has said so far, on both streams. */
  said(): string
  /** Sends the signal and waits for the end; answers the exit code, null when the signal itself ended it. */
  end(signal?: NodeJS.Signals): Promise<number | null>
  /** Ends whatever still runs, its database included, and removes a data folder that was made for it. */
  clear(): Promise<void>
}

export class ServerEnded extends Error {
  constructor(
    readonly code: number | null,
    readonly said: string,
  ) {
    super(`The server ended with ${code} before it was open:\n${said}`)
  }
}

/** A run that is broken off leaves no server behind. */
const alive = new Set<ChildProcess>()
const endAll = () => {
  for (const child of alive) child.kill('SIGTERM')
}
process.once('exit', endAll)
// A worker whose runner is gone would otherwise go on testing for nobody.
process.once('disconnect', () => {
  endAll()
  process.kill(process.pid, 'SIGTERM')
})

/** Starts the built server and waits until it is open; `npm run build` must have been run. */
export async function startServer(settings: ServerSettings = {}): Promise<RunningServer> {
  const bundle = path.join(root, 'dist/server.mjs')
  if (!existsSync(bundle)) throw new Error('There is no built server to test: run `npm run build` first.')
  const port = settings.port ?? (await freePort())
  const dataDir = settings.dataDir ?? mkdtempSync(path.join(tmpdir(), 'track-two-data-'))
  const template = process.env.DATA_TEMPLATE
  if (template && !settings.dataDir && !settings.databaseUrl) cpSync(template, dataDir, { recursive: true })
  const child = spawn(process.execPath, [bundle], {
    cwd: root,
    env: {
      ...inherited(),
      PORT: String(port),
      DATA_DIR: dataDir,
      // Rehearsing a seminar takes longer than all the rest of a start.
      DEMO: '0',
      ...(settings.databaseUrl ? { DATABASE_URL: settings.databaseUrl } : {}),
      ...settings.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  alive.add(child)
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      alive.delete(child)
      resolve(code)
    })
  })
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text
        if (said.includes('is open at')) resolve()
      })
    }
    child.once('error', reject)
    void ended.then((code) => reject(new ServerEnded(code, said)))
  })
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    dataDir,
    pid: child.pid ?? 0,
    said: () => said,
    end(signal = 'SIGTERM') {
      child.kill(signal)
      return ended
    },
    async clear() {
      if (isRunning(child)) child.kill('SIGTERM')
      await ended
      await endDatabase(path.join(dataDir, 'postgres'))
      if (!settings.dataDir) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The database of a server that keeps its own in this folder. */
export function databaseUrlIn(dataDir: string): string {
  const port = readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[3]
  const password = readFileSync(path.join(dataDir, 'postgres.role-password'), 'utf8').trim()
  return `postgresql://track_two:${password}@127.0.0.1:${port}/postgres`
}

/** Ends a database that a killed server left running. */
export async function endDatabase(folder: string): Promise<void> {
  const file = path.join(folder, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  try {
    process.kill(pid, 'SIGINT')
  } catch {
    return
  }
  while (existsSync(file)) await new Promise((resolve) => setTimeout(resolve, 20))
}

export function freePort(): Promise<number> {
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

/** The surroundings without the settings of a server that the developer may be running beside. */
function inherited(): NodeJS.ProcessEnv {
  const own = [
    'PORT',
    'HOST',
    'DATA_DIR',
    'DATABASE_URL',
    'NEXTAUTH_URL',
    'NEXTAUTH_SECRET',
    'DEMO',
    'SIGN_UP',
    'NODE_OPTIONS',
  ]
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.includes(name))),
    NODE_ENV: 'production',
  }
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null
}
