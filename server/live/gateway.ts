/**
 * The sockets: who may open one, what they ask, and what each is told. The only file that knows Socket.IO.
 * It must not know the rules of a room, nor judge who may hear what.
 */
import type { Server as HttpServer } from 'node:http'
import type { Duplex } from 'node:stream'
import { type Socket as IoSocket, Server } from 'socket.io'
import { type Identity, whoIs } from '#server/identity'
import { complain, note } from '#server/journal'
import { messagesRefused, publishSeconds, slowReadersCut, watchStanding } from '#server/meters'
import { readScenario } from '#server/store/activities'
import { type DoorNews, readDoorNews } from '#server/store/door-news'
import { hearNotices } from '#server/store/notices'
import { openRoomLog } from '#server/store/room-log'
import { readActivityIdOf } from '#server/store/rooms'
import { readAliveSessions } from '#server/store/sessions'
import type { Ack, JoinAnswer, ServerToClient, Submission, WIRE_REFUSALS } from '#simulation/protocol'
import type { Recorded } from '#simulation/record'
import { type RoomState, seatHeldBy } from '#simulation/room-state'
import { scenario } from '#simulation/scenario'
import { DoorWatch, knocksFor, rollOf } from './door-watch'
import { aboutFor, type Entered, enter, prepareVisit, type Refused, readRequest, type Visit } from './joining'
import { type Member, Members } from './members'
import { Rooms, type Session } from './rooms'
import { SessionsInUse, type Ticket } from './sessions-in-use'
import { cutWhenSlow, type Outlet } from './slow-reader'
import { readSubmission } from './submitting'
import { tellings, yoursFor } from './telling'
import { Throttle, Throttles } from './throttle'
import { realTime, type Time } from './time'
import { frameOf, Prepared, wireFormat } from './wire-encoder'

type Asked = (...asked: unknown[]) => void
type FromPages = { join: Asked; submit: Asked; clock: Asked }
/** What is told to many is put into JSON once. */
type ToMany = 'tell' | 'presence' | 'roll'
type ToPages = Omit<ServerToClient, ToMany> & Record<ToMany, (message: Prepared) => void>
type Kept = {
  identity: Identity
  ticket: Ticket
  submits: Throttle
  joins: Throttle
  member: Member<Line> | null
  /** Counts joins, so that an older one that took longer does not win. */
  turn: number
  outlet: Outlet
}
type Line = IoSocket<FromPages, ToPages, Record<never, never>, Kept>

export type Gateway = {
  /** Tells every page that the server restarts, saves what waits, and closes the sockets; the HTTP server stays. */
  close(): Promise<void>
}
export type Surroundings = {
  httpServer: HttpServer
  databaseUrl: string
  /** The exact origins pages may speak from; a handshake without one of them is refused. */
  origins: readonly string[]
  publicUrl: string
  time?: Time
  /** How much a page may ask; a load test that plays a whole class over a few lines lifts it. */
  allowances?: typeof PAGE_ALLOWANCES
}

const PAGE_ALLOWANCES = {
  submits: { burst: 20, perSecond: 5 },
  submitsOfPerson: { burst: 40, perSecond: 10 },
  joins: { burst: 10, perSecond: 1 },
  /** Anything at all; whoever sends more is not a page of ours. */
  messages: { burst: 300, perSecond: 60 },
}
const RECHECK_MS = 5 * 60_000
const PRESENCE_MS = 1_000
const CLOSING_MS = 8_000
/** What was said to a page last goes out before its line is closed, unless the page does not read. */
const PARTING_MS = 2_000
/** What the clock owes a room may be this late before it counts as overdue. */
const OVERDUE_MS = 2_000

