/**
 * A room's alarm: armed at the next thing due, it submits it when the time has come. What is due is computed from the room each
 * time, so a restart owes exactly what was owed before. It must not know the rules that make something due.
 */

import type { Due } from '#simulation/agenda/timers'
import { commandId } from '#simulation/kernel/ids'
import type { RoomState } from '#simulation/kernel/room-state'
import type { Room } from './room'
import type { Time } from './time'

/** Something that owes the room commands: the rules' clock, presence, the understudies. Its name is part of its commands' ids. */
export type Source = { name: string; next: (state: RoomState, now: number) => Due | null }

/** What comes next: of which source, when, and under which id. */
type Next = { at: number; source: Source; due: Due; id: string }

/** Timers of more than 2^31 ms fire at once; a homework deadline is waited for in hours. */
const LONGEST_WAIT_MS = 3_600_000
/** A due command that was refused is not asked again at once while the room stands still. */
const REFUSED_WAIT_MS = 1_000

export class RoomClock {
  readonly #room: Room
  readonly #time: Time
  readonly #sources: readonly Source[]
  #disarm: () => void = () => undefined
  #asking = false
  #stopped = false
  /** By source: the command that was refused, and until when it rests. */
  readonly #resting = new Map<string, { id: string; until: number }>()

  constructor(room: Room, time: Time, sources: readonly Source[]) {
    this.#room = room
    this.#time = time
    this.#sources = sources
  }

  /** Looks again at what is due; called after every commit and whenever somebody came or went. */
  arm(): void {
    this.#disarm()
    if (this.#asking || this.#stopped) return
    const first = this.#first()
    if (!first) return
    const wait = Math.min(Math.max(0, first.at - this.#time.now()), LONGEST_WAIT_MS)
    this.#disarm = this.#time.later(wait, () => this.#fire())
  }

  stop(): void {
    this.#stopped = true
    this.#disarm()
  }

  #fire(): void {
    const first = this.#first()
    if (!first || first.at > this.#time.now()) {
      this.arm() // timers may fire a moment early, and the room may have moved on
      return
    }
    this.#asking = true
    const { source, due, id } = first
    this.#room.submit(due.by, commandId.parse(id), due.command, (ack) => {
      this.#asking = false
      if (ack.ok) this.#resting.delete(source.name)
      else this.#resting.set(source.name, { id, until: this.#time.now() + REFUSED_WAIT_MS })
      this.arm()
    })
  }

  #first(): Next | null {
    const { state, seq } = this.#room.ahead
    if (!state) return null
    const now = this.#time.now()
    let first: Next | null = null
    for (const source of this.#sources) {
      const due = source.next(state, now)
      if (!due) continue
      // The number the room stands at makes the id: fired twice, also across a restart, it is one command and counts once.
      const id = `${source.name}:${due.command.type}:${seq}`
      const resting = this.#resting.get(source.name)
      const at = resting?.id === id ? Math.max(due.at, resting.until) : due.at
      if (first === null || at < first.at) first = { at, source, due, id }
    }
    return first
  }
}
