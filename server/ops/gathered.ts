/**
 * Hands what is counted or timed at every statement to its metric many at a time. A metric that is looked up between two statements has to
 * be fetched from memory each time; a thousand in a row take a tenth of that.
 */

/** So many are kept at most, also where nobody ever reads /metrics. */
const MOST = 1_000

export class Gathered<Value> {
  readonly #count: (value: Value) => void
  #waiting: Value[] = []

  constructor(count: (value: Value) => void) {
    this.#count = count
  }

  add(value: Value): void {
    if (this.#waiting.push(value) >= MOST) this.handOver()
  }

  /** To be called before the metric is read. */
  handOver(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const value of waiting) this.#count(value)
  }
}