export async function openGateway(surroundings: Surroundings): Promise<Gateway> {
  const { httpServer, databaseUrl, origins, publicUrl, time = realTime, allowances = PAGE_ALLOWANCES } = surroundings
  const log = openRoomLog(databaseUrl)
  const members = new Members<Line>()
  const sessionsInUse = new SessionsInUse(time.now, readAliveSessions)
  const door = new DoorWatch(time, readDoorNews, showDoor)
  const people = new Throttles(allowances.submitsOfPerson, time.now)
  const showing = new Set<Session>()
  const arming = new Set<Session>()
  let closing = false

  const rooms = new Rooms({
    log,
    time,
    readActivityId: readActivityIdOf,
    readScenario: async (activityId) => scenario.parse(await readScenario(activityId)),
    tell,
  })
  const notices = await hearNotices(
    databaseUrl,
    {
      session_revoked: (id) => sessionsInUse.revoke(id),
      door: (activityId) => door.refresh(activityId),
      participant_removed: (participantId) => {
        for (const { person, session } of members.all()) if (person === participantId) door.refresh(session.activityId)
      },
      rooms_planned: wake,
    },
    recheck,
  )

  const io = new Server<FromPages, ToPages, Record<never, never>, Kept>(httpServer, {
    path: '/socket.io',
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
        complain('a handshake could not be looked up', error)
        next(new Error('try-again'))
      },
    )
  })

  io.on('connection', (socket) => {
    const { data } = socket
    data.ticket = sessionsInUse.hold(data.identity.sessionId, () => {
      leave(socket, 'signed-out')
      socket.disconnect(true)
    })
    data.submits = new Throttle(allowances.submits, time.now)
    data.joins = new Throttle(allowances.joins, time.now)
    data.member = null
    data.turn = 0
    data.outlet = cutWhenSlow(socket.conn, () => {
      slowReadersCut.inc()
      note('a page that does not read was cut')
    })
    const messages = new Throttle(allowances.messages, time.now)
    socket.use((_, next) => {
      if (messages.take()) next()
      else socket.disconnect(true)
    })
    socket.on('join', (...asked) => {
      void join(socket, asked[0], answerIn<JoinAnswer | Prepared>(asked))
    })
    socket.on('submit', (...asked) => {
      const answer = answerIn<Prepared>(asked)
      submit(socket, asked[0], (ack) => answer(new Prepared(JSON.stringify(ack))))
    })
    socket.on('clock', (...asked) => answerIn<{ now: number }>(asked)({ now: time.now() }))
    socket.on('disconnect', () => {
      data.ticket.release()
      part(socket)
    })
    if (!data.ticket.isAlive) socket.disconnect(true)
  })

  async function join(socket: Line, asked: unknown, answer: (answer: JoinAnswer | Prepared) => void): Promise<void> {
    const refuse = ({ refusal }: Refused) => answer({ ok: false, refusal })
    const { data } = socket
    data.turn += 1
    const turn = data.turn
    if (!data.ticket.isAlive) return refuse({ refusal: 'signed-out' })
    if (!data.joins.take()) return refuse({ refusal: 'slow-down' })
    const request = readRequest(asked)
    if ('refusal' in request) return refuse(request)
    try {
      const visit = await prepareVisit(request, data.identity.user, { rooms, door })
      // A house that closes opens no more rooms, which is not to say that there is no such room.
      if (closing) return refuse({ refusal: 'try-again' })
      if ('refusal' in visit) return refuse(visit)
      // From here on nothing waits: the room cannot move between what is read and being subscribed to it.
      if (!socket.connected || turn !== data.turn) return refuse({ refusal: 'try-again' })
      if (!data.ticket.isAlive) return refuse({ refusal: 'signed-out' })
      const entered = enter(visit)
      if ('refusal' in entered) return refuse(entered)
      const news = door.now(visit.session.activityId)
      if (!news) return refuse({ refusal: 'try-again' })
      part(socket)
      const member = follow(socket, visit, entered)
      answer(welcome(member, entered.from, news))
    } catch (error) {
      complain('a join failed', error, { room: request.roomId })
      refuse({ refusal: 'try-again' })
    }
  }

  function follow(socket: Line, { session, roomName, user }: Visit, entered: Entered): Member<Line> {
    const { viewer, person, actor } = entered
    const member = members.add({ line: socket, session, viewer, person, actor, userId: user.id, roomName })
    socket.data.member = member
    session.followers += 1
    if (viewer.kind === 'person') {
      session.presence.came(viewer.person)
      presenceChanged(session)
    }
    return member
  }

  function welcome(member: Member<Line>, from: number, news: DoorNews): Prepared {
    const { session, viewer, line } = member
    const { rows, state } = session.room
    const head = JSON.stringify({
      ok: true,
      viewer,
      now: time.now(),
      from,
      presence: state ? session.presence.shown(state) : { seats: [], people: [] },
      knocks: knocksFor(news, viewer),
      room: aboutFor(news, about(member), viewer),
    })
    const yours = yoursFor(session.texts, rows, from, viewer, isUnsealed(state))
    const rest = session.texts.arrival(rollOf(news), rows, from)
    line.data.outlet.allow(rest.length + yours.length)
    return new Prepared(`${head.slice(0, -1)},"yours":${yours},`, rest)
  }

  function submit(socket: Line, asked: unknown, answer: (ack: Ack) => void): void {
    const read = readFor(socket, asked)
    if (typeof read === 'string') {
      messagesRefused.inc({ why: read })
      answer({ ok: false, rejection: read })
    } else read.member.session.room.submit(read.member.actor, read.commandId, read.command, answer)
  }

  /** What is submitted and by whom: the actor is who joined, never what the message says. */
  function readFor(
    { data }: Line,
    asked: unknown,
  ): (Submission & { member: Member<Line> }) | (typeof WIRE_REFUSALS)[number] {
    if (!data.ticket.isAlive) return 'signed-out'
    if (!data.submits.take() || !people.take(data.identity.user.id)) return 'slow-down'
    const read = readSubmission(asked)
    if (!read) return 'malformed'
    const { member } = data
    if (member?.session.room.id !== read.roomId || member.viewer.kind === 'stage') return 'not-joined'
    return closing ? 'try-again' : { ...read, member }
  }

  /** The one place where anybody is told what happened. Whoever's view changed leaves first and joins again. */
  function tell(session: Session, rows: readonly Recorded[], state: RoomState, before: RoomState | null): void {
    const { id } = session.room
    const opened = isUnsealed(state) !== isUnsealed(before)
    const seatsMoved = state.seats !== before?.seats || state.removed !== before.removed
    if (opened || seatsMoved)
      for (const { line, person, viewer } of members.of(id)) {
        if (person !== null && state.removed.includes(person)) leave(line, 'removed')
        else if (viewer.kind === 'person' && (opened || (seatHeldBy(state, viewer.person)?.id ?? null) !== viewer.seat))
          leave(line, 'rejoin')
      }
    for (const { keys, message } of tellings(id, session.texts, rows, members.viewers(id), isUnsealed(state)))
      tellAll(keys === 'all' ? members.of(id) : members.with(id, keys), 'tell', message)
    publishSeconds.observe(Math.max(0, time.now() - (rows[0]?.at ?? time.now())) / 1000)
    if (seatsMoved) showPresenceSoon(session)
    // The door of an activity closes by itself when a phase starts.
    if (rows.some(({ event }) => event.type === 'PhaseStarted')) door.refresh(session.activityId)
  }

  /** No member any more, and only then told why: not a byte of the room follows. */
  function leave(socket: Line, why: 'removed' | 'rejoin' | 'signed-out' | 'updating'): void {
    const { member } = socket.data
    if (!member) return
    part(socket)
    socket.emit('leave', { roomId: member.session.room.id, why })
  }

  function part(socket: Line): void {
    const { member } = socket.data
    if (!member) return
    const { session, viewer } = member
    socket.data.member = null
    socket.data.turn += 1
    members.remove(member)
    session.followers -= 1
    if (viewer.kind === 'person') {
      session.presence.went(viewer.person, time.now())
      presenceChanged(session)
    }
    if (session.followers === 0) rooms.release(session)
    if (!members.isFollowed(session.activityId)) door.forget(session.activityId)
  }

  /** A class comes in at once: its room looks once at what that makes due. */
  function presenceChanged(session: Session): void {
    showPresenceSoon(session)
    if (arming.has(session)) return
    arming.add(session)
    setImmediate(() => {
      arming.delete(session)
      session.clock.arm()
    })
  }

  function showPresenceSoon(session: Session): void {
    if (showing.has(session)) return
    showing.add(session)
    time.later(PRESENCE_MS, () => {
      showing.delete(session)
      const { state, id } = session.room
      if (!state) return
      const message = { roomId: id, presence: session.presence.shown(state) }
      tellAll(members.of(id), 'presence', new Prepared(JSON.stringify(message)))
    })
  }

  function showDoor(activityId: string, news: DoorNews): void {
    const places = new Map(news.participants.map((row) => [row.id, row]))
    const staying = new Map<Session, Member<Line>[]>()
    for (const member of members.ofActivity(activityId)) {
      const { line, viewer, person, userId, session } = member
      const roomId = session.room.id
      const place = person === null ? null : places.get(person)
      if (place?.removedAt) leave(line, 'removed')
      else if (place === undefined || (place && (place.roomId !== roomId || place.userId !== userId)))
        leave(line, 'rejoin')
      else {
        const present = staying.get(session)
        if (present) present.push(member)
        else staying.set(session, [member])
        line.emit('knocks', { roomId, knocks: knocksFor(news, viewer) })
        line.emit('room', { roomId, room: aboutFor(news, about(member), viewer) })
      }
    }
    for (const [{ room }, present] of staying)
      tellAll(present, 'roll', new Prepared(`{"roomId":${JSON.stringify(room.id)},"roll":${rollOf(news)}}`))
  }

  const about = ({ session, roomName }: Member<Line>) => ({ roomName, activityId: session.activityId, publicUrl })

  function recheck(): void {
    sessionsInUse.recheck().catch((error: unknown) => complain('sign-ins could not be looked up', error))
    door.refreshAll()
    wake()
  }

  /** Takes up every room whose clock owes something, also those that nobody has entered yet. */
  function wake(): void {
    void rooms.wake().catch((error: unknown) => complain('the running rooms could not be found', error))
  }
  const rechecking = setInterval(recheck, RECHECK_MS)
  watchStanding(() => {
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
      for (const { line } of members.all()) leave(line, 'updating')
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

/** One message for many: a frame that is made once and written as it is. Socket.IO's own way costs twice the time for each of them. */
function tellAll(to: readonly Member<Line>[], name: ToMany, message: Prepared): void {
  if (to.length === 0) return
  const frame = frameOf(name, message)
  for (const { line } of to) if (!line.data.outlet.write(frame)) line.emit(name, message)
}

const isUnsealed = (state: RoomState | null): boolean => state !== null && state.unsealedAt !== null

/** The answer a page waits for, if it asked for one: a page that gave none is simply not answered. */
function answerIn<Answer>(asked: readonly unknown[]): (answer: Answer) => void {
  const last = asked.at(-1)
  return (answer) => {
    if (typeof last === 'function') last(answer)
  }
}
