/**
 * The endpoints for monitoring: /healthz (the process runs), /readyz (it can serve people) and /metrics (Prometheus). They reveal
 * nothing about any person.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type DiskRoom, gigabytes } from '../base/disk-room'
import { logError } from '../base/faults/logger'
import { registry } from '../base/metrics'

type Health = {
  /** Answers a monitoring request and returns true; returns false for any other request. */
  answer(request: IncomingMessage, response: ServerResponse): boolean
  /** From now on /readyz answers 503, so that a load balancer sends nobody here. */
  close(): void
}

type HealthSources = {
  /** Rejects while the database cannot serve. */
  confirm: () => Promise<void>
  /** Since when a room cannot save, null while all do: with a full disk the database still answers. */
  unsavedSince: () => number | null
  /** The room on the disk of the database; null where it cannot be seen from here. */
  diskRoom: () => DiskRoom | null
  /** The database it works on (cluster/house.ts), and those of others on the same engine that work on another one. */
  house: string
  strangers: () => ReadonlySet<string>
  /** Without one /metrics does not exist. */
  metricsToken: string | null
}

export function openHealth(sources: HealthSources): Health {
  const { confirm, unsavedSince, diskRoom, house, strangers, metricsToken } = sources
  let closing = false

  async function readiness(): Promise<[status: number, words: string]> {
    if (closing) return [503, 'closing']
    try {
      await confirm()
      const disk = diskRoom()
      if (disk?.state === 'full') return [503, 'disk full']
      if (unsavedSince() !== null) return [503, 'cannot save']
      const others = [...strangers()].map((other) => `other servers on this engine work on database ${other}`)
      const low =
        disk?.state === 'low' ? [`only ${gigabytes(disk.freeBytes)} are free on the disk of the database`] : []
      return [200, ['ready', `database ${house}`, ...low, ...others].join('\n')]
    } catch {
      // Whoever looks at the database tells of it; this address is asked by balancers again and again, and by anybody.
      return [503, 'no database']
    }
  }

  return {
    answer(request, response) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return false
      switch (request.url?.split('?')[0]) {
        case '/healthz':
          send(response, 200, 'alive')
          return true
        case '/readyz':
          void readiness().then(([status, words]) => send(response, status, words))
          return true
        case '/metrics':
          if (metricsToken === null || !isSame(request.headers.authorization, `Bearer ${metricsToken}`)) return false
          registry.metrics().then(
            (numbers) => send(response, 200, numbers, registry.contentType),
            (error: unknown) => {
              logError('the numbers could not be read', error)
              send(response, 500, 'no numbers')
            },
          )
          return true
        default:
          return false
      }
    },
    close() {
      closing = true
    },
  }
}

function send(response: ServerResponse, status: number, body: string, type = 'text/plain; charset=utf-8'): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(`${body.trimEnd()}\n`)
}

/** Compares in constant time, so that the token cannot be found out character by character. */
function isSame(given: string | undefined, wanted: string): boolean {
  const digest = (words: string) => createHash('sha256').update(words).digest()
  return timingSafeEqual(digest(given ?? ''), digest(wanted))
}
