/**
 * Notices that a room cannot save: its oldest command waits although saving takes milliseconds, whether the database is away, hangs or has
 * a full disk; or, where nothing waits, the database is known to be away (database-watch.ts).
 */
import type { Time } from './time'

/** A room whose oldest command has waited for so long cannot save. A database that is restarted is back sooner. */
export const STALLED_MS = 3_000

export class SavingWatch {
  /** Since when nothing has been saved; null while the room saves. */
  since: number | null = null
  /** Called whenever `since` changes. */
  changed: () => void = () => undefined
  #armed = false
  #databaseAway: number | null = null

  /** `oldest` is when the oldest command arrived that still waits to be saved; null when none does. */
  constructor(
    private readonly time: Time,
    private readonly oldest: () => number | null,
  ) {}

  /** A command begins to wait. At most one timer runs for a room: one for each command would cost more than saving it does. */
  waits(): void {
    if (!this.#armed) this.#lookIn(STALLED_MS)
  }

  /** Commands have been answered. */
  answered(): void {
    if (this.since !== null && this.#stalledFrom() === null) this.#show(this.#databaseAway)
  }

  /** Since when the database has been away; null when it answers. */
  databaseAway(since: number | null): void {
    this.#databaseAway = since
    if (since === null) this.#show(this.#stalledFrom())
    else if (this.since === null) this.#show(since)
  }

  #lookIn(ms: number): void {
    this.#armed = true
    this.time.later(ms, () => {
      this.#armed = false
      const oldest = this.oldest()
      if (oldest === null) return
      if (this.since === null) this.#show(this.#stalledFrom())
      const young = oldest + STALLED_MS - this.time.now()
      this.#lookIn(young > 0 ? young : STALLED_MS)
    })
  }

  #stalledFrom(): number | null {
    const oldest = this.oldest()
    return oldest !== null && this.time.now() - oldest >= STALLED_MS ? oldest : null
  }

  #show(since: number | null): void {
    if (this.since === since) return
    this.since = since
    this.changed()
  }
}
