/** Opens the sockets on the HTTP server: who may open one, how long they live, and what happens to them when the server stops. */

import type { Server as HttpServer, IncomingHttpHeaders } from 'node:http'
import { logError, logInfo } from '#server/base/faults/logger'
import { failed, goneBy, served } from '#server/base/faults/outage'
import { PlainFault } from '#server/base/faults/plain-fault'
import type { ListenerSettings } from '#server/base/listener-settings'
import { slowReadersCut, watchGauges } from '#server/base/metrics'
import { hearNotices } from '#server/base/notices'
import { twiceASecond } from '#server/base/poll'
import { ALONE } from '#server/cluster/engine'
import { aloneAs } from '#server/cluster/peers'
import type { SharedLimits } from '#server/cluster/shared-rate-limit'
import { openRoomLog } from '#server/store/log/room-log'
import { type Identity, whoIs } from '#server/web/identity'
import { MINUTE_MS } from '#simulation/kernel/time'
import { Hub } from './hub'
import type { Others } from './hub-options'
import { askedOf } from './listener-server'
import { DatabaseWatch } from './saving/database-watch'
import { STALLED_MS } from './saving/saving-watch'
import type { Allowances } from './saving/throttle'
import { realTime, type Time } from './saving/time'
import { type HandshakeRefusal, openSocketServer } from './transport/socket-server'

export type Gateway = {
  /** What the servers that share the database count together. */
  limits: SharedLimits
  /** Since when a room cannot save; null while all do. */
  unsavedSince(): number | null
  /** Since when the database has been away; null while it answers. */
  databaseAwaySince(): number | null
  /**
   * Tells every page that the server restarts, saves what waits, and closes the sockets. The HTTP server takes no new connection by then;
   * those it has stay.
   */
  close(): Promise<void>
}

export type GatewayOptions = {
  httpServer: HttpServer
  databaseUrl: string
  /** The same database without a pooler, where `databaseUrl` is one. */
  sessionUrl?: string
  /** The exact origins pages may connect from; a handshake without one of them is refused. */
  origins: readonly string[]
  publicUrl: string
  /** The rooms' clock. */
  time?: Time
  /** How many messages are taken; a load test that plays a class over a few connections raises it. */
  allowances?: Allowances
  /** The server of the school's own that is asked which claim somebody's words make. */
  listener?: ListenerSettings | null
  /** The other servers of this database; left out by a server that is alone. */
  others?: Others
}

const PAGE_ALLOWANCES: Allowances = {
  submits: { burst: 20, perSecond: 5 },
  submitsOfPerson: { burst: 40, perSecond: 10 },
  joins: { burst: 10, perSecond: 1 },
  messages: { burst: 300, perSecond: 60 },
}
const RECHECK_MS = 5 * MINUTE_MS
/** After how many times that the logs were asked, running rooms are looked for. */
const WAKE_EVERY = 30

export async function openGateway(options: GatewayOptions): Promise<Gateway> {
  const { httpServer, databaseUrl, origins, publicUrl } = options
  const { sessionUrl = databaseUrl, time = realTime, allowances = PAGE_ALLOWANCES, listener = null } = options
  const log = openRoomLog(databaseUrl, 2, sessionUrl)
  const { others = { engine: ALONE, peers: aloneAs('alone') } } = options
  const hub = new Hub({ log, time, publicUrl, allowances, others, listener: listener && askedOf(listener) })
  const notices = await hearNotices(sessionUrl, hub.notices(), () => hub.recheck())
  const sockets = openSocketServer<Identity>({
    httpServer,
    mayConnect: (origin) => origin !== undefined && origins.includes(origin) && hub.isOpen,
    whoIs: (headers) => personOf(headers, hub),
    connected: (socket, identity) => hub.connect(socket, identity),
    slowReaderCut() {
      slowReadersCut.inc()
      logInfo('a page that does not read was cut')
    },
  })
  const rechecking = setInterval(() => hub.recheck(), RECHECK_MS)
  watchGauges(() => ({ connections: sockets.count, ...hub.gauges() }))
  hub.wake()
  const database = new DatabaseWatch(time, (since) => {
    if (since !== null) failed('database', new PlainFault(`no answer for ${STALLED_MS / 1000} s`))
    hub.rooms.databaseAway(since)
  })
  const stopAsking = askLogs(hub, database)
  return {
    limits: hub.limits(),
    unsavedSince: () => hub.rooms.unsavedSince(),
    databaseAwaySince: () => database.since,
    async close() {
      clearInterval(rechecking)
      stopAsking()
      await hub.close()
      // Closed before the pages are let go: a balancer that knows nothing of HTTP would lead them back here, to be refused again and again.
      httpServer.close()
      await sockets.close()
      await Promise.all([notices.close(), log.close()])
    },
  }
}

/**
 * Asks the logs twice a second, whether or not the engine is up: it is what makes every message between servers dispensable. What a server
 * saved and died before it could tell is heard by this question alone; the promised two seconds hold one that comes too early and a slow
 * answer. A server that is alone asks too: what is in the log may be less than it remembers, and an answer says that the database is there.
 * Now and then it also looks for running rooms that every server took for another's.
 */
function askLogs(hub: Hub, database: DatabaseWatch): () => void {
  let isAsking = false
  let asked = 0
  return twiceASecond(() => {
    database.asks()
    if (isAsking) return
    isAsking = true
    asked += 1
    const askedAt = performance.now()
    if (asked % WAKE_EVERY === 0) hub.wake()
    hub.rooms
      .catchUp()
      .then(() => {
        database.answered()
        served('database', askedAt)
      })
      .catch((error: unknown) => {
        failed(goneBy(error) ?? 'database', error, { during: 'the logs are asked for what is new' })
      })
      .finally(() => {
        isAsking = false
      })
  })
}

/** Who connects. Judged at each handshake, so that a session which was revoked opens nothing. */
async function personOf(headers: IncomingHttpHeaders, hub: Hub): Promise<Identity | HandshakeRefusal> {
  try {
    return (await whoIs(headers, (sessionId) => hub.sessions.personOf(sessionId))) ?? { refusal: 'signed-out' }
  } catch (error) {
    logError('a handshake could not be looked up', error)
    return { refusal: 'try-again' }
  }
}
