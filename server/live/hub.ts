/**
 * The live rooms and everybody connected to them: what a connection may ask, who is told, and what notices from the database change.
 * How sockets come to be is gateway.ts's and transport's concern.
 */

import { logError } from '#server/base/faults/logger'
import { type Gauges, messagesRefused } from '#server/base/metrics'
import { rankOf } from '#server/cluster/rendezvous-hash'
import { RoomNews } from '#server/cluster/room-news'
import type { SharedLimits } from '#server/cluster/shared-rate-limit'
import { readScenario } from '#server/store/activities/activities'
import { readActivityIdOf } from '#server/store/activities/rooms'
import { readDoorNews } from '#server/store/door/door-news'
import { refreshFromLog } from '#server/store/log/refreshing'
import { isDemoPerson } from '#server/store/people/demo-person'
import { readAliveSessions } from '#server/store/people/sessions'
import type { Identity } from '#server/web/identity'
import { causes } from '#simulation/engine/catalogue'
import type { RoomId } from '#simulation/kernel/ids'
import { isChair } from '#simulation/state/actor'
import type { Ack } from '#simulation/wire/protocol'
import { Absences } from './absences'
import { submitInTurn } from './before-submit'
import { Broadcaster } from './broadcaster'
import type { Connection } from './connection'
import { gaugesOf } from './gauges'
import type { HubOptions } from './hub-options'
import { Joins } from './joins'
import { OwnLines } from './own-lines'
import { DoorNewsCache } from './pages/door-news-cache'
import { SessionsInUse } from './pages/sessions-in-use'
import { Rooms } from './rooms'
import { Throttle, Throttles } from './saving/throttle'
import { ackFor, submissionOf } from './submitting'
import { Subscriptions } from './subscriptions'
import type { Answer, PageSocket } from './transport/page-socket'
import { Watching } from './watching'
import { Writing } from './writing'

/** Of what a person may send at once, so much is sent without a word to the other servers; nobody who speaks sends more in one breath. */
const QUIET_SHARE = 0.25
/** How long `close` waits for the rooms to save what waits. */
const CLOSING_MS = 8_000

export class Hub {
  readonly rooms: Rooms
  readonly #broadcaster: Broadcaster
  readonly #door: DoorNewsCache
  readonly sessions: SessionsInUse
  readonly #subscriptions: Subscriptions
  readonly #watching: Watching
  readonly #people: Throttles
  readonly #absences: Absences
  readonly #joins: Joins
  readonly #writing: Writing
  readonly #lines = new OwnLines()
  #closing = false

