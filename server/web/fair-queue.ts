/**
 * A token bucket with a queue, per lane: strictly first come, first served. Whoever asks when no turn is free is given the next one that
 * nobody has yet, and is told when it is due. A turn that is not taken within two seconds of that moment passes to those behind; nobody
 * waits longer than they were told. Several servers share the turns, and tell one another who waits until when, so that a position
 * counts on whichever of them is asked.
 */
import type { SharedLimit } from '../cluster/shared-rate-limit'
import { type Allowance, TokenBucket } from '../cluster/token-bucket'

/** A turn, or a position in the queue: `place` 1 is next, and its turn is due in `waitMs`. */
export type Turn = { granted: true } | { granted: false; place: number; waitMs: number }

/** `dueAt`: from when the turn may be taken. `until`: when it passes to the next. */
type Position = { who: string; dueAt: number; until: number }
/** A turn is spent when somebody gets a position for it, so the bucket is below zero while anybody waits for a turn to come. */
type Lane = {
  turns: TokenBucket
  waiting: Position[]
  /** The positions that other servers have given, by who. */
  elsewhere: Map<string, Omit<Position, 'who'>>
}

/**
 * So long a turn that is due waits for whoever has it, and at least so long after they were told, for the way there and back of a slow
 * phone. The pages that wait ask two seconds early (app/_ui/over/come-back.ts), so four seconds for the two ways are early enough. Nobody else
 * waits for it: each has a moment of their own.
 */
const KEPT_MS = 2_000
const ANSWERED_MS = 5_000
const MOST_LANES = 20_000
const MOST_WAITING = 2_000
/** Full lanes are looked for at most so often: a flood of new lanes must not have all of them read each time. */
const TIDIED_MS = 1_000

export class FairQueue implements SharedLimit {
  readonly #pace: Allowance
  readonly #turnMs: number
  readonly #lanes = new Map<string, Lane>()
  #tidiedAt = 0
  #isShared = false
  #spent: (lane: string, turns: number) => void = () => undefined
  #placed: (lane: string, who: string, dueAt: number | null) => void = () => undefined

  constructor(pace: Allowance) {
    this.#pace = pace
    this.#turnMs = 1000 / pace.perSecond
  }

  /** Takes a turn in a lane, or a position in its queue. `who` holds one position, however often it asks. `now` in ms. */
  ask(lane: string, who: string, now: number): Turn {
    const at = this.#laneAt(lane, now)
    const found = at.waiting.findIndex((other) => other.who === who)
    const given = found === -1 ? at.elsewhere.get(who) : undefined
    if (given) return this.#askGiven(lane, at, who, given, now)
    const index = found === -1 ? at.waiting.length : found
    const dueAt = at.waiting[index]?.dueAt ?? this.#nextDue(at, now)
    const waits = { granted: false, place: index + 1, waitMs: Math.ceil(dueAt - now) } as const
    if (index >= MOST_WAITING) return waits
    if (found === -1) this.#spend(lane, at, 1, now)
    if (dueAt <= now) {
      if (found !== -1) this.#placed(lane, who, null)
      at.waiting.splice(index, 1)
      return { granted: true }
    }
    if (found === -1) this.#placed(lane, who, dueAt)
    at.waiting[index] = { who, dueAt, until: untilOf(dueAt, now) }
    return waits
  }

