/** nginx and HAProxy with the settings of server/ops/deploy, word for word but for addresses and ports. */
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startChild } from './children'
import { requireProgram } from './debian-program'
import { freePort } from './server'

export const BALANCERS = ['nginx', 'haproxy'] as const
export type BalancerKind = (typeof BALANCERS)[number]

const HOW = {
  nginx: {
    file: 'nginx.conf',
    listens: 'listen 8080;',
    listensAt: (port: number) => `listen 127.0.0.1:${port};`,
    hashes: ['    hash $room$arg_again consistent;\n'],
    words: (folder: string, settings: string) => {
      // Its own words about the start are notices, which the settings leave out.
      return ['-p', folder, '-c', settings, '-e', 'stderr', '-g', 'daemon off; error_log stderr notice;']
    },
    isReady: (said: string) => said.includes('start worker process '),
    reload: 'SIGHUP',
  },
  haproxy: {
    file: 'haproxy.cfg',
    listens: 'bind :8080',
    listensAt: (port: number) => `bind 127.0.0.1:${port}`,
    hashes: ['  balance hash var(txn.room)\n', '  hash-type consistent\n'],
    words: (_: string, settings: string) => ['-W', '-db', '-f', settings],
    isReady: (said: string) => said.includes('Loading success'),
    reload: 'SIGUSR2',
  },
} as const

export type RunningBalancer = {
  kind: BalancerKind
  url: string
  port: number
  said(): string
  /** Reads its settings again, as after a change of the servers. */
  reload(): void
  end(): Promise<void>
}

export type BalancerSettings = {
  /** Where server-1, server-2 and any further ones listen, on this machine: at least two. */
  ports: readonly number[]
  /** Whether the sockets of a room go to one server; true as the settings are shipped. */
  isHashed?: boolean
  port?: number
}

export async function startBalancer(
  kind: BalancerKind,
  { ports, isHashed = true, port: given }: BalancerSettings,
): Promise<RunningBalancer> {
  const how = HOW[kind]
  const command = await requireProgram(kind)
  const port = given ?? (await freePort())
  const folder = mkdtempSync(path.join(tmpdir(), 'track-two-balancer-'))
  // As root nginx serves as another user, who keeps large bodies here.
  chmodSync(folder, 0o755)
  const settings = path.join(folder, how.file)
  const shipped = readFileSync(path.resolve('server/ops/deploy', how.file), 'utf8')
  writeFileSync(settings, settingsFor(shipped, kind, ports, port, isHashed))
  const child = await startChild({ command, words: how.words(folder, settings), isReady: how.isReady })
  return {
    kind,
    url: `http://127.0.0.1:${port}`,
    port,
    said: child.said,
    reload: () => child.signal(how.reload),
    async end() {
      child.signal('SIGTERM')
      await child.ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Throws where the shipped settings no longer hold what is replaced: a test of other settings would prove nothing. */
function settingsFor(
  shipped: string,
  kind: BalancerKind,
  ports: readonly number[],
  port: number,
  isHashed: boolean,
): string {
  const { file, listens, listensAt, hashes } = HOW[kind]
  const changes: readonly (readonly [string, string])[] = [
    ...ports.map((at, index) => [`server-${index + 1}:3000`, `127.0.0.1:${at}`] as const),
    [listens, listensAt(port)],
    ...(isHashed ? [] : hashes.map((line) => [line, ''] as const)),
  ]
  return changes.reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`${file} holds no ${JSON.stringify(from)} any more.`)
      return text.replaceAll(from, to)
    },
    withServers(shipped, ports.length),
  )
}

/** As docs/operating.md adds a server: the line of the last one again, with the next number. */
function withServers(shipped: string, count: number): string {
  const further = Array.from({ length: count - 2 }, (_, index) => index + 3)
  return shipped.replace(/^.*\bserver-2:3000.*\n/gm, (line) =>
    [line, ...further.map((number) => line.replaceAll('server-2', `server-${number}`))].join(''),
  )
}
