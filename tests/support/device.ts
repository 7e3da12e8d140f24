/** What a page keeps on its device, without a browser. */
import type { OutboxItem, OutboxStorage } from '../../app/_room/link/outbox'

/** A device's storage, shared by its pages and unchanged by a reload. */
export class Device implements OutboxStorage {
  readonly kept = new Map<string, readonly OutboxItem[]>()
  async read(key: string): Promise<unknown> {
    return this.kept.get(key)
  }
  async change(key: string, how: (before: unknown) => readonly OutboxItem[]): Promise<void> {
    this.kept.set(key, how(this.kept.get(key)))
  }
  readonly #queues = new Map<string, Promise<void>>()
  hold(name: string, work: () => Promise<void>): void {
    this.#queues.set(name, (this.#queues.get(name) ?? Promise.resolve()).then(work))
  }
  get all(): readonly OutboxItem[] {
    return [...this.kept.values()].flat()
  }
}
