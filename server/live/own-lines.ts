/**
 * How many lines one person has open here: tabs and devices. The ninth ends the oldest, because the oldest may be a dead tab, and
 * refusing the newest would lock its owner out.
 */
import type { Connection } from './connection'

const MOST_LINES = 8

export class OwnLines {
  /** By user id, the oldest first. */
  readonly #of = new Map<string, Connection[]>()

  constructor(private readonly most = MOST_LINES) {}

  /** Takes up a line; returns the one that is too many by it, if any, which the caller ends. */
  open(connection: Connection): Connection | null {
    const { id } = connection.identity.user
    const lines = [...(this.#of.get(id) ?? []), connection]
    const oldest = lines.length > this.most ? (lines.shift() ?? null) : null
    this.#of.set(id, lines)
    return oldest
  }

  /** How many people have a line. */
  get people(): number {
    return this.#of.size
  }

  closed(connection: Connection): void {
    const { id } = connection.identity.user
    const left = (this.#of.get(id) ?? []).filter((line) => line !== connection)
    if (left.length === 0) this.#of.delete(id)
    else this.#of.set(id, left)
  }
}
