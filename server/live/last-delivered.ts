/**
 * Up to which row each viewer of a room has been told. A row that somebody may not hear still takes its number, and the moment at
 * which the number comes would say when the others talk: so it is told with the next row that this viewer hears, or with the next
 * full second of the clock. It must not know who follows, nor when a second is full.
 */
import type { Recorded } from '#simulation/kernel/record'
import type { Viewer } from '#simulation/secrecy/viewer'
import { isHeardBy } from '#simulation/secrecy/visible-row'

export class LastDelivered {
  /** Everybody has been told the rows up to here. */
  #all: number
  /** Whoever has been told more, by what they hear. */
  readonly #further = new Map<string, number>()

  constructor(seq: number) {
    this.#all = seq
  }

  get all(): number {
    return this.#all
  }

  /** How far whoever follows as this viewer has been told. */
  of(key: string): number {
    return this.#further.get(key) ?? this.#all
  }

  /** How far somebody is told who comes in now: like everybody, and what they heard since. */
  forNewcomer(log: readonly Recorded[], viewer: Viewer, unsealed: boolean): number {
    const since = log.slice(this.#all)
    return this.#all + 1 + since.findLastIndex((row) => isHeardBy(row, viewer, unsealed))
  }

  tell(key: string, seq: number): void {
    this.#further.set(key, seq)
  }

  tellAll(seq: number): void {
    this.#all = seq
    this.#further.clear()
  }
}
