/** Opens the sockets on the HTTP server: who may open one, how long they live, and what happens to them when the server stops. */

import type { Server as HttpServer } from 'node:http'
import type { Duplex } from 'node:stream'
import { Server } from 'socket.io'
import { logError } from '#server/ops/logger'
import { watchGauges } from '#server/ops/metrics'
import { openRoomLog } from '#server/store/log/room-log'
import { hearNotices } from '#server/store/notices'
import { whoIs } from '#server/web/identity'
import { SOCKET_PATH } from '#simulation/wire/paths'
import { WIRE_VERSIONS, type WireVersions } from '#simulation/wire/protocol'
import type { ConnectionData, FromPages, ToPages } from './connection'
import { type Allowances, Hub } from './hub'
import { realTime, type Time } from './time'
import { wireFormat } from './transport/wire-encoder'

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
/** How long the last messages may take to go out before the sockets are closed: a page that does not read must not hold up the stop. */
const PARTING_MS = 2_000

export async function openGateway(options: GatewayOptions): Promise<Gateway> {
  const { databaseUrl, publicUrl } = options
  const { time = realTime, allowances = PAGE_ALLOWANCES, spoken = WIRE_VERSIONS } = options
  const log = openRoomLog(databaseUrl)
  const hub = new Hub({ log, time, fullSeconds: options.fullSeconds ?? time, publicUrl, allowances, spoken })
  const notices = await hearNotices(databaseUrl, hub.notices(), () => hub.recheck())
  const io = openSocketServer(options, hub)
  const rechecking = setInterval(() => hub.recheck(), RECHECK_MS)
  watchGauges(() => ({ connections: io.engine.clientsCount, ...hub.gauges() }))
  hub.wake()
  return {
    async close() {
      clearInterval(rechecking)
      await hub.close()
      io.disconnectSockets(true)
      const parted = Date.now() + PARTING_MS
      while (io.engine.clientsCount > 0 && Date.now() < parted) await new Promise((again) => setTimeout(again, 10))
      io.engine.close() // drops what has not been written by now
      await Promise.all([notices.close(), log.close()])
    },
  }
}

/** Takes connections of signed-in people from the pages of these origins, and hands them to the hub. */
function openSocketServer({ httpServer, origins }: GatewayOptions, hub: Hub) {
  const io = new Server<FromPages, ToPages, Record<never, never>, ConnectionData>(httpServer, {
    path: SOCKET_PATH,
    transports: ['websocket'],
    serveClient: false,
    destroyUpgrade: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: 64_000,
    pingInterval: 10_000,
    pingTimeout: 10_000,
    connectTimeout: 10_000,
    parser: wireFormat,
    allowRequest: ({ headers }, answer) =>
      answer(null, !hub.isClosing && headers.origin !== undefined && origins.includes(headers.origin)),
  })

  // Corked, so that the HTTP answer to the upgrade and Engine.IO's first packet leave in one TCP segment.
  httpServer.prependListener('upgrade', (_, socket: Duplex) => {
    socket.cork()
    setImmediate(() => socket.uncork())
  })

  io.use((socket, next) => {
    whoIs(socket.request.headers).then(
      (identity) => {
        if (!identity) return next(new Error('signed-out'))
        socket.data.identity = identity
        next()
      },
      (error: unknown) => {
        logError('a handshake could not be looked up', error)
        next(new Error('try-again'))
      },
    )
  })
  io.on('connection', (socket) => hub.connect(socket))
  return io
}
