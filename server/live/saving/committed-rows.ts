/** The rows of a room that are saved, as they may be read, the room they lead to, and the answers to the commands they came from. */
import { PlainFault } from '#server/base/faults/plain-fault'
import { follow, type RoomAt, UNOPENED } from '#simulation/engine/advance'
import { grown } from '#simulation/engine/masked-log'
import type { CommandId, RoomId } from '#simulation/kernel/ids'
import type { MaskedRow } from '#simulation/secrecy/masked-row'
import type { Recorded } from '#simulation/shapes/record'
import type { Ack } from '#simulation/wire/protocol'

/** A row of another server, and the command of the row before it; null for the first of a log. */
export type SentRow = Readonly<{ row: Recorded; before: CommandId | null }>

export class CommittedRows {
  #rows: MaskedRow[] = []
  #at: RoomAt = UNOPENED
  /** The last row of each command. A number and not its answer: one object less for every word that a room ever heard. */
  #lastRows = new Map<CommandId, number>()

  constructor(private readonly room: RoomId) {}

  /** Every row without the words that were taken off it; row n is at index n − 1. */
  get rows(): readonly MaskedRow[] {
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
    this.#at = after
    this.#keep(rows)
  }

  /** Adds rows that are in the log, whoever saved them. */
  follow(rows: readonly Recorded[]): void {
    for (const [place, { seq }] of rows.entries())
      if (seq !== this.#at.seq + 1 + place)
        throw new PlainFault(`room ${this.room} has no row ${this.#at.seq + 1 + place}`)
    this.#at = follow(this.#at, rows)
    this.#keep(rows)
  }

  /** Forgets every row for these, which are the whole log. Throws, and forgets nothing, where the log has a gap. */
  startOver(log: readonly Recorded[]): void {
    const whole = new CommittedRows(this.room)
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

  #keep(rows: readonly Recorded[]): void {
    for (const { commandId, seq } of rows) this.#lastRows.set(commandId, seq)
    this.#rows = grown(this.#rows, () => this.#at.log.toArray(), rows)
  }

  /**
   * Of rows that another server sent, perhaps in part, twice or too late: those that come next, and whether one before them is missing. A row
   * follows only the row that it was saved after: another one in that place was lost by the database since.
   */
  nextOf(sent: readonly SentRow[]): { next: readonly Recorded[]; hasGap: boolean } {
    const next: Recorded[] = []
    let hasGap = false
    for (const { row, before } of sent) {
      const expected = this.#at.seq + next.length + 1
      if (row.seq < expected) continue
      const last = next.at(-1) ?? this.#rows.at(-1)
      if (row.seq === expected && (last?.commandId ?? null) === before) next.push(row)
      else hasGap = true
    }
    return { next, hasGap }
  }
}
