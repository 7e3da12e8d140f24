/**
 * Notices that the database is away although nobody asks anything of it: the look at what is new in the logs, twice a second, is its
 * heartbeat. Whether it refuses, hangs or cannot be reached makes no difference.
 */
import { databaseUp } from '#server/base/metrics'
import { STALLED_MS } from './saving-watch'
import type { Time } from './time'

export class DatabaseWatch {
  /** Since when the database has not answered; null while it answers, or has not been away for STALLED_MS. */
  since: number | null = null
  /** When the first look began that has had no answer since. */
  #unansweredFrom: number | null = null
  #askedAt = 0

  constructor(
    private readonly time: Time,
    /** Called whenever `since` changes. */
    private readonly changed: (since: number | null) => void,
  ) {
    databaseUp.set(1)
  }

  /** A look begins, or goes on without an answer. To be called as often as the database is looked at, also while an answer is awaited. */
  asks(): void {
    const now = this.time.now()
    // After a pause of this process the answer may be there, and is only about to be read.
    if (now - this.#askedAt > STALLED_MS / 2) this.#unansweredFrom = null
    this.#askedAt = now
    this.#unansweredFrom ??= now
    if (now - this.#unansweredFrom >= STALLED_MS) this.#show(this.#unansweredFrom)
  }

  answered(): void {
    this.#unansweredFrom = null
    this.#show(null)
  }

  #show(since: number | null): void {
    if (this.since === since) return
    this.since = since
    databaseUp.set(since === null ? 1 : 0)
    this.changed(since)
  }
}
