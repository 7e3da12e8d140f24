/** What a room has heard of rows that others appended to its log and has not taken over yet: the rows themselves, or only that there are some. */
import type { CommandId } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/shapes/record'
import type { CommittedRows, SentRow } from './committed-rows'

export class IncomingRows {
  #rows: SentRow[] = []
  #isInLog = false
  /** Who wait for the log to have been read. */
  #readers: (() => void)[] = []

  /** `committed` are the rows that the room has: what continues them can be taken over. */
  constructor(private readonly committed: CommittedRows) {}

  get isEmpty(): boolean {
    return !this.#isInLog && this.#rows.length === 0
  }

  /** Whether the log may hold rows that have not come here, so that it must be read. */
  get isInLog(): boolean {
    return this.#isInLog
  }

  /** Whether rows that continue the room's have come, so that the log need not be read for them. */
  get hasNext(): boolean {
    return this.committed.nextOf(this.#rows).next.length > 0
  }

  /** Others may have appended rows. `read` is called once the log has been read. */
  mayBeInLog(read?: () => void): void {
    this.#isInLog = true
    if (read) this.#readers.push(read)
  }

  /** Another server has sent rows, perhaps in part, twice or too late; `before` is the command of the row before them. */
  came(rows: readonly Recorded[], before: CommandId | null): void {
    for (const [place, row] of rows.entries())
      this.#rows.push({ row, before: place === 0 ? before : (rows[place - 1]?.commandId ?? null) })
  }

  /** The rows that came and continue the room's. Where one before them is missing, the log must be read for the rest. */
  takeNext(): readonly Recorded[] {
    const { next, hasGap } = this.committed.nextOf(this.#rows.splice(0))
    if (hasGap) this.#isInLog = true
    return next
  }

  /** Has the log read, and tells whoever waited for that. */
  async readLog(read: () => Promise<void>): Promise<void> {
    this.#isInLog = false
    const readers = this.#readers.splice(0)
    try {
      await read()
    } finally {
      for (const hasRead of readers) hasRead()
    }
  }
}
