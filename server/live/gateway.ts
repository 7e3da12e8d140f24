/** Opens the sockets on the HTTP server: who may open one, how long they live, and what happens to them when the server stops. */

import type { Server as HttpServer, IncomingHttpHeaders } from 'node:http'
import { logError, logInfo } from '#server/ops/logger'
import { slowReadersCut, watchGauges } from '#server/ops/metrics'
import { openRoomLog } from '#server/store/log/room-log'
import { hearNotices } from '#server/store/notices'
import { type Identity, whoIs } from '#server/web/identity'
import { WIRE_VERSIONS, type WireVersions } from '#simulation/wire/protocol'
import { type Allowances, Hub } from './hub'
import { realTime, type Time } from './time'
import { type HandshakeRefusal, openSocketServer } from './transport/socket-server'

export type Gateway = {
  /** Tells every page that the server restarts, saves what waits, and closes the sockets; the HTTP server stays. */
  close(): Promise<void>
}

export type GatewayOptions = {
  httpServer: HttpServer
  databaseUrl: string
  /** The exact origins pages may connect from; a handshake without one of them is refused. */
  origins: readonly string[]
  publicUrl: string
  /** The rooms' clock. */
  time?: Time
  /** The clock whose full seconds are waited for before redacted rows are sent; a test that moves `time` by hand lets this one run. */
  fullSeconds?: Time
  /** How many messages are taken; a load test that plays a class over a few connections raises it. */
  allowances?: Allowances
  /** The wire versions this server speaks; a test of a change of versions passes others. */
  spoken?: WireVersions
}

const PAGE_ALLOWANCES: Allowances = {
  submits: { burst: 20, perSecond: 5 },
  submitsOfPerson: { burst: 40, perSecond: 10 },
  joins: { burst: 10, perSecond: 1 },
  messages: { burst: 300, perSecond: 60 },
}
const RECHECK_MS = 5 * 60_000

export async function openGateway(options: GatewayOptions): Promise<Gateway> {
  const { httpServer, databaseUrl, origins, publicUrl } = options
  const { time = realTime, allowances = PAGE_ALLOWANCES, spoken = WIRE_VERSIONS } = options
  const log = openRoomLog(databaseUrl)
  const hub = new Hub({ log, time, fullSeconds: options.fullSeconds ?? time, publicUrl, allowances, spoken })
  const notices = await hearNotices(databaseUrl, hub.notices(), () => hub.recheck())
  const sockets = openSocketServer<Identity>({
    httpServer,
    mayConnect: (origin) => !hub.isClosing && origin !== undefined && origins.includes(origin),
    whoIs: personOf,
    connected: (socket, identity) => hub.connect(socket, identity),
    slowReaderCut() {
      slowReadersCut.inc()
      logInfo('a page that does not read was cut')
    },
  })
  const rechecking = setInterval(() => hub.recheck(), RECHECK_MS)
  watchGauges(() => ({ connections: sockets.count, ...hub.gauges() }))
  hub.wake()
  return {
    async close() {
      clearInterval(rechecking)
      await hub.close()
      await sockets.close()
      await Promise.all([notices.close(), log.close()])
    },
  }
}

/** Who connects. Looked up at each handshake, so that a session which was revoked opens nothing. */
async function personOf(headers: IncomingHttpHeaders): Promise<Identity | HandshakeRefusal> {
  try {
    return (await whoIs(headers)) ?? { refusal: 'signed-out' }
  } catch (error) {
    logError('a handshake could not be looked up', error)
    return { refusal: 'try-again' }
  }
}
