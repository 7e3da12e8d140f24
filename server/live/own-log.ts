/**
 * One room's log as the room uses it: it appends, and reads what the room lacks again and again until the database answers, more slowly the
 * longer it has been away.
 */
import { logError } from '#server/ops/logger'
import { appendConflicts, appendSeconds } from '#server/ops/metrics'
import { Outage } from '#server/ops/outage'
import { Unstorable } from '#server/store/log/appends'
import type { RoomLog } from '#server/store/log/room-log'
import type { RoomId } from '#simulation/kernel/ids'
import { MadeByNewer } from '#simulation/kernel/made-by-newer'
import type { Recorded } from '#simulation/kernel/record'
import type { RoomState } from '#simulation/kernel/room-state'
import type { Time } from './time'

/** A database that is away, or whose disk is full, is asked again after this time, which grows to LONGEST_AGAIN_MS. */
const AGAIN_MS = 250
const LONGEST_AGAIN_MS = 1_000

/** `unknown` when no answer came: the rows may be in the log or not. `unstorable` when the database will never take them. */
type AppendOutcome = 'appended' | 'conflict' | 'unknown' | 'unstorable'

export class OwnLog {
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

  /** Appends rows, after which the room is in the state `after`. An append that failed makes the next reading wait. */
  async append(rows: readonly Recorded[], after: RoomState | null): Promise<AppendOutcome> {
    const asked = performance.now()
    try {
      const outcome = await this.#log.append(this.#room, rows, after)
      this.#failures = 0
      this.#outage.over()
      if (outcome === 'conflict') appendConflicts.inc()
      return outcome
    } catch (error) {
      const told = { room: this.#room, rows: rows.length }
      if (error instanceof Unstorable) {
        logError('rows could not be saved', error, told)
        return 'unstorable'
      }
      this.#failures += 1
      if (this.#outage.failed(this.#time.now())) logError('rows could not be saved', error, told)
      return 'unknown'
    } finally {
      appendSeconds.add((performance.now() - asked) / 1000)
    }
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
