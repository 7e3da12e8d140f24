/**
 * One live room: commands are judged in the order of their arrival, on the state that the waiting ones will lead to, then saved in
 * batches, and only after that answered and announced. So nothing that was acknowledged or shown can be lost.
 */

import { failpoint } from '#server/ops/failpoints'
import { rowsFollowed } from '#server/ops/metrics'
import type { RoomLog } from '#server/store/log/room-log'
import { type RoomAt, UNOPENED } from '#simulation/kernel/advance'
import type { ActorId, CommandId, RoomId } from '#simulation/kernel/ids'
import { MadeByNewer } from '#simulation/kernel/made-by-newer'
import type { Recorded } from '#simulation/kernel/record'
import type { RoomCommand } from '#simulation/kernel/room-command'
import type { RoomState } from '#simulation/kernel/room-state'
import type { MaskedRow } from '#simulation/secrecy/masking'
import type { Ack } from '#simulation/wire/protocol'
import { CommittedRows } from './committed-rows'
import { HeardNews } from './heard-news'
import { OwnLog } from './own-log'
import {
  answerTo,
  arrived,
  CANNOT_SAVE,
  isGivenUp,
  isOfServer,
  judge,
  type PendingCommand,
  TRY_AGAIN,
} from './pending-command'
import { SavingWatch } from './saving-watch'
import type { Time } from './time'

/**
 * Called after each commit, once all its commands are answered; `before` is the state before these rows. They come without words that a later
 * one of them has taken off.
 */
type AppendListener = (rows: readonly MaskedRow[], state: RoomState, before: RoomState | null) => void
type OtherServers = {
  /** Called with the rows that this server has saved, after everybody here has been told. */
  saved: (rows: readonly Recorded[]) => void
  /** Whether one of them may have saved rows that have not come here yet. */
  mayBeAhead: () => boolean
  /** Called once when the log holds rows of a newer server: the room takes no further commands. */
  outdated: () => void
}
const NO_OTHERS: OtherServers = { saved: () => undefined, mayBeAhead: () => false, outdated: () => undefined }

/** With so many unanswered commands a further one is refused with `try-again`: a database that is away must not fill the memory. */
const MOST_WAITING = 500

export class Room {
  readonly id: RoomId
  readonly #log: OwnLog
  readonly #time: Time
  readonly #tell: AppendListener
  readonly #others: OtherServers
  readonly #committed: CommittedRows
  readonly #news: HeardNews
  /** The room as it will be when every waiting command has been saved. */
  #ahead: RoomAt = UNOPENED
  readonly #pending = new Map<CommandId, PendingCommand>()
  readonly saving: SavingWatch
  #waiting: PendingCommand[] = []
  #saving: Promise<void> | null = null
  /** How many of the waiting commands are still to be saved one by one, because the database refuses one of them. */
  #oneByOne = 0
  #closed = false

