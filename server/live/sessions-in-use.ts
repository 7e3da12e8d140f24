/**
 * The sign-ins behind open connections: each is looked up in memory at every message, and ended everywhere when it is revoked.
 * It must not know what a connection is; it is given a way to end one.
 */

export type SignInHold = { readonly isAlive: boolean; release(): void }

/** A sign-in revoked while its handshake was under way is remembered this long. */
const REMEMBER_MS = 60_000

export class SessionsInUse {
  readonly #now: () => number
  readonly #readAlive: (ids: readonly string[]) => Promise<ReadonlySet<string>>
  readonly #connections = new Map<string, Set<() => void>>()
  readonly #revoked = new Map<string, number>()

  constructor(now: () => number, readAlive: (ids: readonly string[]) => Promise<ReadonlySet<string>>) {
    this.#now = now
    this.#readAlive = readAlive
  }

  /** Holds a connection under its sign-in; `end` is called once, when the sign-in ends. */
  hold(id: string, end: () => void): SignInHold {
    const connections = this.#connections.get(id) ?? new Set()
    let alive = !this.#revoked.has(id)
    const ended = () => {
      alive = false
      end()
    }
    connections.add(ended)
    this.#connections.set(id, connections)
    return {
      get isAlive() {
        return alive
      },
      release: () => {
        connections.delete(ended)
        if (connections.size === 0 && this.#connections.get(id) === connections) this.#connections.delete(id)
      },
    }
  }

  revoke(id: string): void {
    const now = this.#now()
    for (const [old, at] of this.#revoked) if (now - at > REMEMBER_MS) this.#revoked.delete(old)
    this.#revoked.set(id, now)
    const connections = this.#connections.get(id)
    this.#connections.delete(id)
    for (const end of connections ?? []) end()
  }

  /** A sign-in that stands again, as when the chair takes a removal back: it need not wait until its end is forgotten. */
  restore(id: string): void {
    this.#revoked.delete(id)
  }

  /** Looks all of them up: after notices may have been missed, and from time to time for those that expire. */
  async recheck(): Promise<void> {
    const held = [...this.#connections.keys()]
    if (held.length === 0) return
    const alive = await this.#readAlive(held)
    for (const id of held) if (!alive.has(id)) this.revoke(id)
  }
}
