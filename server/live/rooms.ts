/**
 * The live rooms of this process: a room is loaded when somebody joins or its clock owes something, and unloaded after a while without
 * followers. Two of the same room would number rows twice, so `open` shares one loading among all who ask.
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
import { LastDelivered } from './last-delivered'
import { Presence } from './presence'
import { Room } from './room'
import type { Time } from './time'
import { understudies } from './understudies'

export type LiveRoom = {
  room: Room
  clock: RoomClock
  presence: Presence
  activityId: string
  texts: RowTexts
  delivered: LastDelivered
  /** The number of connections that follow the room. */
  followers: number
}

type RoomsDependencies = {
  log: RoomLog
  time: Time
  readActivityId: (room: RoomId) => Promise<string | null>
  /** The activity's own copy of the scenario, for its understudies. */
  readScenario: (activityId: string) => Promise<Scenario>
  tell: (live: LiveRoom, rows: readonly Recorded[], state: RoomState, before: RoomState | null) => void
}

const IDLE_MS = 5 * 60_000

export class Rooms {
  readonly #dependencies: RoomsDependencies
  readonly #open = new Map<RoomId, Promise<LiveRoom | null>>()
  readonly #live = new Map<RoomId, LiveRoom>()
  #closed = false

  constructor(dependencies: RoomsDependencies) {
    this.#dependencies = dependencies
  }

  /** The live room, loaded if need be; null when there is no such room or its log is empty. */
  open(id: RoomId): Promise<LiveRoom | null> {
    let opening = this.#open.get(id)
    if (!opening) {
      opening = this.#load(id)
      this.#open.set(id, opening)
      opening.then(
        (live) => live ?? this.#open.delete(id),
        () => this.#open.delete(id),
      )
    }
    return opening
  }

  /** The live room if it is loaded. */
  find(id: RoomId): LiveRoom | undefined {
    return this.#live.get(id)
  }

  /**
   * Has the room read rows that others appended to its log, as when the desk admits somebody again. A room that is still loading
   * is told as well: it may have read its log before.
   */
  hearNews(id: string): void {
    const known = roomId.safeParse(id)
    const opening = known.success ? this.#open.get(known.data) : undefined
    opening?.then(
      (live) => live?.room.hearNews(),
      () => undefined,
    )
  }

  all(): readonly LiveRoom[] {
    return [...this.#live.values()]
  }

  /** For each room with something overdue: by how many milliseconds. */
  lateness(): readonly number[] {
    const now = this.#dependencies.time.now()
    return this.all().flatMap(({ room }) => {
      const due = room.state && nextDue(room.state, now)
      // A due time of 0 means "at once": its lateness cannot be computed.
      return due && due.at > 0 && due.at < now ? [now - due.at] : []
    })
  }

  /** Loads the rooms whose clocks were running when the server stopped, and the homework debates that have not ended. */
  async wake(): Promise<void> {
    for (const id of await this.#dependencies.log.readRunning()) {
      if (this.#closed) return
      if (this.#live.has(id)) continue
      const live = await this.open(id).catch((error: unknown) => {
        logError('a room could not be taken up', error, { room: id })
        return null
      })
      if (live) this.release(live)
    }
  }

  /** Unloads the room after IDLE_MS, unless somebody follows it by then or its clock owes something. */
  release(live: LiveRoom): void {
    this.#dependencies.time.later(IDLE_MS, () => {
      const { room, clock, followers } = live
      if (followers > 0 || this.#live.get(room.id) !== live) return
      if (room.ahead.state && nextDue(room.ahead.state, this.#dependencies.time.now())) return
      clock.stop()
      this.#live.delete(room.id)
      this.#open.delete(room.id)
      void room.close()
    })
  }

  /** Refuses further commands; resolves when every command that waited has been saved and answered. */
  async close(): Promise<void> {
    this.#closed = true
    await Promise.all(
      this.all().map(({ room, clock }) => {
        clock.stop()
        return room.close()
      }),
    )
  }

  async #load(id: RoomId): Promise<LiveRoom | null> {
    const { log, time, tell, readActivityId, readScenario } = this.#dependencies
    const activityId = await readActivityId(id)
    if (activityId === null) return null
    let live: LiveRoom | null = null
    const room = await Room.load(id, log, time, (rows, state, before) => {
      if (!live) return
      tell(live, rows, state, before)
      live.clock.arm()
      if (live.followers === 0 && !nextDue(state, time.now())) this.release(live)
    })
    if (!room.state || this.#closed) return null
    // A scenario that cannot be read costs the room its understudies, not its people.
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
    live = {
      room,
      clock,
      presence,
      activityId,
      texts: new RowTexts(),
      delivered: new LastDelivered(room.seq),
      followers: 0,
    }
    this.#live.set(id, live)
    clock.arm()
    return live
  }
}
