/**
 * One room in session: commands take their turn, are judged on the room as it will be, saved, and only then answered and told.
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

type Turn = {
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
export type Told = (rows: readonly Recorded[], state: RoomState, before: RoomState | null) => void

const MOST_WAITING = 500
/** A database that is away, or takes nothing because its disk is full, is asked again after so long, and later less often. */
const AGAIN_MS = 250
const LONGEST_AGAIN_MS = 1_000
const TRY_AGAIN: Ack = { ok: false, rejection: 'try-again' }

export class Room {
  readonly id: RoomId
  readonly #log: RoomLog
  readonly #time: Time
  readonly #tell: Told
  /** Every committed row; row n stands at index n − 1. */
  readonly rows: Recorded[] = []
  #committed: RoomAt = UNOPENED
  /** The room as it will be when everything that waits has been saved. */
  #ahead: RoomAt = UNOPENED
  readonly #known = new Map<CommandId, Ack>()
  readonly #asked = new Map<CommandId, Turn>()
  #waiting: Turn[] = []
  #saving: Promise<void> | null = null
  /** How many turns still go one by one, because something among them cannot be stored. */
  #careful = 0
  /** How often in a row the database has failed to say that rows are saved, or to give them. */
  #failures = 0
  /** Whether something may stand on the log that did not come from here. */
  #hasNews = false
  #closed = false

  private constructor(id: RoomId, log: RoomLog, time: Time, tell: Told) {
    this.id = id
    this.#log = log
    this.#time = time
    this.#tell = tell
  }

  static async load(id: RoomId, log: RoomLog, time: Time, tell: Told): Promise<Room> {
    const room = new Room(id, log, time, tell)
    room.#take(await log.read(id))
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
    return this.#asked.size
  }

  /** The room as it will be, with its number: what the clock should judge by. */
  get ahead(): Pick<RoomAt, 'state' | 'seq'> {
    return this.#ahead
  }

  /** Puts a command in the queue. `answer` is called once, in the same step as the commit and before anyone is told. */
  submit(by: ActorId, commandId: CommandId, command: RoomCommand, answer: (ack: Ack) => void): void {
    const known = this.#known.get(commandId)
    if (known) {
      answer(known)
      return
    }
    const same = this.#asked.get(commandId)
    if (same) {
      same.answers.push(answer)
      return
    }
    if (this.#closed || this.#asked.size >= MOST_WAITING) {
      answer(TRY_AGAIN)
      return
    }
    const turn: Turn = {
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
    this.#asked.set(commandId, turn)
    this.#judge(turn)
    this.#waiting.push(turn)
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

  #judge(turn: Turn): void {
    const before = this.#ahead
    try {
      const told = advance(before, turn)
      if (!told.ok) {
        Object.assign(turn, { rows: [], ack: told, after: before })
        return
      }
      const { rows, after } = told
      Object.assign(turn, { rows, ack: { ok: true, seq: after.seq }, after })
      this.#ahead = after
    } catch (error) {
      logError('a command could not be judged', error, { room: this.id, command: turn.command.type })
      Object.assign(turn, { rows: [], ack: TRY_AGAIN, after: before })
    }
  }

  async #save(): Promise<void> {
    await Promise.resolve() // what else arrives in this turn of the event loop is saved together
    while (this.#waiting.length > 0 || this.#hasNews) {
      if (this.#hasNews) {
        this.#hasNews = false
        await this.#judgeAgain([])
        continue
      }
      const batch = this.#waiting.splice(0, this.#careful > 0 ? 1 : this.#waiting.length)
      this.#careful = Math.max(0, this.#careful - 1)
      const rows = batch.flatMap((turn) => turn.rows)
      const after = batch.at(-1)?.after.state ?? null
      const outcome = rows.length === 0 ? 'appended' : await this.#append(rows, after)
      if (outcome === 'appended') this.#commit(batch, rows)
      else await this.#judgeAgain(outcome === 'unstorable' ? this.#setAside(batch) : batch)
    }
    this.#saving = null // in the same step as the look that found nothing waiting, or a turn could be left behind
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
  #commit(batch: readonly Turn[], rows: readonly Recorded[]): void {
    const before = this.#committed.state
    for (const row of rows) this.rows.push(row)
    this.#committed = batch.at(-1)?.after ?? this.#committed
    if (rows.length > 0) failpoint('after-commit')
    for (const turn of batch) {
      if (turn.rows.length > 0) this.#known.set(turn.commandId, turn.ack)
      this.#answer(turn, turn.ack)
    }
    if (rows.length > 0) failpoint('before-tell')
    this.#say(rows, before)
  }

  /** A number was taken or the outcome is unknown: what was foreseen is thrown away, the log is read, and all are judged anew. */
  async #judgeAgain(batch: readonly Turn[]): Promise<void> {
    this.#waiting.unshift(...batch)
    const news = await this.#readNews()
    if (!news) {
      for (const turn of this.#waiting.splice(0)) this.#answer(turn, TRY_AGAIN)
      this.#ahead = this.#committed
      return
    }
    if (news.length > 0) this.#failures = 0 // they were saved after all
    const before = this.#committed.state
    this.#take(news)
    this.#ahead = this.#committed
    const turns = this.#waiting
    this.#waiting = turns.filter((turn) => !this.#known.has(turn.commandId))
    for (const turn of turns) {
      const known = this.#known.get(turn.commandId)
      if (known) this.#answer(turn, known)
    }
    this.#say(news, before)
    for (const turn of this.#waiting) this.#judge(turn)
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
  #setAside(batch: readonly Turn[]): readonly Turn[] {
    const [only] = batch
    if (!only || batch.length > 1) {
      this.#careful = batch.length
      return batch
    }
    this.#answer(only, { ok: false, rejection: 'malformed' })
    return []
  }

  #take(rows: readonly Recorded[]): void {
    for (const row of rows) {
      if (row.seq !== this.seq + 1) throw new Error(`Room ${this.id} has no row ${this.seq + 1}`)
      this.rows.push(row)
      this.#committed = follow(this.#committed, [row])
      this.#known.set(row.commandId, { ok: true, seq: row.seq })
    }
  }

  #answer(turn: Turn, ack: Ack): void {
    this.#asked.delete(turn.commandId)
    for (const answer of turn.answers) answer(ack)
    ackSeconds.observe(Math.max(0, this.#time.now() - turn.at) / 1000)
    commands.inc({
      command: turn.command.type,
      source: sourceOf(turn.commandId),
      outcome: ack.ok ? 'ok' : ack.rejection,
    })
  }

  #say(rows: readonly Recorded[], before: RoomState | null): void {
    if (rows.length > 0 && this.state) this.#tell(rows, this.state, before)
  }
}

/** The server's own commands carry their source before a colon, which no page's may hold. */
const sourceOf = (id: CommandId): string => (id.includes(':') ? id.slice(0, id.indexOf(':')) : 'page')
