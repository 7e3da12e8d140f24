/**
 * One live room: commands are judged in the order of their arrival, on the state that the waiting ones will lead to, then saved in
 * batches, and only after that answered and announced. So nothing that was acknowledged or shown can be lost.
 */

import { failpoint } from '#server/ops/failpoints'
import { logError } from '#server/ops/logger'
import { ackSeconds, appendSeconds, commands } from '#server/ops/metrics'
import { type RoomLog, Unstorable } from '#server/store/log/room-log'
import { advance, follow, type RoomAt, UNOPENED } from '#simulation/kernel/advance'
import type { ActorId, CommandId, RoomId } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/kernel/record'
import type { RoomCommand } from '#simulation/kernel/room-command'
import type { RoomState } from '#simulation/kernel/room-state'
import type { Ack } from '#simulation/wire/protocol'
import type { Time } from './time'

type PendingCommand = {
  by: ActorId
  commandId: CommandId
  command: RoomCommand
  /** The time of arrival and the random number drawn for it; both stay the same when it has to be judged again. */
  at: number
  lot: number
  answers: ((ack: Ack) => void)[]
  rows: readonly Recorded[]
  ack: Ack
  after: RoomAt
}

/** Called after each commit, once all its commands are answered; `before` is the state before these rows. */
type AppendListener = (rows: readonly Recorded[], state: RoomState, before: RoomState | null) => void

/** With so many unanswered commands a further one is refused with `try-again`: a database that is away must not fill the memory. */
const MOST_WAITING = 500
/** A database that is away, or whose disk is full, is asked again after this time, which grows to LONGEST_AGAIN_MS. */
const AGAIN_MS = 250
const LONGEST_AGAIN_MS = 1_000
const TRY_AGAIN: Ack = { ok: false, rejection: 'try-again' }

export class Room {
  readonly id: RoomId
  readonly #log: RoomLog
  readonly #time: Time
  readonly #tell: AppendListener
  /** Every committed row; row n is at index n − 1. */
  readonly rows: Recorded[] = []
  #committed: RoomAt = UNOPENED
  /** The room as it will be when every waiting command has been saved. */
  #ahead: RoomAt = UNOPENED
  readonly #answered = new Map<CommandId, Ack>()
  readonly #pending = new Map<CommandId, PendingCommand>()
  #waiting: PendingCommand[] = []
  #saving: Promise<void> | null = null
  /** How many of the waiting commands are still to be saved one by one, because the database refuses one of them. */
  #oneByOne = 0
  /** How many appends or reads have failed in a row. */
  #failures = 0
  /** Whether others may have appended rows to the log that this room has not read. */
  #hasNews = false
  #closed = false

  private constructor(id: RoomId, log: RoomLog, time: Time, tell: AppendListener) {
    this.id = id
    this.#log = log
    this.#time = time
    this.#tell = tell
  }

  static async load(id: RoomId, log: RoomLog, time: Time, tell: AppendListener): Promise<Room> {
    const room = new Room(id, log, time, tell)
    room.#apply(await log.read(id))
    room.#ahead = room.#committed
    return room
  }

  /** The state as saved: only this may be shown. */
  get state(): RoomState | null {
    return this.#committed.state
  }

  get seq(): number {
    return this.#committed.seq
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
    const known = this.#answered.get(commandId)
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
    const pending: PendingCommand = {
      by,
      commandId,
      command,
      at: this.#time.now(),
      lot: Math.random(),
      answers: [answer],
      rows: [],
      ack: TRY_AGAIN,
      after: this.#ahead,
    }
    this.#pending.set(commandId, pending)
    this.#judge(pending)
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
    this.#hasNews = true
    this.#saving ??= this.#save()
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

  #judge(pending: PendingCommand): void {
    const before = this.#ahead
    try {
      const judged = advance(before, pending)
      if (!judged.ok) {
        Object.assign(pending, { rows: [], ack: judged, after: before })
        return
      }
      const { rows, after } = judged
      Object.assign(pending, { rows, ack: { ok: true, seq: after.seq }, after })
      this.#ahead = after
    } catch (error) {
      logError('a command could not be judged', error, { room: this.id, command: pending.command.type })
      Object.assign(pending, { rows: [], ack: TRY_AGAIN, after: before })
    }
  }

