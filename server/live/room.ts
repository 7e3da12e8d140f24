/**
 * One room in session: commands take their pending, are judged on the room as it will be, saved, and only then answered and told.
 * It must not know who is connected, how rows travel, or what time it really is.
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
  /** When it arrived and the lot drawn for it; both stay when it has to be judged again. */
  at: number
  lot: number
  answers: ((ack: Ack) => void)[]
  rows: readonly Recorded[]
  ack: Ack
  after: RoomAt
}

/** Called after each commit, when everyone who asked has been answered. */
export type AppendListener = (rows: readonly Recorded[], state: RoomState, before: RoomState | null) => void

const MOST_WAITING = 500
/** A database that is away, or takes nothing because its disk is full, is asked again after so long, and later less often. */
const AGAIN_MS = 250
const LONGEST_AGAIN_MS = 1_000
const TRY_AGAIN: Ack = { ok: false, rejection: 'try-again' }

export class Room {
  readonly id: RoomId
  readonly #log: RoomLog
  readonly #time: Time
  readonly #tell: AppendListener
  /** Every committed row; row n stands at index n − 1. */
  readonly rows: Recorded[] = []
  #committed: RoomAt = UNOPENED
  /** The room as it will be when everything that waits has been saved. */
  #ahead: RoomAt = UNOPENED
  readonly #answered = new Map<CommandId, Ack>()
  readonly #pending = new Map<CommandId, PendingCommand>()
  #waiting: PendingCommand[] = []
  #saving: Promise<void> | null = null
  /** How many commands still go one by one, because something among them cannot be stored. */
  #oneByOne = 0
  /** How often in a row the database has failed to say that rows are saved, or to give them. */
  #failures = 0
  /** Whether something may stand on the log that did not come from here. */
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

  /** The room as saved: what may be shown. */
  get state(): RoomState | null {
    return this.#committed.state
  }

  get seq(): number {
    return this.#committed.seq
  }

  /** Commands that have not been answered yet. */
  get queued(): number {
    return this.#pending.size
  }

  /** The room as it will be, with its number: what the clock should judge by. */
  get ahead(): Pick<RoomAt, 'state' | 'seq'> {
    return this.#ahead
  }

  /** Puts a command in the queue. `answer` is called once, in the same step as the commit and before anyone is told. */
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

  ask(by: ActorId, commandId: CommandId, command: RoomCommand): Promise<Ack> {
    return new Promise((answer) => this.submit(by, commandId, command, answer))
  }

  /** The log was written beside this room: what is new there is taken up and told, and what waits is judged on it. */
  hearNews(): void {
    if (this.#closed) return
    this.#hasNews = true
    this.#saving ??= this.#save()
  }

  /** Resolves when nothing waits to be saved. */
  async settled(): Promise<void> {
    while (this.#saving) await this.#saving
  }

  /** Takes nothing more, and resolves when what waited has been answered. */
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
    await Promise.resolve() // what else arrives in this pending of the event loop is saved together
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
    this.#saving = null // in the same step as the look that found nothing waiting, or a pending could be left behind
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

  /** Saved: answer, then tell, in one step that nothing can come between. */
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

  /** A number was taken or the outcome is unknown: what was foreseen is thrown away, the log is read, and all are judged anew. */
  async #rejudge(batch: readonly PendingCommand[]): Promise<void> {
    this.#waiting.unshift(...batch)
    const news = await this.#readNews()
    if (!news) {
      for (const pending of this.#waiting.splice(0)) this.#answer(pending, TRY_AGAIN)
      this.#ahead = this.#committed
      return
    }
    if (news.length > 0) this.#failures = 0 // they were saved after all
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

  /** The rows this room does not have yet; after the first failure at once, then at intervals. Null when the room closes meanwhile. */
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

  /** Something in the batch can never be stored: alone it is refused, among others all go one by one until it is alone. */
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

/** The server's own commands carry their source before a colon, which no page's may hold. */
const sourceOf = (id: CommandId): string => (id.includes(':') ? id.slice(0, id.indexOf(':')) : 'page')
