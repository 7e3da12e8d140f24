/**
 * Who is connected to a room, counted over tabs, devices and servers, and which holders of seats are to be marked as absent or back (S10).
 */

import type { Due } from '#simulation/engine/timers'
import { CLOCK, type PersonId, type SeatId } from '#simulation/kernel/ids'
import { awayFrom } from '#simulation/questions/seats'
import { isRunning, type RoomState } from '#simulation/state/room-state'
import type { Presence as PresenceShown } from '#simulation/wire/protocol'

/** A holder counts as absent after this time without a connection: a phone that changes networks is back sooner. */
const GRACE_MS = 20_000

export class Presence {
  readonly #connections = new Map<PersonId, number>()
  readonly #lostAt = new Map<PersonId, number>()
  /** Who is connected to it at other servers. */
  #elsewhere: ReadonlySet<PersonId> = new Set()
  /** The seats that were recorded as absent when it was last asked what is due. */
  readonly #absent = new Set<SeatId>()
  /** Whether the other servers are heard: while they are not, nobody can be known to be away. */
  #isSure = true

  /** `since` is when the room was loaded: a holder who never connected counts as away from then, not from long before. */
  constructor(
    /** Nobody counts as away from before this moment. */
    private since: number,
  ) {}

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

  /** The people connected at this server. */
  get here(): readonly PersonId[] {
    return [...this.#connections.keys()]
  }

  /** Takes over who is connected at other servers, and whether those are heard; returns whether anything changed. */
  settle(elsewhere: ReadonlySet<PersonId>, isSure: boolean, at: number): boolean {
    const gone = [...this.#elsewhere].filter((person) => !elsewhere.has(person))
    const came = [...elsewhere].filter((person) => !this.#elsewhere.has(person))
    const isChanged = gone.length + came.length > 0 || isSure !== this.#isSure
    for (const person of gone) this.#lostAt.set(person, at)
    for (const person of came) this.#lostAt.delete(person)
    // Whoever was lost meanwhile may be at a server that is only about to say so.
    if (isSure && !this.#isSure) this.since = at
    this.#elsewhere = elsewhere
    this.#isSure = isSure
    return isChanged
  }

  shown(state: RoomState): PresenceShown {
    const people = [...this.#connections.keys()]
    for (const person of this.#elsewhere) if (!this.#connections.has(person)) people.push(person)
    const seats: SeatId[] = []
    for (const { id, holder } of Object.values(state.seats)) if (holder !== null && this.#isHere(holder)) seats.push(id)
    return { seats, people }
  }

  #isHere(person: PersonId): boolean {
    return this.#connections.has(person) || this.#elsewhere.has(person)
  }

  /**
   * The next command that marks a holder as absent or back, and when it is due. Nobody is marked as absent before a phase runs. In a
   * homework debate nobody is expected to stay connected: there only who acts as head is, once nothing was heard of them for long (S22).
   */
  nextDue(state: RoomState, now: number): Due | null {
    const home = state.plan.kind === 'homework'
    let next: Due | null = null
    for (const place of Object.values(state.seats)) {
      const { id: seat, holder, absentSince } = place
      if (holder === null || state.closedAt !== null) continue
      const here = this.#isHere(holder)
      if (here && absentSince !== null) return { at: 0, by: CLOCK, command: { type: 'markReturned', seat } }
      if (home) {
        const at = here || !this.#isSure ? null : awayFrom(state, place, this.#lostAt.get(holder))
        if (at !== null && (next === null || at < next.at))
          next = { at, by: CLOCK, command: { type: 'markAbsent', seat } }
        continue
      }
      if (absentSince !== null) this.#absent.add(seat)
      else if (here) this.#absent.delete(seat)
      if (here || absentSince !== null || !isRunning(state) || !this.#isSure) continue
      // Another server knows better: without this the two would record the seat as absent and back in turns, as fast as they can.
      if (this.#absent.delete(seat)) this.#lostAt.set(holder, now)
      const from = Math.max(this.#lostAt.get(holder) ?? 0, this.since, state.clock?.startsAt ?? 0)
      if (next === null || from + GRACE_MS < next.at)
        next = { at: from + GRACE_MS, by: CLOCK, command: { type: 'markAbsent', seat } }
    }
    return next
  }
}