  /** The same for a position that another server has given: its turn is spent already. */
  #askGiven(lane: string, at: Lane, who: string, { dueAt }: { dueAt: number }, now: number): Turn {
    if (dueAt <= now) {
      at.elsewhere.delete(who)
      this.#placed(lane, who, null)
      return { granted: true }
    }
    at.elsewhere.set(who, { dueAt, until: untilOf(dueAt, now) })
    const before = at.waiting.filter((other) => other.dueAt <= dueAt).length
    return { granted: false, place: before + 1, waitMs: Math.ceil(dueAt - now) }
  }

  /** Takes a turn that is free now, without a queue; false when there is none. */
  take(lane: string, now: number): boolean {
    const isFree = this.isFree(lane, now)
    if (isFree) this.#spend(lane, this.#laneAt(lane, now), 1, now)
    return isFree
  }

  isFree(lane: string, now: number): boolean {
    return this.turnsAt(lane, now) >= 1
  }

  /** Gives a turn back, because the attempt does not count: those who wait are due one turn earlier. */
  giveBack(lane: string, now: number): void {
    const at = this.#lanes.get(lane)
    if (!at) return
    this.#spend(lane, at, -1, now)
    for (const position of at.waiting) position.dueAt -= this.#turnMs
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
    this.#isShared = true
  }

  /** Whether other servers spend of the same turns. */
  get isShared(): boolean {
    return this.#isShared
  }

  spentElsewhere(lane: string, turns: number, now = Date.now()): void {
    this.#laneAt(lane, now).turns.spend(turns, now)
  }

  whenPlaced(hear: (lane: string, who: string, dueAt: number | null) => void): void {
    this.#placed = hear
  }

  /** Another server gave a position whose turn is due then, or has seen it taken or passed on (null). Of two positions the earlier stays. */
  placedElsewhere(lane: string, who: string, dueAt: number | null, now = Date.now()): void {
    const at = this.#laneAt(lane, now)
    const own = at.waiting.find((other) => other.who === who)
    if (dueAt === null) {
      at.elsewhere.delete(who)
      at.waiting = at.waiting.filter((other) => other !== own)
    } else if (!own || dueAt < own.dueAt) {
      if (at.elsewhere.size < MOST_WAITING) at.elsewhere.set(who, { dueAt, until: untilOf(dueAt, now) })
      if (own) own.until = Number.NEGATIVE_INFINITY
    }
  }

  /** Turns in the lane, below zero when several servers have granted the same ones. */
  turnsAt(lane: string, now: number): number {
    return this.#laneAt(lane, now).turns.tokensAt(now)
  }

  /** When the next turn that nobody has is due: never before the turn of somebody who waits already. */
  #nextDue({ turns, waiting }: Lane, now: number): number {
    const missing = Math.max(0, 1 - turns.tokensAt(now))
    return Math.max(now + missing * this.#turnMs, waiting.at(-1)?.dueAt ?? now)
  }

  #spend(lane: string, at: Lane, turns: number, now: number): void {
    at.turns.spend(turns, now)
    this.#spent(lane, turns)
  }

  #laneAt(name: string, now: number): Lane {
    const known = this.#lanes.get(name)
    if (known) {
      this.#passOn(name, known, now)
      return known
    }
    if (this.#lanes.size >= MOST_LANES) this.#tidy(now)
    const fresh: Lane = { turns: new TokenBucket(this.#pace, now), waiting: [], elsewhere: new Map() }
    this.#lanes.set(name, fresh)
    return fresh
  }

  /** Removes those who did not come: whoever stands behind them is due one turn earlier for each. */
  #passOn(name: string, lane: Lane, now: number): void {
    for (const [who, { until }] of lane.elsewhere) if (until < now) lane.elsewhere.delete(who)
    const waiting: Position[] = []
    let gone = 0
    for (const position of lane.waiting) {
      if (position.until < now) {
        gone += 1
        if (!lane.elsewhere.has(position.who)) this.#placed(name, position.who, null)
      } else waiting.push({ ...position, dueAt: position.dueAt - gone * this.#turnMs })
    }
    if (gone === 0) return
    lane.waiting = waiting
    // Time may have filled the bucket meanwhile: over the brim they would be turns that nobody has earned.
    this.#spend(name, lane, -Math.min(gone, this.#pace.burst - lane.turns.tokensAt(now)), now)
  }

  /** Deletes the lanes that are full of turns and where nobody waits: a new lane would be in the same state. */
  #tidy(now: number): void {
    if (now - this.#tidiedAt < TIDIED_MS) return
    this.#tidiedAt = now
    for (const [name, lane] of this.#lanes) {
      this.#passOn(name, lane, now)
      if (lane.waiting.length + lane.elsewhere.size === 0 && lane.turns.isFullAt(now)) this.#lanes.delete(name)
    }
  }
}

const untilOf = (dueAt: number, toldAt: number): number => Math.max(dueAt + KEPT_MS, toldAt + ANSWERED_MS)
