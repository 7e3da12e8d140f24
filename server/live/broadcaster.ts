/**
 * Sends the connections of a room what they are due: rows, presence, display names, join requests, the room's name and code, and
 * that they must leave. Who may hear what is judged in simulation/secrecy; connections are opened and closed in gateway.ts.
 */
import { publishSeconds } from '#server/base/metrics'
import type { WritingHere } from '#server/cluster/room-news'
import type { DoorNews } from '#server/store/door/door-news'
import { causes, viewChangedOf } from '#simulation/engine/catalogue'
import type { Fullness } from '#simulation/engine/record-space'
import { type PersonId, type RoomId, roomId } from '#simulation/kernel/ids'
import type { Viewer } from '#simulation/kernel/viewer'
import type { MaskedRow } from '#simulation/secrecy/masked-row'
import { heardBesides, heardByAll, isHeardBy } from '#simulation/secrecy/visible-row'
import type { RoomState } from '#simulation/state/room-state'
import type { DisplayNames, Knock, RoomAbout, SentJoinAnswer } from '#simulation/wire/protocol'
import { type Connection, type EndedBy, sendTo, sendToAll } from './connection'
import { aboutFor, type JoinedAs, type PreparedJoin } from './joining'
import type { LiveRoom } from './live-room'
import { type Member, Members } from './members'
import { displayNamesFor } from './pages/display-names'
import { knocksFor } from './pages/door-news-cache'
import { deliveries } from './pages/fan-out'
import { packedForAll } from './saving/packed-rows'
import type { Time } from './saving/time'

/** Changes of presence within this time are sent as one message. */
const PRESENCE_MS = 1_000

type BroadcasterOptions = {
  time: Time
  publicUrl: string
  /** Called when the last connection that followed the room is gone. */
  roomLeft: (live: LiveRoom) => void
  /** Has the connection leave the room. */
  end: (connection: Connection, why: EndedBy, to?: RoomId) => void
  /** Called with a room whenever who is there has been sent to it. */
  presenceShown?: (live: LiveRoom) => void
}

/** What a page is shown beside the log: join requests, the room's name and code, display names. */
type Door = { knocks: Knock[]; room: RoomAbout; roll: DisplayNames }

const savingFor = ({ room }: LiveRoom, viewer: Viewer) => ({
  unsavedSince: room.saving.since,
  space: viewer.kind === 'chair' ? room.space : null,
})

export class Broadcaster {
  readonly members = new Members<Connection>()
  readonly #showing = new Set<LiveRoom>()
  readonly #arming = new Set<LiveRoom>()
  /** What each page was sent last: of later news only the parts that differ are sent. */
  readonly #doors = new WeakMap<Member<Connection>, Door>()

  /** What the chairs of each room were told last of its space. */
  readonly #spaces = new WeakMap<LiveRoom, Fullness | null>()

  constructor(private readonly options: BroadcasterOptions) {}

  /** From now on the connection is sent what is new in the room; what it missed is its `welcome`, in the same step. */
  follow(
    connection: Connection,
    { live, roomName, user, person }: PreparedJoin,
    { viewer, actor }: JoinedAs,
  ): Member<Connection> {
    const since = this.options.time.now()
    const member = this.members.add({ connection, live, viewer, person, actor, userId: user.id, roomName, since })
    live.followers += 1
    live.channel.changed()
    if (viewer.kind === 'person') {
      live.presence.came(viewer.person)
      this.#presenceChanged(live)
    }
    return member
  }

  /** The answer to a join: everything up to now, rows from `from` on. */
  welcome(member: Member<Connection>, from: number, news: DoorNews): SentJoinAnswer {
    const { live, viewer } = member
    const { rows, state } = live.room
    const shown = this.#doorFor(member, news)
    this.#doors.set(member, shown)
    const presence = state ? live.presence.shown(state) : { seats: [], people: [] }
    const missed = rows.slice(from)
    return {
      ok: true,
      viewer,
      now: this.options.time.now(),
      from,
      forAll: from === 0 ? packedForAll(rows) : heardByAll(missed),
      rows: heardBesides(missed, viewer, isUnsealed(state)),
      presence,
      ...savingFor(live, viewer),
      ...shown,
    }
  }