  private constructor(id: RoomId, log: RoomLog, time: Time, tell: AppendListener, others: OtherServers) {
    this.id = id
    this.#log = new OwnLog(id, log, time)
    this.#committed = new CommittedRows(id)
    this.#news = new HeardNews(this.#committed)
    this.#time = time
    this.#tell = tell
    this.#others = others
    this.saving = new SavingWatch(time, () => this.#pending.values().next().value?.at ?? null)
  }

  static async load(
    id: RoomId,
    log: RoomLog,
    time: Time,
    tell: AppendListener,
    others: OtherServers = NO_OTHERS,
  ): Promise<Room> {
    const room = new Room(id, log, time, tell, others)
    room.#committed.follow(await log.read(id))
    room.#ahead = room.#committed.at
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

  /** How many commands have not been answered yet. */
  get queued(): number {
    return this.#pending.size
  }

  /** The state with the waiting commands: the clock computes what is due from it, or it would submit the same thing again. */
  get ahead(): Pick<RoomAt, 'state' | 'seq'> {
    return this.#ahead
  }

  /** Judges a command and queues it for saving. `answer` is called once, after the commit and before the rows are announced. */
  submit(by: ActorId, commandId: CommandId, command: RoomCommand, answer: (ack: Ack) => void): void {
    const known = this.#committed.answerTo(commandId)
    if (known) {
      answer(known)
      return
    }
    const same = this.#pending.get(commandId)
    if (same) {
      same.answers.push(answer)
      return
    }
    if (this.#closed || this.#pending.size >= MOST_WAITING) {
      answer(TRY_AGAIN)
      return
    }
    const pending = arrived(by, commandId, command, this.#time.now(), this.#ahead, answer)
    this.#pending.set(commandId, pending)
    this.saving.waits()
    this.#ahead = judge(pending, this.#ahead, this.id)
    this.#waiting.push(pending)
    this.#saving ??= this.#save()
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

  /** Rows that another server has saved: those that continue the log are taken and announced, a gap has the log read. */
  hearRows(rows: readonly Recorded[]): void {
    const last = rows.at(-1)
    if (this.#closed || !last || last.seq <= this.seq) return
    this.#news.came(rows)
    this.#saving ??= this.#save()
  }

  /** Resolves once the log has been read, unless this room is at `seq` already: a page that comes from another server may be ahead of it. */
  async reach(seq: number): Promise<void> {
    if (this.seq >= seq || this.#closed) return
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
    while (this.#waiting.length > 0 || !this.#news.isEmpty) {
      this.#takeSent()
      if (this.#news.isInLog) await this.#news.readLog(() => this.#rejudge([]))
      if (this.#waiting.length === 0) continue
      const batch = this.#waiting.splice(0, this.#oneByOne > 0 ? 1 : this.#waiting.length)
      if (this.#isInDoubt(batch)) {
        await this.#rejudge(batch)
        continue
      }
      this.#oneByOne = Math.max(0, this.#oneByOne - 1)
      const rows = batch.flatMap((pending) => pending.rows)
      const after = batch.at(-1)?.after.state ?? null
      const outcome = rows.length === 0 ? 'appended' : await this.#log.append(rows, after)
      if (outcome === 'appended') this.#commit(batch, rows)
      else if (outcome === 'conflict' && this.#news.hasNext) this.#waiting.unshift(...batch)
      else await this.#rejudge(outcome === 'unstorable' ? this.#isolate(batch) : batch)
    }
    this.#saving = null // no await since the loop found nothing waiting, or a command that came in between would never be saved
  }

  /** After the save: answers, then announces. Without an await between them, so that a joining page sees all of it or nothing. */
  #commit(batch: readonly PendingCommand[], rows: readonly Recorded[]): void {
    const before = this.state
    this.#committed.add(rows, batch.at(-1)?.after ?? this.#committed.at)
    if (rows.length > 0) failpoint('after-commit')
    for (const pending of batch) this.#answer(pending, pending.ack)
    if (rows.length > 0) failpoint('before-tell')
    this.#announce(rows, before)
    if (rows.length === 0) return
    failpoint('before-publish')
    this.#others.saved(rows)
  }

  /**
   * Whether somebody is about to be refused for what may have changed: the chair starts a phase at another server, and who speaks here at
   * once has heard of it before this server has. Each command is judged again on the whole log once.
   */
  #isInDoubt(batch: readonly PendingCommand[]): boolean {
    const refused = batch.filter(({ ack, commandId, isSure }) => !ack.ok && !isSure && !isOfServer(commandId))
    if (refused.length === 0 || !this.#others.mayBeAhead()) return false
    for (const pending of refused) pending.isSure = true
    return true
  }

  /** Takes the rows that other servers sent, as far as they continue the log; the rest is read from it. */
  #takeSent(): void {
    const next = this.#news.takeNext()
    if (next.length === 0) return
    rowsFollowed.add({ from: 'engine', rows: next.length })
    this.#follow(next)
  }

  /** After a conflict or an unknown outcome: reads the log, answers the commands that it holds, and judges the others again. */
  async #rejudge(batch: readonly PendingCommand[]): Promise<void> {
    this.#waiting.unshift(...batch)
    const news = await this.#readNews()
    if (!news) {
      for (const pending of this.#waiting.splice(0)) this.#answer(pending, TRY_AGAIN)
      this.#ahead = this.#committed.at
      return
    }
    rowsFollowed.add({ from: 'log', rows: news.length })
    this.#follow(news)
  }

  /** Takes over rows that others saved, or that were saved without an answer, and judges the waiting commands again on what follows. */
  #follow(news: readonly Recorded[]): void {
    const before = this.state
    this.#committed.follow(news)
    this.#ahead = this.#committed.at
    const waited = this.#waiting.splice(0)
    for (const pending of waited) {
      const known = this.#committed.answerTo(pending.commandId)
      if (known) this.#answer(pending, known)
      // The server's own commands were due in a state that is past: the clock computes what is due now. Judged again, an understudy's
      // word that another server has saved meanwhile would be said twice.
      else if (news.length > 0 && isOfServer(pending.commandId)) this.#answer(pending, TRY_AGAIN)
      else if (isGivenUp(pending, this.#time.now())) this.#answer(pending, CANNOT_SAVE)
      else this.#waiting.push(pending)
    }
    this.#announce(news, before)
    for (const pending of this.#waiting) this.#ahead = judge(pending, this.#ahead, this.id)
  }

  /** The rows this room lacks; null when it closes, as it does when a newer server has written them. */
  async #readNews(): Promise<Recorded[] | null> {
    try {
      return await this.#log.read(this.seq, () => this.#closed)
    } catch (error) {
      if (!(error instanceof MadeByNewer)) throw error
      this.#closed = true
      this.#others.outdated()
      return null
    }
  }

  /** The database will never store something in this batch. A single command is refused; of several, each is saved alone to find it. */
  #isolate(batch: readonly PendingCommand[]): readonly PendingCommand[] {
    const [only] = batch
    if (!only || batch.length > 1) {
      this.#oneByOne = batch.length
      return batch
    }
    this.#answer(only, { ok: false, rejection: 'malformed' })
    return []
  }

  #answer(pending: PendingCommand, ack: Ack): void {
    this.#pending.delete(pending.commandId)
    this.saving.answered()
    answerTo(pending, ack, this.#time.now(), this.id)
  }

  #announce(rows: readonly Recorded[], before: RoomState | null): void {
    if (rows.length > 0 && this.state) this.#tell(this.rows.slice((rows[0]?.seq ?? 1) - 1), this.state, before)
  }
}
