/** Rate limits as token buckets, for one connection (Throttle) or by key, shared with the other servers (Throttles). */
import type { SharedLimit } from '../../cluster/shared-rate-limit'
import { type Allowance, TokenBucket } from '../../cluster/token-bucket'

/** How many messages are taken, per connection but for `submitsOfPerson`, which all tabs and devices of a person share. */
export type Allowances = {
  submits: Allowance
  submitsOfPerson: Allowance
  joins: Allowance
  /** Messages of any kind. No page of ours comes near this, so the connection that exceeds it is cut. */
  messages: Allowance
}

export class Throttle {
  readonly #bucket: TokenBucket

  constructor(
    allowance: Allowance,
    private readonly now: () => number,
  ) {
    this.#bucket = new TokenBucket(allowance, now())
  }

  /** Takes a token; false when there is none. */
  take(): boolean {
    const now = this.now()
    if (this.#bucket.tokensAt(now) < 1) return false
    this.#bucket.spend(1, now)
    return true
  }
}

/** `untold` were spent of the bucket, and no other server knows of it yet. */
type Lane = { bucket: TokenBucket; untold: number }

/** One bucket for each key; full ones, which say nothing, are deleted when there are 10,000. */
export class Throttles implements SharedLimit {
  readonly #held = new Map<string, Lane>()
  #spent: (key: string, tokens: number) => void = () => undefined

  /**
   * The other servers are told once more than `quiet` tokens of a key were spent, and then of all of them: else each server would hear of
   * everything that anybody sends to any of them. Each server may grant so many more.
   */
  constructor(
    private readonly allowance: Allowance,
    private readonly now: () => number,
    private readonly quiet = 0,
  ) {}

  /** Takes a token of the key; false when there is none. */
  take(key: string): boolean {
    const now = this.now()
    const lane = this.#laneOf(key)
    const { bucket } = lane
    if (bucket.tokensAt(now) < 1) return false
    bucket.spend(1, now)
    // However long ago: who sends a little over each of many servers would else be granted the pace of all of them together.
    lane.untold += 1
    if (lane.untold > this.quiet) {
      this.#spent(key, lane.untold)
      lane.untold = 0
    }
    return true
  }

  whenSpent(hear: (key: string, tokens: number) => void): void {
    this.#spent = hear
  }

  spentElsewhere(key: string, tokens: number): void {
    this.#laneOf(key).bucket.spend(tokens, this.now())
  }

  #laneOf(key: string): Lane {
    const known = this.#held.get(key)
    if (known) return known
    if (this.#held.size >= 10_000) this.#forget()
    const lane = { bucket: new TokenBucket(this.allowance, this.now()), untold: 0 }
    this.#held.set(key, lane)
    return lane
  }

  #forget(): void {
    const now = this.now()
    for (const [key, { bucket }] of this.#held) if (bucket.isFullAt(now)) this.#held.delete(key)
  }
}
