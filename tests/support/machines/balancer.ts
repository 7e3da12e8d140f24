/** HAProxy with the settings of server/ops/deploy, word for word but for addresses and ports. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startChild } from './children'
import { requireProgram } from './debian-program'
import { freePort } from './server'

export type RunningBalancer = {
  url: string
  port: number
  said(): string
  end(): Promise<void>
}

export type BalancerSettings = {
  /** Where server-1, server-2 and any further ones listen, on this machine. */
  ports: readonly number[]
  /** Whether the sockets of a room go to one server; true as the settings are shipped. */
  isHashed?: boolean
  port?: number
}

export async function startBalancer({
  ports,
  isHashed = true,
  port: given,
}: BalancerSettings): Promise<RunningBalancer> {
  const command = await requireProgram('haproxy')
  const port = given ?? (await freePort())
  const folder = mkdtempSync(path.join(tmpdir(), 'track-two-balancer-'))
  const settings = path.join(folder, 'haproxy.cfg')
  const shipped = readFileSync(path.resolve('server/ops/deploy/haproxy.cfg'), 'utf8')
  writeFileSync(settings, settingsFor(shipped, ports, port, isHashed))
  const child = await startChild({
    command,
    words: ['-W', '-db', '-f', settings],
    isReady: (said) => said.includes('Loading success'),
  })
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    said: child.said,
    async end() {
      child.signal('SIGTERM')
      await child.ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const HASHES = ['  balance hash var(txn.room)\n', '  hash-type consistent\n']

/** Throws where the shipped settings no longer hold what is replaced: a test of other settings would prove nothing. */
function settingsFor(shipped: string, ports: readonly number[], port: number, isHashed: boolean): string {
  const changes: readonly (readonly [string, string])[] = [
    ...ports.map((at, index) => [`server-${index + 1}:3000`, `127.0.0.1:${at}`] as const),
    ['bind :8080', `bind 127.0.0.1:${port}`],
    ...(isHashed ? [] : HASHES.map((line) => [line, ''] as const)),
  ]
  return changes.reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`haproxy.cfg holds no ${JSON.stringify(from)} any more.`)
      return text.replaceAll(from, to)
    },
    withServers(shipped, ports.length),
  )
}

/** As docs/several-servers.md adds a server or takes one away: the line of the first one for each, with its number. */
function withServers(shipped: string, count: number): string {
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  return shipped.replace(/^ +server .*\bserver-(\d+):3000.*\n/gm, (line, number: string) =>
    number === '1' ? numbers.map((each) => line.replaceAll('server-1', `server-${each}`)).join('') : '',
  )
}
