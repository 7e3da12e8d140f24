/**
 * Who is connected to a room, across tabs and devices, and which holders have been away so long that the room should know (S10).
 * It must not know sockets, only that somebody came or went.
 */

import type { Due } from '#simulation/agenda/timers'
import { CLOCK, type PersonId } from '#simulation/kernel/ids'
import { isRunning, type RoomState } from '#simulation/kernel/room-state'
import type { Presence as PresenceShown } from '#simulation/wire/protocol'

/** A lost line is not an absence: a phone that changes networks is back before this. */
export const GRACE_MS = 20_000

export class Presence {
  readonly #connections = new Map<PersonId, number>()
  readonly #lostAt = new Map<PersonId, number>()
  readonly #since: number

  /** Before `since` nobody could have been connected here: the server was not up, or the room not in session. */
  constructor(since: number) {
    this.#since = since
  }

  came(person: PersonId): void {
    this.#connections.set(person, (this.#connections.get(person) ?? 0) + 1)
    this.#lostAt.delete(person)
  }

  went(person: PersonId, at: number): void {
    const left = (this.#connections.get(person) ?? 0) - 1
    if (left > 0) {
      this.#connections.set(person, left)
      return
    }
    this.#connections.delete(person)
    this.#lostAt.set(person, at)
  }

  shown(state: RoomState): PresenceShown {
    const people = [...this.#connections.keys()]
    const seats = Object.values(state.seats).filter(({ holder }) => holder !== null && this.#connections.has(holder))
    return { seats: seats.map(({ id }) => id), people }
  }

  /**
   * The next holder to mark as gone or as back, and when; nobody is marked before a phase runs. In a debate over days nobody is
   * expected to sit there, so nobody is marked as gone.
   */
  nextDue(state: RoomState): Due | null {
    if (state.plan.kind === 'homework') return null
    let next: Due | null = null
    for (const { id: seat, holder, absentSince } of Object.values(state.seats)) {
      if (holder === null || state.closedAt !== null) continue
      const here = this.#connections.has(holder)
      if (here && absentSince !== null) return { at: 0, by: CLOCK, command: { type: 'markReturned', seat } }
      if (here || absentSince !== null || !isRunning(state)) continue
      const from = Math.max(this.#lostAt.get(holder) ?? this.#since, state.clock?.startsAt ?? 0)
      if (next === null || from + GRACE_MS < next.at)
        next = { at: from + GRACE_MS, by: CLOCK, command: { type: 'markAbsent', seat } }
    }
    return next
  }
}
