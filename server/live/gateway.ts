/**
 * The sockets: who may open one, and what they ask. The only file that opens and closes Socket.IO's connections.
 * It must not know the rules of a room, nor what anybody is told.
 */

import type { Server as HttpServer } from 'node:http'
import type { Duplex } from 'node:stream'
import { Server } from 'socket.io'
import { logError, logInfo } from '#server/ops/logger'
import { messagesRefused, slowReadersCut, watchGauges } from '#server/ops/metrics'
import { readScenario } from '#server/store/activities/activities'
import { readActivityIdOf } from '#server/store/activities/rooms'
import { readDoorNews } from '#server/store/door/door-news'
import { openRoomLog } from '#server/store/log/room-log'
import { hearNotices } from '#server/store/notices'
import { readAliveSessions } from '#server/store/people/sessions'
import { whoIs } from '#server/web/identity'
import { MadeByNewer } from '#simulation/kernel/made-by-newer'
import { scenario } from '#simulation/scenario/scenario'
import { SOCKET_PATH } from '#simulation/wire/paths'
import {
  type Ack,
  type JoinAnswer,
  type Submission,
  type WIRE_REFUSALS,
  WIRE_VERSIONS,
  type WireVersions,
} from '#simulation/wire/protocol'
import { Broadcaster } from './broadcaster'
import { answerIn, type Connection, type ConnectionData, type FromPages, type ToPages } from './connection'
import { DoorNewsCache } from './door-news-cache'
import { isPlacedElsewhere, prepareJoin, type Refusal, readRequest, subscriptionOf } from './joining'
import type { Member } from './members'
import { Rooms } from './rooms'
import { SessionsInUse } from './sessions-in-use'
import { StaffAccess } from './staff-access'
import { readSubmission } from './submitting'
import { Throttle, Throttles } from './throttle'
import { realTime, type Time } from './time'
import { cutWhenSlow } from './transport/slow-reader'
import { PreparedMessage, wireFormat } from './transport/wire-encoder'

export type Gateway = {
  /** Tells every page that the server restarts, saves what waits, and closes the sockets; the HTTP server stays. */
  close(): Promise<void>
}
export type GatewayOptions = {
  httpServer: HttpServer
  databaseUrl: string
  /** The exact origins pages may speak from; a handshake without one of them is refused. */
  origins: readonly string[]
  publicUrl: string
  time?: Time
  /** By which the numbers held back are told. A test that has the rooms' clock in its hand lets this one run. */
  fullSeconds?: Time
  /** How much a page may ask; a load test that plays a whole class over a few lines lifts it. */
  allowances?: typeof PAGE_ALLOWANCES
  /** What it speaks with pages; a test that plays a change of versions has it speak another. */
  spoken?: WireVersions
}

const PAGE_ALLOWANCES = {
  submits: { burst: 20, perSecond: 5 },
  submitsOfPerson: { burst: 40, perSecond: 10 },
  joins: { burst: 10, perSecond: 1 },
  /** Anything at all; whoever sends more is not a page of ours. */
  messages: { burst: 300, perSecond: 60 },
}
const RECHECK_MS = 5 * 60_000
const CLOSING_MS = 8_000
/** What was said to a page last goes out before its line is closed, unless the page does not read. */
const PARTING_MS = 2_000
/** What the clock owes a room may be this late before it counts as overdue. */
const OVERDUE_MS = 2_000

