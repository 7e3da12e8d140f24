/**
 * One live room: commands are judged in the order of their arrival, on the state that the waiting ones will lead to, then saved in
 * batches, and only after that answered and announced. So nothing that was acknowledged or shown can be lost.
 */

import { failpoint } from '#server/base/failpoints'
import { logWarning } from '#server/base/faults/logger'
import { logsShortened, rowsFollowed } from '#server/base/metrics'
import type { Newest, RoomLog } from '#server/store/log/room-log'
import type { RoomAt } from '#simulation/engine/advance'
import { type Fullness, fullness } from '#simulation/engine/record-space'
import type { ActorId, CommandId, RoomId } from '#simulation/kernel/ids'
import type { MaskedRow } from '#simulation/secrecy/masked-row'
import type { Recorded } from '#simulation/shapes/record'
import type { RoomCommand } from '#simulation/shapes/room-command'
import type { RoomState } from '#simulation/state/room-state'
import type { Ack } from '#simulation/wire/protocol'
import { CommittedRows } from './saving/committed-rows'
import { IncomingRows } from './saving/incoming-rows'
import { arrived, isOfServer, type PendingCommand, TRY_AGAIN } from './saving/pending-command'
import { RetryingLog } from './saving/retrying-log'
import type { AppendListener, OtherServers } from './saving/room-listeners'
import { SavingWatch } from './saving/saving-watch'
import type { Time } from './saving/time'
import { WaitingCommands } from './saving/waiting-commands'

/** With so many unanswered commands a further one is refused with `try-again`: a database that is away must not fill the memory. */
const MOST_WAITING = 500

export class Room {
  readonly id: RoomId
  readonly #log: RetryingLog
  readonly #committed: CommittedRows
  readonly #news: IncomingRows
  readonly #waiting: WaitingCommands
  readonly saving: SavingWatch
  #saving: Promise<void> | null = null
  /** Whether what this room remembers may not be what is stored, so that it must be read anew. */
  #isLost = false
  #closed = false

