/**
 * Runs the built server as a child process, for tests that stop, kill and restart it. They see it only from outside: settings, output,
 * signals.
 */
import { randomInt } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startChild } from './children'

const root = path.resolve(import.meta.dirname, '../../..')

export type ServerSettings = {
  /** The folder of another build than this checkout's. */
  folder?: string
  /** Use this database instead of starting one. */
  databaseUrl?: string
  /** The data folder; by default a temporary one with the suite's migrated database, removed at the end. */
  dataDir?: string
  port?: number
  /** The command through which it is started, as in a namespace; and its data folder as it is called there. */
  inside?: { command: readonly string[]; dataDir: string }
  env?: Record<string, string>
}

export type RunningServer = {
  url: string
  port: number
  dataDir: string
  pid: number
  /** Its output so far, both streams. */
  said(): string
  /** Sends the signal and waits for the exit; returns the exit code, null when the signal ended it. */
  end(signal?: NodeJS.Signals): Promise<number | null>
  /** Ends the server and its database, and removes a temporary data folder. */
  clear(): Promise<void>
}

/** Starts the built server and waits until it is open; requires `npm run build`. */
export async function startServer(settings: ServerSettings = {}): Promise<RunningServer> {
  const { folder = root } = settings
  const bundle = path.join(folder, 'dist/server.mjs')
  if (!existsSync(bundle)) throw new Error('There is no built server to test: run `npm run build` first.')
  const port = settings.port ?? (await freePort())
  const dataDir = settings.dataDir ?? mkdtempSync(path.join(tmpdir(), 'track-two-data-'))
  const template = process.env.DATA_TEMPLATE
  if (template && !settings.dataDir && !settings.databaseUrl) cpSync(template, dataDir, { recursive: true })
  const [command = '', ...words] = [...(settings.inside?.command ?? []), process.execPath, bundle]
  const child = await startChild({
    command,
    words,
    cwd: folder,
    env: {
      ...inherited(),
      PORT: String(port),
      DATA_DIR: settings.inside?.dataDir ?? dataDir,
      // The demo's rehearsal takes longer than the rest of the start.
      DEMO: '0',
      ...(settings.databaseUrl ? { DATABASE_URL: settings.databaseUrl } : {}),
      ...settings.env,
    },
    isReady: (said) => said.includes('is open at'),
  })
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    dataDir,
    pid: child.pid,
    said: child.said,
    end(signal = 'SIGTERM') {
      child.signal(signal)
      return child.ended
    },
    async clear() {
      if (child.isRunning) child.signal('SIGTERM')
      await child.ended
      await endDatabase(path.join(dataDir, 'postgres'))
      if (!settings.dataDir) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The address of the database in a server's data folder. */
export function databaseUrlIn(dataDir: string): string {
  const port = readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[3]
  const password = readFileSync(path.join(dataDir, 'postgres.role-password'), 'utf8').trim()
  return `postgresql://track_two:${password}@127.0.0.1:${port}/postgres`
}

/** Stops the database that a killed server left running. */
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

/** Below the ports that Linux gives to outgoing connections (32,768 and up), so that none of these can take one before its server listens. */
const PORTS = { from: 20_000, to: 32_000 }
const given = new Set<number>()

/** A port for a server that is started later, or started again. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(PORTS.from, PORTS.to)
    if (given.has(port) || !(await isFree(port))) continue
    given.add(port)
    return port
  }
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })

/** The environment without the settings of a server that the developer may be running. */
function inherited(): NodeJS.ProcessEnv {
  const own = [
    'PORT',
    'HOST',
    'DATA_DIR',
    'DATABASE_URL',
    'REDIS_URL',
    'NEXTAUTH_URL',
    'NEXTAUTH_SECRET',
    'DEMO',
    'SIGN_UP',
    'BESIDE_OFF',
    'SMTP_URL',
    'MAIL_FROM',
    'NODE_OPTIONS',
  ]
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.includes(name))),
    NODE_ENV: 'production',
  }
}
