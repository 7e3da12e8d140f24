/** The rows of a room that are saved, the room they lead to, and the answers to the commands they came from. */
import { follow, type RoomAt, UNOPENED } from '#simulation/kernel/advance'
import type { CommandId, RoomId } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/kernel/record'
import type { Ack } from '#simulation/wire/protocol'

export class CommittedRows {
  readonly #room: RoomId
  #rows: Recorded[] = []
  #at: RoomAt = UNOPENED
  /** The last row of each command. A number and not its answer: one object less for every word that a room ever heard. */
  #lastRows = new Map<CommandId, number>()

  constructor(room: RoomId) {
    this.#room = room
  }

  /** Row n is at index n − 1. */
  get rows(): readonly Recorded[] {
    return this.#rows
  }

  /** The room after these rows. */
  get at(): RoomAt {
    return this.#at
  }

  /** The answer to a command that is saved. */
  answerTo(command: CommandId): Ack | undefined {
    const seq = this.#lastRows.get(command)
    return seq === undefined ? undefined : { ok: true, seq }
  }

  /** Adds rows that this server has just saved; `after` is the room with them. */
  add(rows: readonly Recorded[], after: RoomAt): void {
    for (const row of rows) this.#keep(row)
    this.#at = after
  }

  /** Adds rows that are in the log, whoever saved them. */
  follow(rows: readonly Recorded[]): void {
    for (const row of rows) {
      if (row.seq !== this.#at.seq + 1) throw new Error(`Room ${this.#room} has no row ${this.#at.seq + 1}`)
      this.#keep(row)
      this.#at = follow(this.#at, [row])
    }
  }

  /** Forgets every row for these, which are the whole log. Throws, and forgets nothing, where the log has a gap. */
  startOver(log: readonly Recorded[]): void {
    const whole = new CommittedRows(this.#room)
    whole.follow(log)
    this.#rows = whole.#rows
    this.#at = whole.#at
    this.#lastRows = whole.#lastRows
  }

  /** Whether `row` may follow from what is here: false when the row before it is here and came of another command than `before`. */
  mayPrecede({ seq }: Recorded, before: CommandId | null): boolean {
    const last = this.#rows[seq - 2]
    return last === undefined || last.commandId === before
  }

  #keep(row: Recorded): void {
    this.#rows.push(row)
    this.#lastRows.set(row.commandId, row.seq)
  }

  /** Of rows that another server sent, perhaps in part, twice or too late: those that come next, and whether one before them is missing. */
  nextOf(sent: readonly Recorded[]): { next: readonly Recorded[]; hasGap: boolean } {
    const next: Recorded[] = []
    let hasGap = false
    for (const row of sent) {
      const expected = this.#at.seq + next.length + 1
      if (row.seq === expected) next.push(row)
      else if (row.seq > expected) hasGap = true
    }
    return { next, hasGap }
  }
}
