/**
 * Who follows which room, and what they are told: what happened, who is here, what stands over the door, and that they have to
 * leave. It must not know how a connection comes to be, nor judge who may hear what.
 */
import { publishSeconds } from '#server/ops/metrics'
import type { DoorNews } from '#server/store/door/door-news'
import type { PersonId } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/kernel/record'
import type { RoomState } from '#simulation/kernel/room-state'
import { type Line, tellAll } from './connection'
import { rollFor } from './display-names'
import { heldBack, tellings, yoursFor } from './fan-out'
import { aboutFor, type Entered, type Visit } from './joining'
import { type Member, Members } from './members'
import type { Session } from './rooms'
import type { Time } from './time'
import { Prepared } from './transport/wire-encoder'
import { knocksFor } from './waiting-room'

const PRESENCE_MS = 1_000
const HELD_BACK_MS = 1_000

export type Surroundings = {
  time: Time
  fullSeconds: Time
  publicUrl: string
  /** Nobody follows this room any more. */
  roomLeft: (session: Session) => void
  /** Nobody follows any room of this activity any more. */
  activityLeft: (activityId: string) => void
}

/** What stands over a door as one page is shown it, each part as JSON. */
type Door = { knocks: string; room: string; roll: string }

export class Audience {
  readonly members = new Members<Line>()
  readonly #around: Surroundings
  readonly #showing = new Set<Session>()
  readonly #holding = new Set<Session>()
  readonly #arming = new Set<Session>()
  /** What each page was shown of the door last: it is told what is different. */
  readonly #doors = new WeakMap<Member<Line>, Door>()

  constructor(around: Surroundings) {
    this.#around = around
  }

  /** From here on this connection hears the room; the answer begins with everything up to here. */
  follow(line: Line, { session, roomName, user }: Visit, entered: Entered, news: DoorNews): Prepared {
    const { viewer, person, actor, from, to } = entered
    const before = line.data.member
    const member = this.members.add({ line, session, viewer, person, actor, userId: user.id, roomName })
    line.data.member = member
    session.told.tell(member.key, to)
    session.followers += 1
    if (viewer.kind === 'person') {
      session.presence.came(viewer.person)
      this.#presenceChanged(session)
    }
    // Whoever joins again is never gone in between: a room and a door that nobody follows are put away.
    if (before) this.#remove(before)
    return this.#welcome(member, from, to, news)
  }