  /**
   * Sends committed rows to everybody who hears them; the only place that does. A connection whose view these rows change (its person
   * changed seats, the record was unsealed, or words were put back) is told to join again instead, because it must also get older rows.
   */
  tell(live: LiveRoom, rows: readonly MaskedRow[], state: RoomState, before: RoomState | null): void {
    const { id } = live.room
    const { members } = this
    const opened = isUnsealed(state) !== isUnsealed(before)
    const seatsMoved = state.seats !== before?.seats || state.removed !== before.removed
    // A seat kept for somebody whose page waits here already: they come in again, and sit down in it (S19).
    const kept = rows.some(({ event }) => causes(event, 'waiting'))
    if (opened || seatsMoved || kept) {
      const reseated = peopleReseated(rows)
      for (const { connection, person, viewer } of members.of(live)) {
        if (person !== null && state.removed.includes(person)) this.options.end(connection, 'removed')
        else if (viewer.kind !== 'person') continue
        else if (opened || reseated.has(viewer.person) || (kept && !state.seated.includes(viewer.person)))
          this.options.end(connection, 'rejoin')
      }
    }
    const unsealed = isUnsealed(state)
    const rewrites = rows.filter(rewritesHeard)
    if (rewrites.length > 0)
      for (const { connection, viewer } of members.of(live))
        if (rewrites.some((row) => isHeardBy(row, viewer, unsealed))) this.options.end(connection, 'rejoin')
    for (const delivery of deliveries(live.room.rows, rows, members.viewers(live), unsealed))
      sendToAll(members.pages(live, delivery.keys), 'tell', { roomId: id, rows: [...delivery.rows] })
    const now = this.options.time.now()
    publishSeconds.observe(Math.max(0, now - (rows[0]?.at ?? now)) / 1000)
    if (seatsMoved) this.showPresenceSoon(live)
    if (live.room.space !== (this.#spaces.get(live) ?? null)) this.tellSaving(live)
  }

  /** Has every page of the room give up the rows that it holds, and come in again. */
  comeInAnew(live: LiveRoom): void {
    for (const { connection } of this.members.of(live)) this.options.end(connection, 'rejoin')
  }

  /** Sends the member nothing more. */
  remove(member: Member<Connection>): void {
    const { live, viewer } = member
    this.members.remove(member)
    live.followers -= 1
    live.channel.changed()
    if (viewer.kind === 'person') {
      live.presence.went(viewer.person, this.options.time.now())
      this.#presenceChanged(live)
    }
    if (live.followers === 0) this.options.roomLeft(live)
  }

  /**
   * Sends away those whom the news removes or moves to another room, and sends everybody else what is new for them. A newcomer whom the
   * news does not know, since it began to be read (`readFrom`) before they came, would be sent out of the room just entered: they stay,
   * and the answer is true, as the news must be read again.
   */
  showDoor(activityId: string, news: DoorNews, readFrom: number): boolean {
    const places = new Map(news.participants.map((row) => [row.id, row]))
    let isOld = false
    for (const member of this.members.ofActivity(activityId)) {
      const { connection, person, userId, live, since } = member
      const place = person === null ? null : places.get(person)
      if (place === undefined && since >= readFrom) isOld = true
      else if (place?.removedAt) this.options.end(connection, 'removed')
      else if (place === undefined || (place && place.userId !== userId)) this.options.end(connection, 'rejoin')
      else if (place && place.roomId !== live.room.id)
        this.options.end(connection, 'rejoin', place.roomId === null ? undefined : roomId.parse(place.roomId))
      else this.#showDoorTo(member, news)
    }
    return isOld
  }

  /** Sends one page the parts that are new for it. */
  #showDoorTo(member: Member<Connection>, news: DoorNews): void {
    const before = this.#doors.get(member)
    const { knocks, room, roll } = this.#doorFor(member, news)
    this.#doors.set(member, { knocks, room, roll })
    const { live, connection } = member
    const roomId = live.room.id
    if (!isSame(knocks, before?.knocks)) sendTo(connection.socket, 'knocks', { roomId, knocks })
    if (!isSame(room, before?.room)) sendTo(connection.socket, 'room', { roomId, room })
    if (!isSame(roll, before?.roll)) sendTo(connection.socket, 'roll', { roomId, roll })
  }

  #doorFor(member: Member<Connection>, news: DoorNews): Door {
    const { live, viewer } = member
    return {
      knocks: knocksFor(news, viewer),
      room: this.#aboutFor(member, news),
      roll: displayNamesFor(news, live.room, viewer),
    }
  }

  #aboutFor({ live, roomName, viewer }: Member<Connection>, news: DoorNews) {
    return aboutFor(news, { roomName, activityId: live.activityId, publicUrl: this.options.publicUrl }, viewer)
  }

  /** Says to the pages of a room since when the room cannot save, or that it can again, and to its chairs how full it is. */
  tellSaving(live: LiveRoom): void {
    const { room } = live
    this.#spaces.set(live, room.space)
    for (const [key, viewer] of this.members.viewers(live))
      sendToAll(this.members.pages(live, [key]), 'saving', { roomId: room.id, ...savingFor(live, viewer) })
  }

  /** Says to the pages of a room who types words for a clause. */
  tellWriting(live: LiveRoom, writing: WritingHere): void {
    sendToAll(this.members.pages(live), 'writing', { roomId: live.room.id, ...writing })
  }

  /** Arms the room's clock once for all who come or go in one turn of the event loop, as when a whole class joins at once. */
  #presenceChanged(live: LiveRoom): void {
    this.showPresenceSoon(live)
    if (this.#arming.has(live)) return
    this.#arming.add(live)
    setImmediate(() => {
      this.#arming.delete(live)
      live.clock.arm()
    })
  }

  /** Sends everybody in the room who is there now, once for all changes of a second. */
  showPresenceSoon(live: LiveRoom): void {
    if (this.#showing.has(live)) return
    this.#showing.add(live)
    this.options.time.later(PRESENCE_MS, () => {
      this.#showing.delete(live)
      const { state, id } = live.room
      if (!state) return
      sendToAll(this.members.pages(live), 'presence', { roomId: id, presence: live.presence.shown(state) })
      this.options.presenceShown?.(live)
    })
  }
}

/**
 * Whether a page cannot take over what this row does to those before it: it has no words that are put back, and it holds none of the rows
 * that come to it together with the strike of their words.
 */
const rewritesHeard = ({ event }: MaskedRow, place: number): boolean =>
  causes(event, 'words-back') || (causes(event, 'words') && place > 0)

/** People whose view of the rows changes by these; comparing seats before and after would miss one moved away and back in one commit. */
const peopleReseated = (rows: readonly MaskedRow[]): ReadonlySet<PersonId | null> =>
  new Set(rows.map(({ event }) => viewChangedOf(event)))

const isUnsealed = (state: RoomState | null): boolean => state !== null && state.unsealedAt !== null

const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)