  private constructor(
    id: RoomId,
    log: RoomLog,
    private readonly time: Time,
    private readonly tell: AppendListener,
    private readonly others: OtherServers,
  ) {
    this.id = id
    this.#log = new RetryingLog(id, log, time)
    this.#committed = new CommittedRows(id)
    this.#news = new IncomingRows(this.#committed)
    this.#waiting = new WaitingCommands(id, time, () => this.saving.answered())
    this.saving = new SavingWatch(time, () => this.#waiting.oldestAt)
  }

  static async load(id: RoomId, log: RoomLog, time: Time, tell: AppendListener, others: OtherServers): Promise<Room> {
    const room = new Room(id, log, time, tell, others)
    room.#committed.follow(await log.read(id))
    room.#waiting.judgeAgain(room.#committed, true)
    return room
  }

  /** Every committed row, without the words that were taken off; row n is at index n − 1. */
  get rows(): readonly MaskedRow[] {
    return this.#committed.rows
  }

  /** The state as saved: only this may be shown. */
  get state(): RoomState | null {
    return this.#committed.at.state
  }

  get seq(): number {
    return this.#committed.at.seq
  }

  /** What its chair is told of the space of its record (D35). */
  get space(): Fullness | null {
    return fullness(this.#committed.at.taken)
  }

  /** How many commands have not been answered yet. */
  get queued(): number {
    return this.#waiting.size
  }

  /** The state with the waiting commands: the clock computes what is due from it, or it would submit the same thing again. */
  get ahead(): Pick<RoomAt, 'state' | 'seq'> {
    return this.#waiting.ahead
  }

  /** Judges a command and queues it for saving. `answer` is called once, after the commit and before the rows are announced. */
  submit(by: ActorId, commandId: CommandId, command: RoomCommand, answer: (ack: Ack) => void): void {
    const known = this.#committed.answerTo(commandId)
    if (known) {
      answer(known)
      return
    }
    const same = this.#waiting.find(commandId)
    if (same) {
      same.answers.push(answer)
      return
    }
    if (this.#closed || this.#waiting.size >= MOST_WAITING) {
      answer(TRY_AGAIN)
      return
    }
    this.#waiting.add(arrived(by, commandId, command, this.time.now(), this.#waiting.ahead, answer))
    this.saving.waits()
    this.#saving ??= this.#save()
  }

  /** Whether this command is saved, or waits to be. */
  knows(id: CommandId): boolean {
    return this.#committed.answerTo(id) !== undefined || this.#waiting.find(id) !== undefined
  }

  /** `submit` as a promise. */
  ask(by: ActorId, commandId: CommandId, command: RoomCommand): Promise<Ack> {
    return new Promise((answer) => this.submit(by, commandId, command, answer))
  }

  /** Others appended rows to the log: reads and announces them, and judges the waiting commands again on the new state. */
  hearNews(): void {
    if (this.#closed) return
    this.#news.mayBeInLog()
    this.#saving ??= this.#save()
  }

  /**
   * Rows that another server has saved after the row of the command `before`: those that continue the log are taken and announced; after a
   * gap, or where that server has another row before them, the log is read.
   */
  hearRows(rows: readonly Recorded[], before: CommandId | null): void {
    const [first, last] = [rows[0], rows.at(-1)]
    if (this.#closed || !first || !last) return
    if (!this.#committed.mayPrecede(first, before)) this.#news.mayBeInLog()
    else if (last.seq <= this.seq) return
    else this.#news.came(rows, before)
    this.#saving ??= this.#save()
  }

  /** What the database says is the last row of the log: if it is another than the room's, the log is read. */
  hearNewest(newest: Newest | undefined): void {
    const last = this.rows.at(-1)
    if (!newest || newest.seq < this.seq || newest.seq > this.ahead.seq) this.hearNews()
    else if (newest.seq === this.seq && newest.commandId !== last?.commandId) this.hearNews()
  }

  /** Resolves once the log has been read. */
  async readLog(): Promise<void> {
    if (this.#closed) return
    await new Promise<void>((read) => {
      this.#news.mayBeInLog(read)
      this.#saving ??= this.#save()
    })
  }

  /** Resolves when no command waits to be saved. */
  async settled(): Promise<void> {
    while (this.#saving) await this.#saving
  }

  /** Refuses further commands, and resolves when the waiting ones have been answered. */
  async close(): Promise<void> {
    this.#closed = true
    await this.settled()
  }

  async #save(): Promise<void> {
    await Promise.resolve() // so that commands arriving in this turn of the event loop are saved in one transaction
    while (!this.#waiting.isEmpty || !this.#news.isEmpty || this.#isLost) {
      try {
        if (this.#isLost) await this.#startOver()
        else await this.#saveNext()
        this.#log.goesOn()
      } catch (error) {
        // Whatever it was, the room must be able to save again: it is read anew, and what has no answer yet is judged on that.
        this.#isLost = true
        await this.#log.rest(error)
        if (this.#closed) this.#giveUp()
      }
    }
    this.#saving = null // no await since the loop found nothing waiting, or a command that came in between would never be saved
  }

  async #saveNext(): Promise<void> {
    this.#takeSent()
    if (this.#news.isInLog) await this.#news.readLog(() => this.#rejudge([]))
    if (this.#waiting.isEmpty || this.#isLost) return
    const batch = this.#waiting.take()
    if (this.#isInDoubt(batch)) return this.#rejudge(batch)
    const rows = batch.flatMap((pending) => pending.rows)
    const after = batch.at(-1)?.after.state ?? null
    const outcome = rows.length === 0 ? 'appended' : await this.#log.append(rows, after, this.rows.at(-1))
    if (outcome === 'appended') this.#commit(batch, rows)
    else if (outcome === 'short') this.#isLost = true
    else if (outcome === 'conflict' && this.#news.hasNext) this.#waiting.putBack(batch)
    else if (outcome === 'unstorable') this.#waiting.isolate(batch)
    else await this.#rejudge(batch)
  }

  /**
   * The database no longer holds the room's last rows, as after a failover to a copy that lagged behind: what the room remembers is given up
   * for what is stored. The log is read from its first row, and every command without an answer is judged on it.
   */
  async #startOver(): Promise<void> {
    const log = await this.#log.readWhole(() => this.#closed)
    if (!log) return this.#giveUp()
    const last = this.rows.at(-1)
    this.#committed.startOver(log)
    this.#isLost = false
    if (last && this.rows[last.seq - 1]?.commandId !== last.commandId) {
      logsShortened.inc()
      logWarning('the database no longer holds the last rows of a room', {
        room: this.id,
        had: last.seq,
        found: this.seq,
      })
    }
    this.#waiting.judgeAll(this.#committed)
    this.others.startedOver()
  }

  /** The room closes, and what waits is not saved here: its pages send it again. */
  #giveUp(): void {
    this.#isLost = false
    this.#waiting.giveUp(this.#committed)
  }

  /** After the save: answers, then announces. Without an await between them, so that a joining page sees all of it or nothing. */
  #commit(batch: readonly PendingCommand[], rows: readonly Recorded[]): void {
    const before = this.state
    const last = this.rows.at(-1)?.commandId ?? null
    this.#committed.add(rows, batch.at(-1)?.after ?? this.#committed.at)
    if (rows.length > 0) failpoint('after-commit')
    for (const pending of batch) this.#waiting.answer(pending, pending.ack)
    if (rows.length > 0) failpoint('before-tell')
    this.#announce(rows, before)
    if (rows.length === 0) return
    failpoint('before-publish')
    this.others.saved(rows, last)
  }

  /**
   * Whether somebody is about to be refused for what may have changed: the chair starts a phase at another server, and who speaks here at
   * once has heard of it before this server has. Each command is judged again on the whole log once.
   */
  #isInDoubt(batch: readonly PendingCommand[]): boolean {
    const refused = batch.filter(({ ack, commandId, isSure }) => !ack.ok && !isSure && !isOfServer(commandId))
    if (refused.length === 0 || !this.others.mayBeAhead()) return false
    for (const pending of refused) pending.isSure = true
    return true
  }

  /** Takes the rows that other servers sent, as far as they continue the log; the rest is read from it. */
  #takeSent(): void {
    const next = this.#news.takeNext()
    if (next.length === 0) return
    rowsFollowed.inc({ from: 'engine' }, next.length)
    this.#follow(next)
  }

  /** After a conflict or an unknown outcome: reads the log, answers the commands that it holds, and judges the others again. */
  async #rejudge(batch: readonly PendingCommand[]): Promise<void> {
    this.#waiting.putBack(batch)
    const news = await this.#log.readAfter(this.rows.at(-1), () => this.#closed)
    if (!news) return this.#giveUp()
    if (news === 'short') {
      this.#isLost = true
      return
    }
    rowsFollowed.inc({ from: 'log' }, news.length)
    this.#follow(news)
  }

  /** Takes over rows that others saved, or that were saved without an answer, and judges the waiting commands again on what follows. */
  #follow(news: readonly Recorded[]): void {
    const before = this.state
    this.#committed.follow(news)
    this.#waiting.judgeAgain(this.#committed, news.length > 0)
    this.#announce(news, before)
  }

  #announce(rows: readonly Recorded[], before: RoomState | null): void {
    if (rows.length > 0 && this.state) this.tell(this.rows.slice((rows[0]?.seq ?? 1) - 1), this.state, before)
  }
}
