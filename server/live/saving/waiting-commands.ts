/**
 * The commands of a room that have no answer yet: those that wait to be saved, in their order, those that are being saved, and the room as
 * it will be when all of them are. Saving is room.ts's concern.
 */
import { type RoomAt, UNOPENED } from '#simulation/engine/advance'
import type { CommandId, RoomId } from '#simulation/kernel/ids'
import type { Ack } from '#simulation/wire/protocol'
import type { CommittedRows } from './committed-rows'
import { answerTo, CANNOT_SAVE, isGivenUp, isOfServer, judge, type PendingCommand, TRY_AGAIN } from './pending-command'
import type { Time } from './time'

export class WaitingCommands {
  readonly #pending = new Map<CommandId, PendingCommand>()
  /** Those that are not being saved now. */
  #waiting: PendingCommand[] = []
  #ahead: RoomAt = UNOPENED
  /** How many of the waiting commands are still to be saved one by one, because the database refuses one of them. */
  #oneByOne = 0

  constructor(
    private readonly room: RoomId,
    private readonly time: Time,
    /** Called whenever a command has been answered. */
    private readonly answered: () => void,
  ) {}

  /** How many have not been answered. */
  get size(): number {
    return this.#pending.size
  }

  /** Whether none waits to be saved. */
  get isEmpty(): boolean {
    return this.#waiting.length === 0
  }

  /** When the one that has waited longest arrived; null when none does. */
  get oldestAt(): number | null {
    return this.#pending.values().next().value?.at ?? null
  }

  /** The room as it will be when every waiting command has been saved. */
  get ahead(): RoomAt {
    return this.#ahead
  }

  find(id: CommandId): PendingCommand | undefined {
    return this.#pending.get(id)
  }

  add(pending: PendingCommand): void {
    this.#pending.set(pending.commandId, pending)
    this.#ahead = judge(pending, this.#ahead, this.room)
    this.#waiting.push(pending)
  }

  /** Those to be saved together next. */
  take(): readonly PendingCommand[] {
    const batch = this.#waiting.splice(0, this.#oneByOne > 0 ? 1 : this.#waiting.length)
    this.#oneByOne = Math.max(0, this.#oneByOne - 1)
    return batch
  }

  putBack(batch: readonly PendingCommand[]): void {
    this.#waiting.unshift(...batch)
  }

  /** The database will never store something in this batch. A single command is refused; of several, each is saved alone to find it. */
  isolate(batch: readonly PendingCommand[]): void {
    const [only, ...others] = batch
    if (!only) return
    if (others.length === 0) this.answer(only, { ok: false, rejection: 'malformed' })
    else {
      this.#oneByOne = batch.length
      this.putBack(batch)
    }
  }

  answer(pending: PendingCommand, ack: Ack): void {
    this.#pending.delete(pending.commandId)
    this.answered()
    answerTo(pending, ack, this.time.now(), this.room)
  }

  /**
   * Answers those that are saved, and judges the others again on the room that is; `isOther` when that is not what they were judged on before.
   */
  judgeAgain(committed: CommittedRows, isOther: boolean): void {
    const waited = this.#waiting
    this.#waiting = []
    for (const pending of waited) {
      const known = committed.answerTo(pending.commandId)
      if (known) this.answer(pending, known)
      // The server's own commands were due in a state that is past: the clock computes what is due now. Judged again, an understudy's
      // word that another server has saved meanwhile would be said twice.
      else if (isOther && isOfServer(pending.commandId)) this.answer(pending, TRY_AGAIN)
      else if (isGivenUp(pending, this.time.now())) this.answer(pending, CANNOT_SAVE)
      else this.#waiting.push(pending)
    }
    this.#ahead = committed.at
    for (const pending of this.#waiting) this.#ahead = judge(pending, this.#ahead, this.room)
  }

  /** As `judgeAgain`, also of those that were being saved when something failed. */
  judgeAll(committed: CommittedRows): void {
    this.#waiting = [...this.#pending.values()]
    this.judgeAgain(committed, true)
  }

  /** Nothing more is saved here: the pages send it again. */
  giveUp(committed: CommittedRows): void {
    this.#waiting = []
    this.#ahead = committed.at
    for (const pending of [...this.#pending.values()]) this.answer(pending, TRY_AGAIN)
  }
}
