/**
 * Turns that come back at a steady pace, so many of them saved up, and a queue for when they are used up: one place for each who
 * asks, first come, first served in so many places, and behind those whoever is new before whoever has been here: somebody with many
 * names keeps nobody waiting for all of them. Whoever's try turns out to be none gives the turn back. It must not know what a turn is for.
 */

export type Pace = {
  /** So many turns may be taken at once after a calm while. */
  burst: number
  perSecond: number
  /** So many wait in the order in which they came. */
  places: number
}

/** A turn, or where one stands: `place` 1 is next. */
export type Turn = { granted: true } | { granted: false; place: number; waitMs: number }

type Lane = {
  turns: number
  at: number
  /** Who waits, in order, and until when without another word from them. */
  waiting: { who: string; until: number }[]
  /** Who has asked since it was calm, longest ago first. */
  met: Set<string>
}

/** Whoever waits asks again within this time, or soon after the wait they were told; else they have gone, and those behind move up. */
const GONE_MS = 30_000
const LATE_MS = 10_000
const MOST_LANES = 20_000
const MOST_WAITING = 2_000
const MOST_MET = 4_000

export class FairQueue {
  readonly #pace: Pace
  readonly #lanes = new Map<string, Lane>()

  constructor(pace: Pace) {
    this.#pace = pace
  }

  /** Asks for a turn in a lane; `who` holds one place in it, however often they ask. */
  ask(lane: string, who: string, now: number): Turn {
    const at = this.#laneAt(lane, now)
    let index = at.waiting.findIndex((other) => other.who === who)
    if (index === -1) index = this.#indexFor(at, who)
    const place = index + 1
    const isMyTurn = place <= Math.floor(at.turns)
    const waitMs = isMyTurn ? 0 : Math.ceil(((place - at.turns) / this.#pace.perSecond) * 1000)
    const isWaiting = at.waiting[index]?.who === who
    if (isMyTurn) at.turns -= 1
    else at.waiting.splice(index, isWaiting ? 1 : 0, { who, until: now + Math.max(GONE_MS, waitMs + LATE_MS) })
    if (isMyTurn && isWaiting) at.waiting.splice(index, 1)
    at.waiting.length = Math.min(at.waiting.length, MOST_WAITING)
    return isMyTurn ? { granted: true } : { granted: false, place, waitMs }
  }

  /** The turn was none after all: the next in the queue has it. */
  giveBack(lane: string): void {
    const at = this.#lanes.get(lane)
    if (at) at.turns = Math.min(this.#pace.burst, at.turns + 1)
  }

  /** Forgets what was taken in a lane. */
  forget(lane: string): void {
    this.#lanes.delete(lane)
  }

  /** Where somebody goes who does not wait yet: past the places that are in order, but before all that are not new. */
  #indexFor({ waiting, met }: Lane, who: string): number {
    const isNew = !met.has(who)
    met.add(who)
    const [oldest] = met
    if (met.size > MOST_MET && oldest !== undefined) met.delete(oldest)
    return isNew ? Math.min(waiting.length, this.#pace.places) : waiting.length
  }

  #laneAt(name: string, now: number): Lane {
    const known = this.#lanes.get(name)
    if (!known) {
      if (this.#lanes.size >= MOST_LANES) this.#forgetCalm(now)
      const fresh: Lane = { turns: this.#pace.burst, at: now, waiting: [], met: new Set() }
      this.#lanes.set(name, fresh)
      return fresh
    }
    this.#refill(known, now)
    return known
  }

  #refill(lane: Lane, now: number): void {
    const gained = (Math.max(0, now - lane.at) / 1000) * this.#pace.perSecond
    lane.turns = Math.min(this.#pace.burst, lane.turns + gained)
    lane.at = now
    lane.waiting = lane.waiting.filter(({ until }) => now <= until)
    if (lane.turns >= this.#pace.burst && lane.waiting.length === 0) lane.met.clear()
  }

  /** A lane that has all its turns again says nothing that a new one would not. */
  #forgetCalm(now: number): void {
    for (const [name, lane] of this.#lanes) {
      this.#refill(lane, now)
      if (lane.turns >= this.#pace.burst && lane.waiting.length === 0) this.#lanes.delete(name)
    }
  }
}
