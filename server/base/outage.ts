/**
 * Counts how long something has failed without a success between, and picks the failures that are worth a line in the log: the first, then one
 * after 1, 2, 4 … seconds. A line for each attempt would bury everything else, several times a second and for every room.
 */
export class Outage {
  #since: number | null = null
  #nextLineMs = 0

  /** One more attempt failed; whether to log it. */
  failed(now: number): boolean {
    this.#since ??= now
    const lasting = now - this.#since
    if (lasting < this.#nextLineMs) return false
    this.#nextLineMs = 1_000 * 2 ** Math.floor(Math.log2(Math.max(1, (2 * lasting) / 1_000)))
    return true
  }

  /** An attempt succeeded. */
  over(): void {
    this.#since = null
    this.#nextLineMs = 0
  }

  /** For how many milliseconds it has lasted; 0 when it is over. */
  lasts(now: number): number {
    return this.#since === null ? 0 : now - this.#since
  }
}