  constructor(private readonly options: HubOptions) {
    const { log, time, publicUrl, allowances, others, listener } = options
    const { submitsOfPerson } = allowances
    this.#people = new Throttles(submitsOfPerson, time.now, submitsOfPerson.burst * QUIET_SHARE)
    this.sessions = new SessionsInUse(time.now, readAliveSessions)
    this.#door = new DoorNewsCache(time, readDoorNews, (activityId, news, readFrom) => {
      if (this.#broadcaster.showDoor(activityId, news, readFrom)) this.#door.refresh(activityId)
      this.#watching.showDoor(activityId, news)
    })
    this.rooms = new Rooms({
      log,
      time,
      readActivityId: readActivityIdOf,
      readScenario,
      tell: (live, rows, state, before) => {
        this.#broadcaster.tell(live, rows, state, before)
        // What a chair has done, from whichever page, their pages of the whole seminar show at once.
        if (rows.some(({ by }) => isChair(by))) this.#watching.acted(live)
        else this.#watching.changed(live)
        // The first phase that starts closes the activity's code, which its pages show.
        if (rows.some(({ event }) => causes(event, 'door'))) this.#door.refresh(live.activityId)
      },
      listener,
      news: new RoomNews(others.engine, others.peers, time),
      presenceChanged: (live) => this.#broadcaster.showPresenceSoon(live),
      writes: (live, writing) => this.#broadcaster.tellWriting(live, writing),
      startedOver: (live) => {
        this.#broadcaster.comeInAnew(live)
        this.#watching.changed(live)
        void refreshFromLog(live.room.id).catch((error: unknown) =>
          logError('what queries know of a room could not be made from its log', error, { room: live.room.id }),
        )
      },
      tellSaving: (live) => {
        this.#broadcaster.tellSaving(live)
        this.#watching.changed(live)
      },
    })
    this.#subscriptions = new Subscriptions({ door: this.#door, isClosing: () => this.#closing })
    const end = this.#subscriptions.end.bind(this.#subscriptions)
    this.#watching = new Watching({ time, rooms: this.rooms, door: this.#door, end })
    others.peers.onChange(() => {
      this.rooms.serversChanged()
      this.wake()
    })
    this.#broadcaster = new Broadcaster({
      time,
      publicUrl,
      end,
      roomLeft: (live) => this.rooms.release(live),
      presenceShown: (live) => this.#watching.changed(live),
    })
    this.#writing = new Writing(time, (live, writing) => this.#broadcaster.tellWriting(live, writing))
    this.#absences = new Absences({ now: time.now, rooms: this.rooms, door: this.#door })
    this.#joins = new Joins({
      rooms: this.rooms,
      door: this.#door,
      broadcaster: this.#broadcaster,
      absences: this.#absences,
    })
  }

  /** Whether a new connection is taken. */
  get isOpen(): boolean {
    return !this.#closing
  }

  /** What a person may spend on all servers together. */
  limits(): SharedLimits {
    return { submitsOfPerson: this.#people }
  }

  /** What each notice from the database changes here. */
  notices() {
    return {
      session_revoked: (id: string) => this.sessions.revoke(id),
      session_restored: (id: string) => this.sessions.restore(id),
      door: (activityId: string) => {
        this.#absences.forget(activityId)
        this.#door.refresh(activityId)
      },
      // For a person removed by the desk of another room; those of this room have left by the row in its log.
      participant_removed: (participantId: string) => {
        this.#absences.forget(participantId)
        this.#subscriptions.endWhere(({ subscription }) => subscription?.member?.person === participantId, 'removed')
      },
      part_changed: (userId: string) => {
        this.#absences.forget(userId)
        this.#subscriptions.endWhere(({ identity }) => identity.user.id === userId, 'rejoin')
      },
      rooms_planned: () => this.wake(),
      room_written: (id: string) => this.rooms.hearNews(id),
      // Its rows were changed in the database: what lies in this server's memory holds the words still.
      room_redacted: (id: string) => {
        const live = this.rooms.forget(id)
        if (!live) return
        this.#broadcaster.comeInAnew(live)
        this.#watching.rejoin(live)
      },
    }
  }

  /** Takes up a new connection of a signed-in person. */
  connect(socket: PageSocket, identity: Identity): void {
    const { time, allowances } = this.options
    const signIn = this.sessions.hold(identity, () => {
      this.#subscriptions.end(connection, 'signed-out')
      socket.disconnect()
    })
    const connection: Connection = {
      socket,
      identity,
      signIn,
      submits: new Throttle(allowances.submits, time.now),
      joins: new Throttle(allowances.joins, time.now),
      subscription: null,
      turn: 0,
    }
    this.#subscriptions.open(connection)
    socket.onClose(() => {
      signIn.release()
      this.#lines.closed(connection)
      if (connection.subscription?.member) this.#absences.left(connection.subscription.member)
      this.#subscriptions.close(connection)
    })
    if (!signIn.isAlive) socket.disconnect()
    // The demo's visitors are all one person.
    else if (!isDemoPerson(identity.user)) this.#endSurplus(this.#lines.open(connection))
    const messages = new Throttle(allowances.messages, time.now)
    socket.onMessage((name, asked, answer) => {
      if (messages.take()) this.#hear(connection, name, asked, answer)
      else socket.disconnect()
    })
  }

  #endSurplus(oldest: Connection | null): void {
    if (!oldest) return
    this.#subscriptions.end(oldest, 'too-many')
    oldest.socket.disconnect()
  }

  /** A name that no page of ours sends is passed over. */
  #hear(connection: Connection, name: unknown, asked: unknown, answer: Answer): void {
    if (name === 'submit') this.#submit(connection, asked, answer)
    else if (name === 'join') void this.#subscriptions.ask(connection, asked, answer, this.#joins)
    else if (name === 'writing') this.#writing.hear(connection, asked)
    else if (name === 'clock') answer({ now: this.options.time.now() })
    else if (name === 'watch') void this.#subscriptions.ask(connection, asked, answer, this.#watching)
    else if (name === 'act') this.#watching.act(connection, asked, (acks) => answer({ acks }))
  }

  /** Looks up what missed notices may have changed, and what changes without one, such as sessions that expire. */
  recheck(): void {
    this.#absences.forgetAll()
    void this.#recheckPeople()
    this.#door.refreshAll()
    for (const { room } of this.rooms.all()) room.hearNews()
    this.wake()
  }

  /** The people first: what they may do is looked up for them as they are now. */
  async #recheckPeople(): Promise<void> {
    await this.sessions.recheck().catch((error: unknown) => logError('sign-ins could not be looked up', error))
    await this.#subscriptions
      .recheck()
      .catch((error: unknown) => logError('the parts of colleagues could not be looked up', error))
  }

  /** Loads every room whose clock owes something and that falls to this server, also those that nobody has joined yet. */
  wake(): void {
    const { peers } = this.options.others
    const isOurs = (room: RoomId) => rankOf(peers.id, peers.living, room) === 0
    void this.rooms.wake(isOurs).catch((error: unknown) => logError('the running rooms could not be found', error))
  }

  /** What the metrics say of the rooms here. */
  gauges(): Omit<Gauges, 'connections'> {
    return {
      people: this.#lines.people,
      ...gaugesOf(this.rooms, this.#subscriptions.count, this.options.time.now()),
    }
  }

  /** Tells every page that the server restarts, and resolves when the rooms have saved what waits, or after CLOSING_MS. */
  async close(): Promise<void> {
    this.#closing = true
    this.#door.close()
    this.#subscriptions.endWhere(() => true, 'restarting')
    let cancel: () => void = () => undefined
    const patience = new Promise<void>((done) => {
      cancel = this.options.time.later(CLOSING_MS, done)
    })
    await Promise.race([this.rooms.close(), patience])
    cancel()
  }

  #submit(connection: Connection, asked: unknown, answer: (ack: Ack) => void): void {
    const read = submissionOf(connection, asked, { people: this.#people, isClosing: this.#closing })
    if (typeof read === 'string') {
      messagesRefused.inc({ why: read })
      answer({ ok: false, rejection: read })
    } else {
      const { live, actor, viewer, submission } = read
      submitInTurn(live, actor, submission, (ack) => answer(ackFor(live.room, viewer, ack)))
    }
  }
}