export async function openGateway(options: GatewayOptions): Promise<Gateway> {
  const { httpServer, databaseUrl, origins, publicUrl } = options
  const { time = realTime, allowances = PAGE_ALLOWANCES, spoken = WIRE_VERSIONS } = options
  const log = openRoomLog(databaseUrl)
  const sessionsInUse = new SessionsInUse(time.now, readAliveSessions)
  const door = new DoorNewsCache(time, readDoorNews, (activityId, news) => broadcaster.showDoor(activityId, news))
  const people = new Throttles(allowances.submitsOfPerson, time.now)
  let closing = false

  const rooms = new Rooms({
    log,
    time,
    readActivityId: readActivityIdOf,
    readScenario: async (activityId) => scenario.parse(await readScenario(activityId)),
    tell(live, rows, state, before) {
      broadcaster.tell(live, rows, state, before)
      // The door of an activity closes by itself when a phase starts.
      if (rows.some(({ event }) => event.type === 'PhaseStarted')) door.refresh(live.activityId)
    },
  })
  const broadcaster = new Broadcaster({
    time,
    fullSeconds: options.fullSeconds ?? time,
    publicUrl,
    roomLeft: (live) => rooms.release(live),
    activityLeft: (activityId) => door.forget(activityId),
  })
  const { members } = broadcaster
  const staffAccess = new StaffAccess(
    () => members.all(),
    (connection) => broadcaster.leave(connection, 'rejoin'),
  )
  const notices = await hearNotices(
    databaseUrl,
    {
      session_revoked: (id) => sessionsInUse.revoke(id),
      session_restored: (id) => sessionsInUse.restore(id),
      door: (activityId) => door.refresh(activityId),
      // Also where another table's desk removed them; at their own they have left by the time this is heard, or are about to.
      participant_removed: (participantId) => {
        for (const { person, connection } of members.all())
          if (person === participantId) broadcaster.leave(connection, 'removed')
      },
      part_changed: (userId) => staffAccess.changed(userId),
      rooms_planned: wake,
      room_written: (id) => rooms.hearNews(id),
    },
    recheck,
  )

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
      answer(null, !closing && headers.origin !== undefined && origins.includes(headers.origin)),
  })

  // What is answered to a handshake, the upgrade and Engine.IO's first word, goes out together.
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

  io.on('connection', (socket) => {
    const { data } = socket
    data.signIn = sessionsInUse.hold(data.identity.sessionId, () => {
      broadcaster.leave(socket, 'signed-out')
      socket.disconnect(true)
    })
    data.submits = new Throttle(allowances.submits, time.now)
    data.joins = new Throttle(allowances.joins, time.now)
    data.member = null
    data.latestJoin = 0
    data.outlet = cutWhenSlow(socket.conn, () => {
      slowReadersCut.inc()
      logInfo('a page that does not read was cut')
    })
    const messages = new Throttle(allowances.messages, time.now)
    socket.use((_, next) => {
      if (messages.take()) next()
      else socket.disconnect(true)
    })
    socket.on('join', (...asked) => {
      void join(socket, asked[0], answerIn(asked, socket))
    })
    socket.on('submit', (...asked) => {
      const answer = answerIn(asked, socket)
      submit(socket, asked[0], (ack) => answer(asPrepared(ack)))
    })
    socket.on('clock', (...asked) => answerIn(asked, socket)(asPrepared({ now: time.now() })))
    socket.on('disconnect', () => {
      data.signIn.release()
      broadcaster.part(socket)
    })
    if (!data.signIn.isAlive) socket.disconnect(true)
  })

  async function join(socket: Connection, asked: unknown, answer: (message: PreparedMessage) => void): Promise<void> {
    const refuse = ({ refusal }: Refusal) => answer(asPrepared({ ok: false, refusal } satisfies JoinAnswer))
    const { data } = socket
    data.latestJoin += 1
    const thisJoin = data.latestJoin
    if (!data.signIn.isAlive) return refuse({ refusal: 'signed-out' })
    if (!data.joins.take()) return refuse({ refusal: 'slow-down' })
    const request = readRequest(asked, spoken)
    if ('refusal' in request) return refuse(request)
    const { changes } = staffAccess
    try {
      const prepared = await prepareJoin(request, data.identity.user, { rooms, door })
      // A house that closes opens no more rooms, which is not to say that there is no such room.
      if (closing) return refuse({ refusal: 'try-again' })
      if ('refusal' in prepared) return refuse(prepared)
      // From here on nothing waits: the room cannot move between what is read and being subscribed to it.
      if (!socket.connected || thisJoin !== data.latestJoin) return refuse({ refusal: 'try-again' })
      if (prepared.as.kind === 'staff' && changes !== staffAccess.changes) return refuse({ refusal: 'try-again' })
      if (!data.signIn.isAlive) return refuse({ refusal: 'signed-out' })
      const subscription = subscriptionOf(prepared)
      if ('refusal' in subscription) return refuse(subscription)
      const news = door.now(prepared.live.activityId)
      if (!news || isPlacedElsewhere(news, subscription.person, prepared.live.room.id))
        return refuse({ refusal: 'try-again' })
      answer(broadcaster.follow(socket, prepared, subscription, news))
    } catch (error) {
      const isNewer = error instanceof MadeByNewer
      logError(isNewer ? 'a room was written by a newer server' : 'a join failed', error, { room: request.roomId })
      refuse({ refusal: isNewer ? 'made-by-newer' : 'try-again' })
    }
  }

  function submit(socket: Connection, asked: unknown, answer: (ack: Ack) => void): void {
    const read = readFor(socket, asked)
    if (typeof read === 'string') {
      messagesRefused.inc({ why: read })
      answer({ ok: false, rejection: read })
    } else read.member.live.room.submit(read.member.actor, read.commandId, read.command, answer)
  }

  /** What is submitted and by whom: the actor is who joined, never what the message says. */
  function readFor(
    { data }: Connection,
    asked: unknown,
  ): (Submission & { member: Member<Connection> }) | (typeof WIRE_REFUSALS)[number] {
    if (!data.signIn.isAlive) return 'signed-out'
    if (!data.submits.take() || !people.take(data.identity.user.id)) return 'slow-down'
    const read = readSubmission(asked)
    if (!read) return 'malformed'
    const { member } = data
    if (member?.live.room.id !== read.roomId || member.viewer.kind === 'stage') return 'not-joined'
    return closing ? 'try-again' : { ...read, member }
  }

  function recheck(): void {
    sessionsInUse.recheck().catch((error: unknown) => logError('sign-ins could not be looked up', error))
    staffAccess
      .recheck()
      .catch((error: unknown) => logError('the staffAccess of colleagues could not be looked up', error))
    door.refreshAll()
    for (const { room } of rooms.all()) room.hearNews()
    wake()
  }

  /** Takes up every room whose clock owes something, also those that nobody has subscription yet. */
  function wake(): void {
    void rooms.wake().catch((error: unknown) => logError('the running rooms could not be found', error))
  }
  const rechecking = setInterval(recheck, RECHECK_MS)
  watchGauges(() => {
    const latest = rooms.lateness()
    return {
      connections: io.engine.clientsCount,
      joined: members.all().length,
      rooms: rooms.all().length,
      queued: rooms.all().reduce((sum, { room }) => sum + room.queued, 0),
      overdue: latest.filter((late) => late > OVERDUE_MS).length,
      latestSeconds: Math.max(0, ...latest) / 1000,
    }
  })
  wake()

  return {
    async close() {
      closing = true
      clearInterval(rechecking)
      door.close()
      for (const { connection } of members.all()) broadcaster.leave(connection, 'updating')
      let cancel: () => void = () => undefined
      const patience = new Promise<void>((done) => {
        cancel = time.later(CLOSING_MS, done)
      })
      await Promise.race([rooms.close(), patience])
      cancel()
      io.disconnectSockets(true)
      const parted = Date.now() + PARTING_MS
      while (io.engine.clientsCount > 0 && Date.now() < parted) await new Promise((again) => setTimeout(again, 10))
      io.engine.close() // at once, with whatever still waits to be written
      await Promise.all([notices.close(), log.close()])
    },
  }
}

const asPrepared = (message: object): PreparedMessage => new PreparedMessage(JSON.stringify(message))
