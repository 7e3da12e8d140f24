/**
 * The sign-in sessions of open connections: whether one is alive is known in memory, so that no message needs a database query, and
 * when one is revoked all its connections are ended.
 */

export type SignInHold = { readonly isAlive: boolean; release(): void }

/** Revoked sessions are remembered this long: a handshake that looked its session up just before would stay open otherwise. */
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

  /** Registers a connection under its session; `end` is called once, when the session is revoked or expires. */
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

  /** Makes a revoked session valid again, as when the chair takes a removal back, without waiting for REMEMBER_MS. */
  restore(id: string): void {
    this.#revoked.delete(id)
  }

  /** Looks all sessions up in the database: notices of revocation may have been missed, and expired sessions send none. */
  async recheck(): Promise<void> {
    const held = [...this.#connections.keys()]
    if (held.length === 0) return
    const alive = await this.#readAlive(held)
    for (const id of held) if (!alive.has(id)) this.revoke(id)
  }
}
