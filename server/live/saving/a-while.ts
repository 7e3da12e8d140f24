/** What is remembered for a minute after it was noted, by key. */
import { MINUTE_MS } from '#simulation/kernel/time'

const A_WHILE_MS = MINUTE_MS

export class AWhile<Value> {
  /** The oldest first. */
  readonly #notes = new Map<string, { value: Value; at: number }>()

  constructor(private readonly now: () => number) {}

  note(key: string, value: Value): void {
    this.#notes.delete(key)
    this.#notes.set(key, { value, at: this.now() })
    for (const [old, { at }] of this.#notes) {
      if (this.now() - at <= A_WHILE_MS) break
      this.#notes.delete(old)
    }
  }

  get(key: string): Value | undefined {
    const found = this.#notes.get(key)
    return found && this.now() - found.at <= A_WHILE_MS ? found.value : undefined
  }

  keys(): readonly string[] {
    return [...this.#notes.keys()]
  }

  forget(key: string): void {
    this.#notes.delete(key)
  }

  /** Forgets what `is` true of. */
  forgetWhere(is: (value: Value) => boolean): void {
    for (const [key, { value }] of this.#notes) if (is(value)) this.#notes.delete(key)
  }
}