  async #save(): Promise<void> {
    await Promise.resolve() // so that commands arriving in this turn of the event loop are saved in one transaction
    while (this.#waiting.length > 0 || this.#hasNews) {
      if (this.#hasNews) {
        this.#hasNews = false
        await this.#rejudge([])
        continue
      }
      const batch = this.#waiting.splice(0, this.#oneByOne > 0 ? 1 : this.#waiting.length)
      this.#oneByOne = Math.max(0, this.#oneByOne - 1)
      const rows = batch.flatMap((pending) => pending.rows)
      const after = batch.at(-1)?.after.state ?? null
      const outcome = rows.length === 0 ? 'appended' : await this.#append(rows, after)
      if (outcome === 'appended') this.#commit(batch, rows)
      else await this.#rejudge(outcome === 'unstorable' ? this.#isolate(batch) : batch)
    }
    this.#saving = null // no await since the loop found nothing waiting, or a command that came in between would never be saved
  }

  async #append(
    rows: readonly Recorded[],
    after: RoomState | null,
  ): Promise<'appended' | 'conflict' | 'unknown' | 'unstorable'> {
    const saved = appendSeconds.startTimer()
    try {
      const outcome = await this.#log.append(this.id, rows, after)
      this.#failures = 0
      return outcome
    } catch (error) {
      logError('rows could not be saved', error, { room: this.id, rows: rows.length })
      if (error instanceof Unstorable) return 'unstorable'
      this.#failures += 1
      return 'unknown'
    } finally {
      saved()
    }
  }

  /** After the save: answers, then announces. Without an await between them, so that a joining page sees all of it or nothing. */
  #commit(batch: readonly PendingCommand[], rows: readonly Recorded[]): void {
    const before = this.#committed.state
    for (const row of rows) this.rows.push(row)
    this.#committed = batch.at(-1)?.after ?? this.#committed
    if (rows.length > 0) failpoint('after-commit')
    for (const pending of batch) {
      if (pending.rows.length > 0) this.#answered.set(pending.commandId, pending.ack)
      this.#answer(pending, pending.ack)
    }
    if (rows.length > 0) failpoint('before-tell')
    this.#announce(rows, before)
  }

  /** After a conflict or an unknown outcome: reads the log, answers the commands that it holds, and judges the others again. */
  async #rejudge(batch: readonly PendingCommand[]): Promise<void> {
    this.#waiting.unshift(...batch)
    const news = await this.#readNews()
    if (!news) {
      for (const pending of this.#waiting.splice(0)) this.#answer(pending, TRY_AGAIN)
      this.#ahead = this.#committed
      return
    }
    if (news.length > 0) this.#failures = 0
    const before = this.#committed.state
    this.#apply(news)
    this.#ahead = this.#committed
    const waited = this.#waiting
    this.#waiting = waited.filter((pending) => !this.#answered.has(pending.commandId))
    for (const pending of waited) {
      const known = this.#answered.get(pending.commandId)
      if (known) this.#answer(pending, known)
    }
    this.#announce(news, before)
    for (const pending of this.#waiting) this.#judge(pending)
  }

  /** Reads the rows this room lacks, again and again until the database answers; null when the room closes meanwhile. */
  async #readNews(): Promise<Recorded[] | null> {
    for (;;) {
      if (this.#failures > 1) {
        if (this.#closed) return null
        const rest = Math.min(AGAIN_MS * (this.#failures - 1), LONGEST_AGAIN_MS)
        await new Promise<void>((wake) => this.#time.later(rest, wake))
      }
      try {
        return await this.#log.read(this.id, this.seq)
      } catch (error) {
        this.#failures += 1
        logError('the log cannot be read', error, { room: this.id })
      }
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

  #apply(rows: readonly Recorded[]): void {
    for (const row of rows) {
      if (row.seq !== this.seq + 1) throw new Error(`Room ${this.id} has no row ${this.seq + 1}`)
      this.rows.push(row)
      this.#committed = follow(this.#committed, [row])
      this.#answered.set(row.commandId, { ok: true, seq: row.seq })
    }
  }

  #answer(pending: PendingCommand, ack: Ack): void {
    this.#pending.delete(pending.commandId)
    for (const answer of pending.answers) answer(ack)
    ackSeconds.observe(Math.max(0, this.#time.now() - pending.at) / 1000)
    commands.inc({
      command: pending.command.type,
      source: sourceOf(pending.commandId),
      outcome: ack.ok ? 'ok' : ack.rejection,
    })
  }

  #announce(rows: readonly Recorded[], before: RoomState | null): void {
    if (rows.length > 0 && this.state) this.#tell(rows, this.state, before)
  }
}

/** The source for the metrics. The server's own command ids are `source:…`; submitting.ts refuses a page's id with a colon. */
const sourceOf = (id: CommandId): string => (id.includes(':') ? id.slice(0, id.indexOf(':')) : 'page')
