/**
 * Up to which row each viewer of a room has been sent its rows. A row that a viewer may not hear is sent as a bare number, and sending
 * that at once would tell when others talk: so it waits for the next row this viewer hears, or the next full second of the clock.
 */
import type { MaskedRow } from '#simulation/secrecy/masking'
import type { Viewer } from '#simulation/secrecy/viewer'
import { isHeardBy } from '#simulation/secrecy/visible-row'

export class LastDelivered {
  /** Every viewer has been sent the rows up to this one. */
  #all: number
  /** The last row sent to viewers who were sent more than that, by viewer key. */
  readonly #further = new Map<string, number>()

  constructor(seq: number) {
    this.#all = seq
  }

  get all(): number {
    return this.#all
  }

  /** The last row sent to the viewers with this key. */
  of(key: string): number {
    return this.#further.get(key) ?? this.#all
  }

  /**
   * The last row for a viewer who joins now: what every viewer has been sent, or the last row since that this one hears. The end
   * of the log instead would tell how far others have talked.
   */
  forNewcomer(log: readonly MaskedRow[], viewer: Viewer, unsealed: boolean): number {
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