  #welcome(member: Member<Line>, from: number, to: number, news: DoorNews): Prepared {
    const { session, viewer, line } = member
    const { rows, state } = session.room
    const shown = this.#doorFor(member, news)
    this.#doors.set(member, shown)
    const presence = state ? session.presence.shown(state) : { seats: [], people: [] }
    const head = JSON.stringify({ ok: true, viewer, now: this.#around.time.now(), from, presence })
    const yours = yoursFor(session.texts, rows, from, viewer, isUnsealed(state))
    const rest = session.texts.arrival(shown.roll, rows, from, to)
    line.data.outlet.allow(rest.length + yours.length)
    const own = `"knocks":${shown.knocks},"room":${shown.room},"yours":${yours},`
    return new Prepared(`${head.slice(0, -1)},${own}`, rest)
  }

  /** The one place where anybody is told what happened. Whoever's view changed leaves first and joins again. */
  tell(session: Session, rows: readonly Recorded[], state: RoomState, before: RoomState | null): void {
    const { id } = session.room
    const { members } = this
    const opened = isUnsealed(state) !== isUnsealed(before)
    const seatsMoved = state.seats !== before?.seats || state.removed !== before.removed
    const reseated = peopleReseated(rows)
    if (opened || seatsMoved)
      for (const { line, person, viewer } of members.of(id)) {
        if (person !== null && state.removed.includes(person)) this.leave(line, 'removed')
        else if (viewer.kind === 'person' && (opened || reseated.has(viewer.person))) this.leave(line, 'rejoin')
      }
    const heard = { unsealed: isUnsealed(state), told: session.told }
    for (const { keys, message } of tellings(id, session.texts, rows, members.viewers(id), heard))
      tellAll(keys === 'all' ? members.of(id) : members.with(id, keys), 'tell', message)
    if (session.told.all < session.room.seq) this.#tellHeldBackSoon(session)
    const now = this.#around.time.now()
    publishSeconds.observe(Math.max(0, now - (rows[0]?.at ?? now)) / 1000)
    if (seatsMoved) this.#showPresenceSoon(session)
  }

  /**
   * At the next full second of the clock, and not so long after the first row that was held back: else its moment could be counted
   * back from there.
   */
  #tellHeldBackSoon(session: Session): void {
    if (this.#holding.has(session)) return
    this.#holding.add(session)
    const { fullSeconds: time } = this.#around
    time.later(HELD_BACK_MS - (time.now() % HELD_BACK_MS), () => {
      this.#holding.delete(session)
      const { id, seq } = session.room
      for (const { keys, message } of heldBack(id, seq, this.members.viewers(id), session.told))
        tellAll(keys === 'all' ? this.members.of(id) : this.members.with(id, keys), 'tell', message)
    })
  }

  /** No member any more, and only then told why: not a byte of the room follows. */
  leave(line: Line, why: 'removed' | 'rejoin' | 'signed-out' | 'updating'): void {
    const { member } = line.data
    if (!member) return
    this.part(line)
    line.emit('leave', { roomId: member.session.room.id, why })
  }

  part(line: Line): void {
    const { member } = line.data
    if (!member) return
    line.data.member = null
    line.data.turn += 1
    this.#remove(member)
  }

  #remove(member: Member<Line>): void {
    const { session, viewer } = member
    this.members.remove(member)
    session.followers -= 1
    if (viewer.kind === 'person') {
      session.presence.went(viewer.person, this.#around.time.now())
      this.#presenceChanged(session)
    }
    if (session.followers === 0) this.#around.roomLeft(session)
    if (!this.members.isFollowed(session.activityId)) this.#around.activityLeft(session.activityId)
  }

  /** Sends away whoever has no place here any more, and shows everybody else what is new at the door. */
  showDoor(activityId: string, news: DoorNews): void {
    const places = new Map(news.participants.map((row) => [row.id, row]))
    const renamed = new Map<string, Member<Line>[]>()
    for (const member of this.members.ofActivity(activityId)) {
      const { line, person, userId, session } = member
      const place = person === null ? null : places.get(person)
      if (place?.removedAt) this.leave(line, 'removed')
      else if (place === undefined || (place && (place.roomId !== session.room.id || place.userId !== userId)))
        this.leave(line, 'rejoin')
      else this.#showDoorTo(member, news, renamed)
    }
    for (const [message, to] of renamed) tellAll(to, 'roll', new Prepared(message))
  }

  /** Tells one page what is new for it; new names are for many, and are noted as the message that they are to be sent in. */
  #showDoorTo(member: Member<Line>, news: DoorNews, renamed: Map<string, Member<Line>[]>): void {
    const before = this.#doors.get(member)
    const now = this.#doorFor(member, news)
    this.#doors.set(member, now)
    const { line, session, viewer } = member
    const roomId = session.room.id
    if (now.knocks !== before?.knocks) line.emit('knocks', { roomId, knocks: knocksFor(news, viewer) })
    if (now.room !== before?.room) line.emit('room', { roomId, room: this.#aboutFor(member, news) })
    if (now.roll === before?.roll) return
    const message = `{"roomId":${JSON.stringify(roomId)},"roll":${now.roll}}`
    const to = renamed.get(message)
    if (to) to.push(member)
    else renamed.set(message, [member])
  }

  #doorFor(member: Member<Line>, news: DoorNews): Door {
    const { session, viewer } = member
    return {
      knocks: JSON.stringify(knocksFor(news, viewer)),
      room: JSON.stringify(this.#aboutFor(member, news)),
      roll: rollFor(news, session.room, viewer),
    }
  }

  #aboutFor({ session, roomName, viewer }: Member<Line>, news: DoorNews) {
    return aboutFor(news, { roomName, activityId: session.activityId, publicUrl: this.#around.publicUrl }, viewer)
  }

  /** A class comes in at once: its room looks once at what that makes due. */
  #presenceChanged(session: Session): void {
    this.#showPresenceSoon(session)
    if (this.#arming.has(session)) return
    this.#arming.add(session)
    setImmediate(() => {
      this.#arming.delete(session)
      session.clock.arm()
    })
  }

  #showPresenceSoon(session: Session): void {
    if (this.#showing.has(session)) return
    this.#showing.add(session)
    this.#around.time.later(PRESENCE_MS, () => {
      this.#showing.delete(session)
      const { state, id } = session.room
      if (!state) return
      const message = { roomId: id, presence: session.presence.shown(state) }
      tellAll(this.members.of(id), 'presence', new Prepared(JSON.stringify(message)))
    })
  }
}

/** Whose hearing these rows change: also of somebody who was moved away and back in one commit, and sits where they sat. */
const peopleReseated = (rows: readonly Recorded[]): ReadonlySet<PersonId> =>
  new Set(rows.flatMap(({ event }) => (event.type === 'SeatTaken' || event.type === 'SeatLeft' ? [event.person] : [])))

const isUnsealed = (state: RoomState | null): boolean => state !== null && state.unsealedAt !== null
