/** The rows of a room that are saved, the room they lead to, and the answers to the commands they came from. */
import { follow, type RoomAt, UNOPENED } from '#simulation/kernel/advance'
import type { CommandId, RoomId } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/kernel/record'
import type { Ack } from '#simulation/wire/protocol'

export class CommittedRows {
  readonly #room: RoomId
  /** Row n is at index n − 1. */
  readonly rows: Recorded[] = []
  #at: RoomAt = UNOPENED
  readonly #answers = new Map<CommandId, Ack>()

  constructor(room: RoomId) {
    this.#room = room
  }

  /** The room after these rows. */
  get at(): RoomAt {
    return this.#at
  }

  /** The answer to a command that is saved. */
  answerTo(command: CommandId): Ack | undefined {
    return this.#answers.get(command)
  }

  /** Adds rows that this server has just saved; `after` is the room with them. */
  add(rows: readonly Recorded[], after: RoomAt): void {
    for (const row of rows) this.rows.push(row)
    this.#at = after
  }

  keepAnswer(command: CommandId, answer: Ack): void {
    this.#answers.set(command, answer)
  }

  /** Adds rows that are in the log, whoever saved them. */
  follow(rows: readonly Recorded[]): void {
    for (const row of rows) {
      if (row.seq !== this.#at.seq + 1) throw new Error(`Room ${this.#room} has no row ${this.#at.seq + 1}`)
      this.rows.push(row)
      this.#at = follow(this.#at, [row])
      this.#answers.set(row.commandId, { ok: true, seq: row.seq })
    }
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
