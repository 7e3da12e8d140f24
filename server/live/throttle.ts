/** Rate limits as token buckets, for one connection (Throttle) or by key (Throttles). */

/** `burst` requests at once, and after that `perSecond` requests a second. */
export type Allowance = { burst: number; perSecond: number }

export class Throttle {
  readonly #allowance: Allowance
  readonly #now: () => number
  #tokens: number
  #filledAt: number

  constructor(allowance: Allowance, now: () => number) {
    this.#allowance = allowance
    this.#now = now
    this.#tokens = allowance.burst
    this.#filledAt = now()
  }

  /** Takes a token; false when there is none. */
  take(): boolean {
    const now = this.#now()
    const gained = (Math.max(0, now - this.#filledAt) / 1000) * this.#allowance.perSecond
    this.#tokens = Math.min(this.#allowance.burst, this.#tokens + gained)
    this.#filledAt = now
    if (this.#tokens < 1) return false
    this.#tokens -= 1
    return true
  }

  get isFull(): boolean {
    return this.#tokens + ((this.#now() - this.#filledAt) / 1000) * this.#allowance.perSecond >= this.#allowance.burst
  }
}

/** One throttle for each key; full ones, which say nothing, are deleted when there are 10,000. */
export class Throttles {
  readonly #allowance: Allowance
  readonly #now: () => number
  readonly #held = new Map<string, Throttle>()

  constructor(allowance: Allowance, now: () => number) {
    this.#allowance = allowance
    this.#now = now
  }

  take(key: string): boolean {
    let throttle = this.#held.get(key)
    if (!throttle) {
      if (this.#held.size >= 10_000) this.#forget()
      throttle = new Throttle(this.#allowance, this.#now)
      this.#held.set(key, throttle)
    }
    return throttle.take()
  }

  #forget(): void {
    for (const [key, throttle] of this.#held) if (throttle.isFull) this.#held.delete(key)
  }
}
