/**
 * Lets only one server use a database, or several that hear of one another (REDIS_URL), and never both: an advisory lock, which a single
 * server holds alone and the others share, on a connection of its own, so that PostgreSQL frees it when this process dies. A lost
 * connection is opened again; if a server that does not go with this one has taken the lock by then, this one must stop.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { DatabaseLost, lostLine } from '#server/base/faults/plain-fault'
import { StartFault } from '#server/base/faults/start-fault'
import { LOCKS } from '../base/advisory-locks'
import { FIRST_CONNECTION_MS } from '../base/first-connection'

export type Lease = {
  /** Queries over the lock's connection; rejects when that is lost or does not answer within ANSWER_MS. */
  confirm(): Promise<void>
  /** The ids of the servers that share the lock; rejects as `confirm` does. */
  readSharers(): Promise<string[]>
  release(): Promise<void>
}

/** How long to wait for the lock: PostgreSQL notices a killed holder within this time, and a holder that lives keeps it for longer. */
const PATIENCE_MS = 3_000
const AGAIN_MS = 250
const CONNECTING_MS = 5_000
const ANSWER_MS = 2_000

const HOLDERS = `
  SELECT activity.pid, activity.application_name AS name, lock.mode = 'ShareLock' AS "isShared" FROM pg_locks AS lock JOIN pg_stat_activity AS activity USING (pid)
  WHERE lock.locktype = 'advisory' AND lock.granted AND lock.objsubid = 1
    AND lock.database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND (lock.classid::bigint << 32) + lock.objid::bigint = $1`

type Holder = { pid: number; name: string; isShared: boolean }

/**
 * Takes the lock for the server at `address`, or throws a StartFault that names the holder; `sharedAs` is the id of a server that shares
 * it. `lost` is called at most once, when a server that does not go with this one has taken the lock later: the caller must stop then.
 */
export async function takeLease(
  url: string,
  address: string,
  lost: (fault: StartFault) => void,
  patienceMs = PATIENCE_MS,
  sharedAs: string | null = null,
): Promise<Lease> {
  // Unique for this process: `lock` ends a holder of this name, which is our own lost connection that PostgreSQL still counts.
  const name = `track-two ${address.slice(0, 44)} ${sharedAs ?? randomUUID().slice(0, 8)}`
  const tryLock = `SELECT pg_try_advisory_lock${sharedAs === null ? '' : '_shared'}($1) AS taken`
  let client: pg.Client | null = null
  let released = false

  async function open(patience: number, withinMs = CONNECTING_MS): Promise<void> {
    const opening = new pg.Client({
      connectionString: url,
      application_name: name,
      connectionTimeoutMillis: withinMs,
      query_timeout: 10_000,
      keepAlive: true,
    })
    opening.on('error', () => undefined) // without a listener a lost connection would end the process; 'end' below handles it
    try {
      await opening.connect()
      // When this machine loses power, PostgreSQL frees the lock after about 15 s instead of TCP's default of two hours.
      await opening.query('SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 3; SET tcp_keepalives_count = 3')
      await lock(opening, Date.now() + patience)
    } catch (error) {
      await opening.end().catch(() => undefined)
      throw error
    }
    client = opening
    opening.once('end', () => {
      if (client === opening) client = null
      if (!released) void again()
    })
  }

  async function lock(on: pg.Client, until: number): Promise<void> {
    for (;;) {
      const { rows } = await on.query<{ taken: boolean }>(tryLock, [LOCKS.lease])
      if (rows[0]?.taken) return
      const holders = (await on.query<Holder>(HOLDERS, [LOCKS.lease])).rows
      const own = holders.find((holder) => holder.name === name)
      if (own) await on.query('SELECT pg_terminate_backend($1)', [own.pid])
      else if (Date.now() > until) throw refusal(holders[0], sharedAs !== null)
      await wait(AGAIN_MS)
    }
  }

  async function again(): Promise<void> {
    while (!released) {
      try {
        await open(PATIENCE_MS)
        if (released) await client?.end()
        return
      } catch (error) {
        if (error instanceof StartFault) {
          released = true
          lost(error)
          return
        }
      }
      await wait(AGAIN_MS)
    }
  }

  async function ask<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    const held = client
    if (!held) throw new DatabaseLost('the connection that holds the lock is lost')
    const late = wait(ANSWER_MS, undefined, { ref: false }).then((): never => {
      throw new DatabaseLost(`no answer for ${ANSWER_MS / 1000} s`)
    })
    const asked = held.query<Row>(text, values).catch((error: unknown) => {
      throw lostLine(error)
    })
    return (await Promise.race([asked, late])).rows
  }

  await open(patienceMs, FIRST_CONNECTION_MS)
  return {
    async confirm() {
      await ask('SELECT 1')
    },
    async readSharers() {
      const holders = await ask<Holder>(HOLDERS, [LOCKS.lease])
      return holders.flatMap(({ name, isShared }) => (isShared ? (name.match(/ (\S+)$/)?.[1] ?? []) : []))
    },
    async release() {
      released = true
      await client?.end().catch(() => undefined)
    },
  }
}

function refusal(holder: Holder | undefined, shares: boolean): StartFault {
  const who = holder?.name.match(/^track-two (\S+)/)?.[1]
  const named = who ? ` (${who})` : ''
  if (shares)
    return new StartFault(
      `A single server${named} uses this database: stop it and start it with REDIS_URL as well, or give this one a database of its own with DATABASE_URL.`,
    )
  if (holder?.isShared)
    return new StartFault(
      `Servers that share this database (REDIS_URL) are running${named}: start this one with REDIS_URL as well, stop all of them, or give this one a database of its own with DATABASE_URL.`,
    )
  return new StartFault(
    `Another server${named} already uses this database: stop it, or give this one a database of its own with DATABASE_URL.`,
  )
}
