/** A live room on a real log, with a clock that the test moves and a log that the test can make fail. */
import { onTestFinished } from 'vitest'
import type { LiveRoom } from '#server/live/live-room'
import type { Room } from '#server/live/room'
import { Rooms } from '#server/live/rooms'
import type { Time } from '#server/live/saving/time'
import { readScenario } from '#server/store/activities/activities'
import type { ActivitySettings } from '#server/store/activities/activity-settings'
import { readActivityIdOf } from '#server/store/activities/rooms'
import { type Outcome, OutcomeUnknown } from '#server/store/log/appends'
import { openRoomLog, type RoomLog } from '#server/store/log/room-log'
import { type ActorId, chairActor, type RoomId } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/shapes/record'
import type { RoomCommand } from '#simulation/shapes/room-command'
import type { RoomState } from '#simulation/state/room-state'
import type { Ack } from '#simulation/wire/protocol'
import { givenClass } from './given-classroom'
import { newId } from './given-page'

/** A clock that the test moves. */
export class HandTime implements Time {
  #now: number
  #timers: { at: number; run: () => void }[] = []
  /** The longest wait that was ever scheduled. */
  longestWait = 0

  constructor(now: number) {
    this.#now = now
  }

  now = (): number => this.#now

  later(afterMs: number, run: () => void): () => void {
    this.longestWait = Math.max(this.longestWait, afterMs)
    const timer = { at: this.#now + afterMs, run }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer)
    }
  }

  /** In how many milliseconds the next timer runs. */
  nextIn(): number {
    return Math.min(...this.#timers.map(({ at }) => at)) - this.#now
  }

  /** Jumps to an instant without running the timers due on the way, as a process does that was suspended. */
  jumpTo(instant: number): void {
    this.#now = instant
  }

  /** Moves to an instant, running what falls due on the way in its order; what they start is given time to be saved. */
  async moveTo(instant: number, settled: () => Promise<void>): Promise<void> {
    for (;;) {
      await settled()
      const [first] = this.#timers.filter(({ at }) => at <= instant).toSorted((a, b) => a.at - b.at)
      if (!first) break
      this.#timers = this.#timers.filter((timer) => timer !== first)
      this.#now = Math.max(this.#now, first.at)
      first.run()
    }
    this.#now = instant
  }
}

/** What happens to the next append. */
export type Trouble = 'conflict' | 'lost-before' | 'lost-after'

/** The real log, whose next appends a test can make fail or wait. */
export class TroubledLog implements RoomLog {
  readonly trouble: Trouble[] = []
  readonly appended: number[] = []
  /** How often another server was faster. */
  conflicts = 0
  unreadable = 0
  readonly #log: RoomLog
  /** Holds every append until it is opened. */
  gate: Promise<void> = Promise.resolve()

  constructor(log: RoomLog) {
    this.#log = log
  }

  async read(room: RoomId, after?: number): Promise<Recorded[]> {
    if (this.unreadable > 0) {
      this.unreadable -= 1
      throw new Error('away')
    }
    return this.#log.read(room, after)
  }

  async append(...asked: Parameters<RoomLog['append']>): Promise<Outcome> {
    const [, rows] = asked
    await this.gate
    this.appended.push(rows.length)
    switch (this.trouble.shift()) {
      case 'conflict':
        return 'conflict'
      case 'lost-before':
        throw new OutcomeUnknown('cut before the commit')
      case 'lost-after':
        await this.#log.append(...asked)
        throw new OutcomeUnknown('cut after the commit')
      default: {
        const outcome = await this.#log.append(...asked)
        if (outcome === 'conflict') this.conflicts += 1
        return outcome
      }
    }
  }

  readNewest = (rooms: readonly RoomId[]) => this.#log.readNewest(rooms)
  readRunning = () => this.#log.readRunning()
  close = () => this.#log.close()
}

export type Heard = { rows: readonly Recorded[]; state: RoomState }

export type InSession = {
  id: RoomId
  session: LiveRoom
  room: Room
  rooms: Rooms
  time: HandTime
  log: TroubledLog
  told: Heard[]
  chair: ActorId
  ask(by: ActorId, command: RoomCommand): Promise<Ack>
  /** Resolves once nothing waits to be saved. */
  settled(): Promise<void>
  moveTo(instant: number): Promise<void>
  /** The room as after a crash: opened anew from the same log. */
  again(now?: number): Promise<InSession>
}

export async function givenRoom(url: string, settings: Partial<ActivitySettings> = {}): Promise<InSession> {
  const made = await givenClass(settings)
  return inSession(url, made.roomId, chairActor(made.instructor.id), Date.now())
}

/** Rooms of a server that has just started. */
export function givenRooms(url: string, now: number) {
  const time = new HandTime(now)
  const log = new TroubledLog(openRoomLog(url))
  onTestFinished(() => log.close())
  const told: Heard[] = []
  const rooms = new Rooms({
    log,
    time,
    readActivityId: readActivityIdOf,
    readScenario,
    tell: (_, rows, state) => told.push({ rows, state }),
  })
  return { time, log, told, rooms }
}

async function inSession(url: string, id: RoomId, chair: ActorId, now: number): Promise<InSession> {
  const { time, log, told, rooms } = givenRooms(url, now)
  const session = await rooms.open(id)
  if (!session) throw new Error('The room has no log.')
  const { room } = session
  const settled = () => room.settled()
  return {
    id,
    session,
    room,
    rooms,
    time,
    log,
    told,
    chair,
    ask: (by, command) => room.ask(by, newId(), command),
    settled,
    moveTo: (instant) => time.moveTo(instant, settled),
    async again(later = time.now()) {
      session.clock.stop()
      return inSession(url, id, chair, later)
    },
  }
}
