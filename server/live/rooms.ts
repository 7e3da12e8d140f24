/**
 * The rooms in session: loaded when somebody comes or their clock runs, put away when neither is so.
 * It must not know who may enter, nor how anyone is told.
 */

import { logError } from '#server/ops/logger'
import type { RoomLog } from '#server/store/log/room-log'
import { nextDue } from '#simulation/agenda/timers'
import { type RoomId, roomId } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/kernel/record'
import type { RoomState } from '#simulation/kernel/room-state'
import type { Scenario } from '#simulation/scenario/scenario'
import { RoomClock } from './clock'
import { RowTexts } from './fan-out'
import { Presence } from './presence'
import { Room } from './room'
import type { Time } from './time'
import { ToldSoFar } from './told-so-far'
import { understudies } from './understudies'

export type Session = {
  room: Room
  clock: RoomClock
  presence: Presence
  activityId: string
  texts: RowTexts
  told: ToldSoFar
  /** Connections that follow the room. */
  followers: number
}

export type Given = {
  log: RoomLog
  time: Time
  readActivityId: (room: RoomId) => Promise<string | null>
  /** The activity's own copy of the scenario, for its understudies. */
  readScenario: (activityId: string) => Promise<Scenario>
  tell: (session: Session, rows: readonly Recorded[], state: RoomState, before: RoomState | null) => void
}

const IDLE_MS = 5 * 60_000

export class Rooms {
  readonly #given: Given
  readonly #open = new Map<RoomId, Promise<Session | null>>()
  readonly #sessions = new Map<RoomId, Session>()
  #closed = false

  constructor(given: Given) {
    this.#given = given
  }

  /** The room in session; null when its log is empty, for then there is no such room. */
  open(id: RoomId): Promise<Session | null> {
    let opening = this.#open.get(id)
    if (!opening) {
      opening = this.#load(id)
      this.#open.set(id, opening)
      opening.then(
        (session) => session ?? this.#open.delete(id),
        () => this.#open.delete(id),
      )
    }
    return opening
  }

  /** The room if it is in session now. */
  find(id: RoomId): Session | undefined {
    return this.#sessions.get(id)
  }

  /** Somebody has written on a room's log beside it; one that is being loaded may have been read before that. */
  hearNews(id: string): void {
    const known = roomId.safeParse(id)
    const opening = known.success ? this.#open.get(known.data) : undefined
    opening?.then(
      (session) => session?.room.hearNews(),
      () => undefined,
    )
  }

  all(): readonly Session[] {
    return [...this.#sessions.values()]
  }

  /** For each room whose clock owes it something already: since how many milliseconds. */
  lateness(): readonly number[] {
    const now = this.#given.time.now()
    return this.all().flatMap(({ room }) => {
      const due = room.state && nextDue(room.state, now)
      // What is due "at once" has no instant of its own.
      return due && due.at > 0 && due.at < now ? [now - due.at] : []
    })
  }

  /** Takes up the clocks that were running when the server stopped, and the debates over days that have not ended. */
  async wake(): Promise<void> {
    for (const id of await this.#given.log.readRunning()) {
      if (this.#closed) return
      if (this.#sessions.has(id)) continue
      const session = await this.open(id).catch((error: unknown) => {
        logError('a room could not be taken up', error, { room: id })
        return null
      })
      if (session) this.release(session)
    }
  }

  /** Puts the room away after a while, if nobody follows it and its clock owes nothing. */
  release(session: Session): void {
    this.#given.time.later(IDLE_MS, () => {
      const { room, clock, followers } = session
      if (followers > 0 || this.#sessions.get(room.id) !== session) return
      if (room.ahead.state && nextDue(room.ahead.state, this.#given.time.now())) return
      clock.stop()
      this.#sessions.delete(room.id)
      this.#open.delete(room.id)
      void room.close()
    })
  }

  /** Takes nothing more; resolves when everything that waited has been saved and answered. */
  async close(): Promise<void> {
    this.#closed = true
    await Promise.all(
      this.all().map(({ room, clock }) => {
        clock.stop()
        return room.close()
      }),
    )
  }

  async #load(id: RoomId): Promise<Session | null> {
    const { log, time, tell, readActivityId, readScenario } = this.#given
    const activityId = await readActivityId(id)
    if (activityId === null) return null
    let session: Session | null = null
    const room = await Room.load(id, log, time, (rows, state, before) => {
      if (!session) return
      tell(session, rows, state, before)
      session.clock.arm()
      if (session.followers === 0 && !nextDue(state, time.now())) this.release(session)
    })
    if (!room.state || this.#closed) return null
    // Without its understudies a room still serves everybody in it.
    const scenario = room.state.plan.understudies
      ? await readScenario(activityId).catch((error: unknown) => {
          logError('the understudies have no scenario', error, { room: id })
          return null
        })
      : null
    const presence = new Presence(time.now())
    const clock = new RoomClock(room, time, [
      { name: 'clock', next: nextDue },
      { name: 'presence', next: (state) => presence.nextDue(state) },
      ...(scenario ? [understudies(scenario)] : []),
    ])
    session = { room, clock, presence, activityId, texts: new RowTexts(), told: new ToldSoFar(room.seq), followers: 0 }
    this.#sessions.set(id, session)
    clock.arm()
    return session
  }
}
