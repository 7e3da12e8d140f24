// The server's clock as this page knows it: the best of several round trips, on a base that a changed wall clock cannot move.
// It must not know what the time is used for.

export type ClockSample = { serverNow: number; askedAt: number; heardAt: number }

const TRIES = 5

/** Milliseconds that only go forward, whatever is done to the device's clock. */
const steady = (): number => performance.timeOrigin + performance.now()

export class ServerClock {
  #offset = Date.now() - steady()
  #synced = false

  now = (): number => Math.round(steady() + this.#offset)

  /** Asks several times and believes the quickest answer; `ask` gives the server's instant, or null when it got none. */
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

  /** A first guess from an answer that carries the time, until a proper sync has been made. */
  glimpse(serverNow: number): void {
    if (!this.#synced) this.#offset = serverNow - steady()
  }

  #believe({ serverNow, askedAt, heardAt }: ClockSample): void {
    this.#offset = serverNow + (heardAt - askedAt) / 2 - heardAt
    this.#synced = true
  }
}
