/**
 * A token bucket whose content is a plain sum of what it gained and what was spent, here or on another server, in whatever order that is
 * heard. It knows no queue, no key and no clock.
 */

/** `burst` tokens at once, and after that `perSecond` a second. */
export type Allowance = { burst: number; perSecond: number }

export class TokenBucket {
  #tokens: number
  #at: number

  constructor(
    private readonly allowance: Allowance,
    now: number,
  ) {
    this.#tokens = allowance.burst
    this.#at = now
  }

  /** What the bucket holds. Below zero while several servers have spent the same tokens: nothing is granted until that is made good. */
  tokensAt(now: number): number {
    const { burst, perSecond } = this.allowance
    // Only time takes away what is over the brim: of two messages of one moment, a token given back and one spent, either may be first.
    if (now > this.#at) this.#tokens = Math.min(burst, this.#tokens + ((now - this.#at) / 1000) * perSecond)
    this.#at = now
    return Math.min(burst, this.#tokens)
  }

  /** Takes tokens out, whether or not there are so many; a negative number puts them back. */
  spend(tokens: number, now: number): void {
    this.tokensAt(now) // what time has brought comes first, or the brim would swallow what is spent
    this.#tokens -= tokens
  }

  isFullAt(now: number): boolean {
    return this.tokensAt(now) >= this.allowance.burst
  }
}
