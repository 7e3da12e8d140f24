/**
 * One room's log as the room uses it: it appends, and reads what the room lacks again and again until the database answers, more slowly the
 * longer it has been away. Each time it makes sure that the room's last row is still there: a database may come back without it.
 */
import { logError } from '#server/base/faults/logger'
import { goneBy, served } from '#server/base/faults/outage'
import { appendConflicts, appendSeconds } from '#server/base/metrics'
import { type Outcome, Unstorable } from '#server/store/log/appends'
import type { RoomLog } from '#server/store/log/room-log'
import type { RoomId } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/shapes/record'
import type { RoomState } from '#simulation/state/room-state'
import type { Time } from './time'

/** A database that is away, or whose disk is full, is asked again after this time, which grows to LONGEST_AGAIN_MS. */
const AGAIN_MS = 250
const LONGEST_AGAIN_MS = 1_000

/** `unknown` when no answer came: the rows may be in the log or not. `unstorable` when the database will never take them. */
type AppendOutcome = Outcome | 'unknown' | 'unstorable'
/** The rows that a room lacks; `short` when the log does not hold its last row any more. */
type News = readonly Recorded[] | 'short'

export class RetryingLog {
  /** How many appends or reads have failed in a row. */
  #failures = 0
  /** How often in a row the room has had to rest. */
  #rests = 0

  constructor(
    private readonly room: RoomId,
    private readonly log: RoomLog,
    private readonly time: Time,
  ) {}

  /** Appends rows after the room's `last` one, which lead to the state `after`. An append that failed makes the next reading wait. */
  async append(rows: readonly Recorded[], after: RoomState | null, last: Recorded | undefined): Promise<AppendOutcome> {
    const asked = performance.now()
    try {
      const outcome = await this.log.append(this.room, rows, after, last?.commandId)
      this.#failures = 0
      served('disk', asked)
      if (outcome === 'conflict') appendConflicts.inc()
      return outcome
    } catch (error) {
      const told = { room: this.room, rows: rows.length }
      if (error instanceof Unstorable) {
        logError('rows could not be saved', error, told)
        return 'unstorable'
      }
      this.#tell('rows could not be saved', error, told)
      this.#failures += 1
      return 'unknown'
    } finally {
      appendSeconds.observe((performance.now() - asked) / 1000)
    }
  }

  /** The rows after the room's `last` one; null when the room closes meanwhile. */
  async readAfter(last: Recorded | undefined, isClosed: () => boolean): Promise<News | null> {
    const rows = await this.#read(last ? last.seq - 1 : 0, isClosed, last ? 1 : 0)
    if (!rows || !last) return rows
    const [same, ...news] = rows
    return same?.seq === last.seq && same.commandId === last.commandId ? news : 'short'
  }

  /** The whole log; null when the room closes meanwhile. */
  readWhole(isClosed: () => boolean): Promise<readonly Recorded[] | null> {
    return this.#read(0, isClosed, 0)
  }

  /** Something failed that is neither of these: waits before the room tries again, longer each time until it `goesOn`. */
  async rest(error: unknown): Promise<void> {
    if (this.#rests === 0) logError('a room cannot go on', error, { room: this.room })
    this.#rests += 1
    await this.#wait(this.#rests)
  }

  goesOn(): void {
    this.#rests = 0
  }

  /** The rows after `after`, of which the first `known` are no news. */
  async #read(after: number, isClosed: () => boolean, known: number): Promise<Recorded[] | null> {
    for (;;) {
      if (this.#failures > 1) {
        if (isClosed()) return null
        await this.#wait(this.#failures - 1)
      }
      try {
        const rows = await this.log.read(this.room, after)
        if (rows.length > known) this.#failures = 0
        return rows
      } catch (error) {
        this.#tell('the log cannot be read', error, { room: this.room })
        this.#failures += 1
      }
    }
  }

  /** Of failures in a row the first is told; each that says that the database or its disk is gone is counted with that outage. */
  #tell(what: string, error: unknown, where: { room: string; rows?: number }): void {
    if (this.#failures === 0 || goneBy(error) !== null) logError(what, error, where)
  }

  #wait(times: number): Promise<void> {
    const rest = Math.min(AGAIN_MS * times, LONGEST_AGAIN_MS)
    return new Promise((wake) => void this.time.later(rest, wake))
  }
}
