// The server's clock as this page estimates it: from the quickest of several round trips, on a monotonic base.

type ClockSample = { serverNow: number; askedAt: number; heardAt: number }

const TRIES = 5

/** Monotonic milliseconds: `Date.now()` would jump when the device's clock is set. */
const steady = (): number => performance.timeOrigin + performance.now()

export class ServerClock {
  #offset = Date.now() - steady()
  #synced = false

  now = (): number => Math.round(steady() + this.#offset)

  /**
   * Asks several times and uses the quickest answer, whose error is smallest; `ask` resolves to the server's time, or null when it got
   * none.
   */
  async sync(ask: () => Promise<number | null>): Promise<void> {
    let best: ClockSample | null = null
    for (let tries = 0; tries < TRIES; tries += 1) {
      const askedAt = steady()
      const serverNow = await ask()
      const heardAt = steady()
      if (serverNow === null) break
      if (best === null || heardAt - askedAt < best.heardAt - best.askedAt) best = { serverNow, askedAt, heardAt }
    }
    if (best) this.#believe(best)
  }

  /** A first estimate from an answer that carries the time, until `sync` has run. */
  glimpse(serverNow: number): void {
    if (!this.#synced) this.#offset = serverNow - steady()
  }

  #believe({ serverNow, askedAt, heardAt }: ClockSample): void {
    this.#offset = serverNow + (heardAt - askedAt) / 2 - heardAt
    this.#synced = true
  }
}
