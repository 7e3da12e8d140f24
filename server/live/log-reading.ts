/** Reads what a room lacks of its log, again and again until the database answers, more slowly the longer it has been away. */
import { logError } from '#server/ops/logger'
import { Outage } from '#server/ops/outage'
import type { RoomLog } from '#server/store/log/room-log'
import type { RoomId } from '#simulation/kernel/ids'
import { MadeByNewer } from '#simulation/kernel/made-by-newer'
import type { Recorded } from '#simulation/kernel/record'
import type { Time } from './time'

/** A database that is away, or whose disk is full, is asked again after this time, which grows to LONGEST_AGAIN_MS. */
const AGAIN_MS = 250
const LONGEST_AGAIN_MS = 1_000

export class LogReading {
  readonly #room: RoomId
  readonly #log: RoomLog
  readonly #time: Time
  /** How many appends or reads have failed in a row. */
  #failures = 0
  readonly #outage = new Outage()

  constructor(room: RoomId, log: RoomLog, time: Time) {
    this.#room = room
    this.#log = log
    this.#time = time
  }

  /** To be called after each append: one that failed makes the next reading wait. Returns whether the log should say that it failed. */
  appended(succeeded: boolean): boolean {
    this.#failures = succeeded ? 0 : this.#failures + 1
    if (!succeeded) return this.#outage.failed(this.#time.now())
    this.#outage.over()
    return false
  }

  /** The rows after `after`; null when the room closes meanwhile. Throws MadeByNewer when a newer server has written them. */
  async read(after: number, isClosed: () => boolean): Promise<Recorded[] | null> {
    for (;;) {
      if (this.#failures > 1) {
        if (isClosed()) return null
        const rest = Math.min(AGAIN_MS * (this.#failures - 1), LONGEST_AGAIN_MS)
        await new Promise<void>((wake) => this.#time.later(rest, wake))
      }
      try {
        const news = await this.#log.read(this.#room, after)
        if (news.length > 0) this.#failures = 0
        if (this.#failures === 0) this.#outage.over()
        return news
      } catch (error) {
        if (error instanceof MadeByNewer) throw error
        this.#failures += 1
        if (this.#outage.failed(this.#time.now())) logError('the log cannot be read', error, { room: this.#room })
      }
    }
  }
}
