/**
 * A room's timer: waits for the next command that is due (a phase's end, an absence, an understudy's move) and submits it. What is due
 * is computed from the room's state each time and stored nowhere, so a restart loses nothing.
 */

import { logError } from '#server/base/faults/logger'
import { isForSpace } from '#simulation/engine/record-space'
import type { Due } from '#simulation/engine/timers'
import { commandId } from '#simulation/kernel/ids'
import { HOUR_MS } from '#simulation/kernel/time'
import type { RoomCommand } from '#simulation/shapes/room-command'
import type { RoomState } from '#simulation/state/room-state'
import type { Room } from './room'
import type { Time } from './saving/time'

/** Computes a due command: the rules' clock, presence, the understudies. The name goes into its commands' ids and into metrics. */
export type Source = { name: string; next: (state: RoomState, now: number) => Due | null }

/** Where several servers have the room open, each waits this much longer than the one before it, and then finds the work done. */
const STAGGER_MS = 400

/** The next command due: from which source, at which time in ms, and under which id. */
type Next = { at: number; source: Source; due: Due; id: string }

/** setTimeout fires at once when given more than 2^31 ms (25 days), so a far deadline is waited for in pieces of an hour. */
const LONGEST_WAIT_MS = HOUR_MS
/** A due command that was refused is submitted again after this time (for want of space after the longest), unless the room has changed; at once would loop without end. */
const REFUSED_WAIT_MS = 1_000

export class RoomClock {
  #disarm: () => void = () => undefined
  #asking = false
  #stopped = false
  /** By source: the command that was refused, and the time before which it is not submitted again. */
  readonly #resting = new Map<string, { id: string; until: number }>()
  /** By source: what is due at once, and since when. */
  readonly #dueSince = new Map<string, { what: string; since: number }>()

  constructor(
    private readonly room: Room,
    private readonly time: Time,
    private readonly sources: readonly Source[],
    /** What must be done before a command is submitted; null where nothing. */
    private readonly before: (command: RoomCommand) => Promise<void> | null = () => null,
    /** How many servers come before this one. */
    private readonly rank: () => number = () => 0,
  ) {}

  /**
   * Computes again what is due and sets the timer anew; to be called after every commit and whenever somebody came or went.
   */
  arm(): void {
    if (this.#asking || this.#stopped) return
    this.#disarm()
    const first = this.#first()
    if (!first) return
    const wait = Math.min(Math.max(0, first.at - this.time.now()), LONGEST_WAIT_MS)
    this.#disarm = this.time.later(wait, () => this.#fire())
  }

  stop(): void {
    this.#stopped = true
    this.#disarm()
  }

  #fire(): void {
    const first = this.#first()
    if (!first || first.at > this.time.now()) {
      this.arm() // timers may fire a moment early, and the room may have moved on
      return
    }
    this.#asking = true
    const { source, due, id } = first
    const done = (ok: boolean, wait = REFUSED_WAIT_MS) => {
      this.#asking = false
      if (ok) this.#resting.delete(source.name)
      else this.#resting.set(source.name, { id, until: this.time.now() + wait })
      this.arm()
    }
    const submit = () =>
      this.room.submit(due.by, commandId.parse(id), due.command, (ack) =>
        done(ack.ok, !ack.ok && isForSpace(ack.rejection) ? LONGEST_WAIT_MS : REFUSED_WAIT_MS),
      )
    const before = this.before(due.command)
    if (!before) submit()
    else
      before.then(submit, (error: unknown) => {
        logError('what comes before a due command could not be done', error, { command: due.command.type })
        done(false)
      })
  }

  #first(): Next | null {
    const { state, seq } = this.room.ahead
    if (!state) return null
    const now = this.time.now()
    const rank = this.rank()
    let first: Next | null = null
    for (const source of this.sources) {
      const due = source.next(state, now)
      if (!due) continue
      // The id holds the room's last row number: fired twice, also across a restart, it is the same command and counts once.
      const id = `${source.name}:${due.command.type}:${seq}`
      const resting = this.#resting.get(source.name)
      const turn = rank === 0 ? due.at : this.#dueAt(source, due, now) + rank * STAGGER_MS
      const at = resting?.id === id ? Math.max(turn, resting.until) : turn
      if (first === null || at < first.at) first = { at, source, due, id }
    }
    return first
  }

  /** When it fell due: for what is due "at once", when that was first seen, or every commit would put it off once more. */
  #dueAt({ name }: Source, { at, command }: Due, now: number): number {
    if (at > 0) return at
    const what = JSON.stringify(command)
    const known = this.#dueSince.get(name)
    if (known?.what === what) return known.since
    this.#dueSince.set(name, { what, since: now })
    return now
  }
}
