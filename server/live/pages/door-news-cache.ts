/**
 * Caches what the rooms of an activity show beside their logs (participants, join requests, code). It is read again after each notice
 * from the database; notices that come within GATHER_MS lead to one reading.
 */

import { logError } from '#server/base/faults/logger'
import type { DoorNews } from '#server/store/door/door-news'
import { personId } from '#simulation/kernel/ids'
import type { Viewer } from '#simulation/kernel/viewer'
import { mayReadKnock } from '#simulation/secrecy/side-channels'
import type { Knock } from '#simulation/wire/protocol'
import type { Time } from '../saving/time'

const GATHER_MS = 150

export class DoorNewsCache {
  readonly #kept = new Map<string, DoorNews>()
  readonly #reading = new Map<string, Promise<DoorNews | null>>()
  readonly #gathering = new Set<string>()
  #closed = false

  constructor(
    private readonly time: Time,
    private readonly read: (activityId: string) => Promise<DoorNews | null>,
    private readonly changed: (activityId: string, news: DoorNews, readFrom: number) => void,
  ) {}

  /** The cached news, read from the database if there is none. */
  async get(activityId: string): Promise<DoorNews | null> {
    const kept = this.#kept.get(activityId)
    if (kept) return kept
    let reading = this.#reading.get(activityId)
    if (!reading) {
      reading = this.read(activityId).finally(() => this.#reading.delete(activityId))
      this.#reading.set(activityId, reading)
    }
    const news = await reading
    if (news && !this.#kept.has(activityId)) this.#kept.set(activityId, news)
    return this.#kept.get(activityId) ?? null
  }

  /** The cached news, if there is any. */
  now(activityId: string): DoorNews | undefined {
    return this.#kept.get(activityId)
  }

  /** Reads an activity's news again soon, unless no room of it is followed. */
  refresh(activityId: string): void {
    if (this.#gathering.has(activityId) || !(this.#kept.has(activityId) || this.#reading.has(activityId))) return
    this.#gathering.add(activityId)
    this.time.later(GATHER_MS, () => {
      this.#gathering.delete(activityId)
      if (this.#closed) return
      const readFrom = this.time.now()
      this.read(activityId)
        .then((news) => {
          if (!news) return
          this.#kept.set(activityId, news)
          this.changed(activityId, news, readFrom)
        })
        .catch((error: unknown) => logError('the door could not be read', error, { activity: activityId }))
    })
  }

  refreshAll(): void {
    for (const activityId of this.#kept.keys()) this.refresh(activityId)
  }

  /** No reading begins after this. */
  close(): void {
    this.#closed = true
  }

  forget(activityId: string): void {
    this.#kept.delete(activityId)
  }
}

/** The join requests that this viewer may answer. */
export function knocksFor({ waiting }: DoorNews, viewer: Viewer): Knock[] {
  return waiting
    .filter(({ claims }) => mayReadKnock(viewer, claims))
    .map(({ id, name, askedAt, claims }) => ({
      id,
      name,
      askedAt: askedAt.getTime(),
      claims: claims === null ? null : personId.parse(claims),
    }))
}
