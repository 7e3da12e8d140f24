/**
 * A token bucket with a queue, per lane. When the tokens (turns) are used up, callers wait in order: the first `places` positions are
 * first come, first served, and behind them a caller who is new goes before one who has asked already. So an attacker with many ids
 * keeps a newcomer waiting behind at most `places` of them.
 */

export type Pace = {
  /** Turns that a full lane allows at once. */
  burst: number
  perSecond: number
  /** Positions that are kept in the order of arrival. */
  places: number
}

/** A turn, or a position in the queue: `place` 1 is next. */
export type Turn = { granted: true } | { granted: false; place: number; waitMs: number }

type Lane = {
  turns: number
  at: number
  /** The waiting callers in order, each with the time at which the position lapses unless the caller asks again. */
  waiting: { who: string; until: number }[]
  /** Callers seen since the lane last was full of turns, the earliest first. */
  met: Set<string>
}

/** A waiting caller who does not ask again within GONE_MS, or LATE_MS after the announced wait, loses the position. */
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

  /** Takes a turn in a lane, or a position in its queue. `who` holds one position, however often it asks. */
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

  /** Gives a turn back, because the attempt does not count. */
  giveBack(lane: string): void {
    const at = this.#lanes.get(lane)
    if (at) at.turns = Math.min(this.#pace.burst, at.turns + 1)
  }

  /** Fills the lane up again. */
  forget(lane: string): void {
    this.#lanes.delete(lane)
  }

  /** The position of a caller who is not waiting yet: a new one directly behind the ordered positions, any other at the end. */
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

  /** Deletes the lanes that are full again: a new lane would be in the same state. */
  #forgetCalm(now: number): void {
    for (const [name, lane] of this.#lanes) {
      this.#refill(lane, now)
      if (lane.turns >= this.#pace.burst && lane.waiting.length === 0) this.#lanes.delete(name)
    }
  }
}
