/** Rate limits as token buckets, for one connection (Throttle) or by key, shared with the other servers (Throttles). */
import type { SharedLimit } from '../cluster/shared-spending'
import { type Allowance, TokenBucket } from '../cluster/token-bucket'

export class Throttle {
  readonly #bucket: TokenBucket
  readonly #now: () => number

  constructor(allowance: Allowance, now: () => number) {
    this.#bucket = new TokenBucket(allowance, now())
    this.#now = now
  }

  /** Takes a token; false when there is none. */
  take(): boolean {
    const now = this.#now()
    if (this.#bucket.tokensAt(now) < 1) return false
    this.#bucket.spend(1, now)
    return true
  }
}

/** One bucket for each key; full ones, which say nothing, are deleted when there are 10,000. */
export class Throttles implements SharedLimit {
  readonly #allowance: Allowance
  readonly #now: () => number
  readonly #held = new Map<string, TokenBucket>()
  #spent: (key: string, tokens: number) => void = () => undefined

  constructor(allowance: Allowance, now: () => number) {
    this.#allowance = allowance
    this.#now = now
  }

  /** Takes a token of the key; false when there is none. */
  take(key: string): boolean {
    const now = this.#now()
    const bucket = this.#bucketOf(key)
    if (bucket.tokensAt(now) < 1) return false
    bucket.spend(1, now)
    this.#spent(key, 1)
    return true
  }

  whenSpent(hear: (key: string, tokens: number) => void): void {
    this.#spent = hear
  }

  spentElsewhere(key: string, tokens: number): void {
    this.#bucketOf(key).spend(tokens, this.#now())
  }

  #bucketOf(key: string): TokenBucket {
    const known = this.#held.get(key)
    if (known) return known
    if (this.#held.size >= 10_000) this.#forget()
    const bucket = new TokenBucket(this.#allowance, this.#now())
    this.#held.set(key, bucket)
    return bucket
  }

  #forget(): void {
    const now = this.#now()
    for (const [key, bucket] of this.#held) if (bucket.isFullAt(now)) this.#held.delete(key)
  }
}
