/**
 * A token bucket with a queue, per lane. When the tokens (turns) are used up, callers wait in order: the first `places` positions are
 * first come, first served, and behind them a caller who is new goes before one who has asked already. So an attacker with many ids
 * keeps a newcomer waiting behind at most `places` of them. Several servers share the turns; each keeps a queue of its own.
 */
import type { SharedLimit } from '../cluster/shared-spending'
import { type Allowance, TokenBucket } from '../cluster/token-bucket'

/** `burst` turns that a full lane allows at once, and `places` positions that are kept in the order of arrival. */
export type Pace = Allowance & { places: number }

/** A turn, or a position in the queue: `place` 1 is next. */
export type Turn = { granted: true } | { granted: false; place: number; waitMs: number }

type Lane = {
  turns: TokenBucket
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

export class FairQueue implements SharedLimit {
  readonly #pace: Pace
  readonly #lanes = new Map<string, Lane>()
  #spent: (lane: string, turns: number) => void = () => undefined

  constructor(pace: Pace) {
    this.#pace = pace
  }

  /** Takes a turn in a lane, or a position in its queue. `who` holds one position, however often it asks. */
  ask(lane: string, who: string, now: number): Turn {
    const at = this.#laneAt(lane, now)
    const turns = at.turns.tokensAt(now)
    let index = at.waiting.findIndex((other) => other.who === who)
    if (index === -1) index = this.#indexFor(at, who)
    const place = index + 1
    const isMyTurn = place <= Math.floor(turns)
    const waitMs = isMyTurn ? 0 : Math.ceil(((place - turns) / this.#pace.perSecond) * 1000)
    const isWaiting = at.waiting[index]?.who === who
    if (isMyTurn) this.#spend(lane, at, 1, now)
    else at.waiting.splice(index, isWaiting ? 1 : 0, { who, until: now + Math.max(GONE_MS, waitMs + LATE_MS) })
    if (isMyTurn && isWaiting) at.waiting.splice(index, 1)
    at.waiting.length = Math.min(at.waiting.length, MOST_WAITING)
    return isMyTurn ? { granted: true } : { granted: false, place, waitMs }
  }

  /** Gives a turn back, because the attempt does not count. */
  giveBack(lane: string, now: number): void {
    const at = this.#lanes.get(lane)
    if (at) this.#spend(lane, at, -1, now)
  }

  /** Fills the lane up again: gives back whatever is known to be spent, so that what another server spends meanwhile stays spent. */
  forget(lane: string, now: number): void {
    const at = this.#lanes.get(lane)
    if (!at) return
    this.#lanes.delete(lane)
    this.#spent(lane, at.turns.tokensAt(now) - this.#pace.burst)
  }

  whenSpent(hear: (lane: string, turns: number) => void): void {
    this.#spent = hear
  }

  spentElsewhere(lane: string, turns: number, now = Date.now()): void {
    this.#laneAt(lane, now).turns.spend(turns, now)
  }

  #spend(lane: string, at: Lane, turns: number, now: number): void {
    at.turns.spend(turns, now)
    this.#spent(lane, turns)
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
      const fresh: Lane = { turns: new TokenBucket(this.#pace, now), waiting: [], met: new Set() }
      this.#lanes.set(name, fresh)
      return fresh
    }
    this.#lookAgain(known, now)
    return known
  }

  /** Drops positions that have lapsed; returns whether nobody waits and every turn is there, as in a new lane. */
  #lookAgain(lane: Lane, now: number): boolean {
    lane.waiting = lane.waiting.filter(({ until }) => now <= until)
    const isCalm = lane.waiting.length === 0 && lane.turns.isFullAt(now)
    if (isCalm) lane.met.clear()
    return isCalm
  }

  /** Deletes the lanes that are calm: a new lane would be in the same state. */
  #forgetCalm(now: number): void {
    for (const [name, lane] of this.#lanes) if (this.#lookAgain(lane, now)) this.#lanes.delete(name)
  }
}
