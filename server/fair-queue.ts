/**
 * Turns that come back at a steady pace, so many of them saved up, and a queue for when they are used up: first come, first served,
 * and one place for each who asks. Whoever's try turns out to be none gives the turn back. It must not know what a turn is for.
 */

export type Pace = {
  /** So many turns may be taken at once after a calm while. */
  burst: number
  perSecond: number
}

/** A turn, or where one stands: `place` 1 is next. */
export type Turn = { granted: true } | { granted: false; place: number; waitMs: number }

type Lane = {
  turns: number
  at: number
  /** Who waits, in order, and when each has asked last. */
  waiting: Map<string, number>
}

/** Whoever waits asks again every few seconds; after this long without a word they have gone, and those behind move up. */
const GONE_MS = 30_000
const MOST_LANES = 20_000

export class FairQueue {
  readonly #pace: Pace
  readonly #lanes = new Map<string, Lane>()

  constructor(pace: Pace) {
    this.#pace = pace
  }

  /** Asks for a turn in a lane; `who` holds one place in it, however often they ask. */
  ask(lane: string, who: string, now: number): Turn {
    const at = this.#laneAt(lane, now)
    if (!at.waiting.has(who) && at.waiting.size < Math.floor(at.turns)) {
      at.turns -= 1
      return { granted: true }
    }
    at.waiting.set(who, now)
    const place = placeOf(at, who)
    if (place > Math.floor(at.turns))
      return { granted: false, place, waitMs: Math.ceil(((place - at.turns) / this.#pace.perSecond) * 1000) }
    at.waiting.delete(who)
    at.turns -= 1
    return { granted: true }
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

  #laneAt(name: string, now: number): Lane {
    const known = this.#lanes.get(name)
    if (!known) {
      if (this.#lanes.size >= MOST_LANES) this.#forgetCalm(now)
      const fresh: Lane = { turns: this.#pace.burst, at: now, waiting: new Map() }
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
    for (const [who, asked] of lane.waiting) if (now - asked > GONE_MS) lane.waiting.delete(who)
  }

  /** A lane that has all its turns again says nothing that a new one would not. */
  #forgetCalm(now: number): void {
    for (const [name, lane] of this.#lanes) {
      this.#refill(lane, now)
      if (lane.turns >= this.#pace.burst && lane.waiting.size === 0) this.#lanes.delete(name)
    }
  }
}

function placeOf(lane: Lane, who: string): number {
  let place = 1
  for (const [other] of lane.waiting) {
    if (other === who) return place
    place += 1
  }
  return place
}
