/**
 * Work that one server does for all that share the database: an advisory lock, tried again and again on a connection of its own. PostgreSQL
 * frees it when its holder dies or is cut off, and another server goes on. What the work is, is not known here.
 */
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { LOCKS } from '../base/advisory-locks'
import { logError } from '../base/faults/logger'
import { lostLine } from '../base/faults/plain-fault'
import { doesTheWork } from '../base/metrics'

export type Work = { stop(): Promise<void> }

/** So often the lock is tried, and whoever holds it asks whether the connection still lives. */
const AGAIN_MS = 2_000
const CONNECTING_MS = 5_000
const ANSWER_MS = 5_000
const PARTING_MS = 1_000

/**
 * Calls `begin` whenever this server has got the lock, and stops what that returned when the lock is lost. For a moment after a cut the
 * next holder may work already, so the work must bear being done twice. `url` must lead to a session of its own, not to a pooler.
 */
export function workAlone(url: string, begin: () => readonly Work[]): Work {
  const ending = new AbortController()
  const pause = () => wait(AGAIN_MS, undefined, { ref: false, signal: ending.signal }).catch(() => undefined)

  async function holdOnce(): Promise<void> {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: CONNECTING_MS,
      query_timeout: ANSWER_MS,
      keepAlive: true,
    })
    const lost = new Promise<void>((done) => client.on('end', done).on('error', () => done()))
    try {
      await client.connect()
      // When this machine loses power, PostgreSQL frees the lock after about 15 s instead of TCP's default of two hours.
      await client.query('SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 3; SET tcp_keepalives_count = 3')
      while (!ending.signal.aborted && !(await tryLock(client))) await pause()
      if (!ending.signal.aborted) await workWhile(client, lost)
    } finally {
      // A connection to a machine that is gone does not end for a long time.
      await Promise.race([client.end().catch(() => undefined), wait(PARTING_MS, undefined, { ref: false })])
    }
  }

  async function workWhile(client: pg.Client, lost: Promise<void>): Promise<void> {
    const works = begin()
    doesTheWork.set(1)
    try {
      while (!ending.signal.aborted) {
        await client.query('SELECT 1')
        await Promise.race([pause(), lost])
      }
    } catch (error) {
      logError('the lock of the work that one server does was lost', lostLine(error))
    } finally {
      doesTheWork.set(0)
      await Promise.all(works.map((work) => work.stop()))
    }
  }

  async function run(): Promise<void> {
    while (!ending.signal.aborted) {
      await holdOnce().catch(() => undefined) // the database is away, which others tell of already
      await pause()
    }
  }

  const running = run()
  return {
    async stop() {
      ending.abort()
      await running
    },
  }
}

async function tryLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [LOCKS.work])
  return rows[0]?.taken ?? false
}
