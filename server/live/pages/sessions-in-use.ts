/**
 * The sign-in sessions of open connections, and of those that were lost a moment ago: whether one is alive, and whose it is, is known in
 * memory, so that no message and no return needs a database query; when one is revoked all its connections are ended.
 */

import type { Identity, Person } from '#server/web/identity'
import { AWhile } from '../saving/a-while'

export type SignInHold = {
  readonly isAlive: boolean
  /** As they were at the last recheck, or when their session was looked up since. */
  readonly user: Person
  release(): void
}

type InUse = { user: Person; readonly ends: Set<() => void> }

export class SessionsInUse {
  readonly #inUse = new Map<string, InUse>()
  readonly #left: AWhile<Person>
  /** Remembered, for a handshake that looked its session up just before would stay open otherwise. */
  readonly #revoked: AWhile<true>

  constructor(
    now: () => number,
    private readonly readAlive: (ids: readonly string[]) => Promise<ReadonlyMap<string, Person>>,
  ) {
    this.#left = new AWhile(now)
    this.#revoked = new AWhile(now)
  }

  /** Registers a connection under its session; `end` is called once, when the session is revoked or expires. */
  hold({ sessionId, user }: Identity, end: () => void): SignInHold {
    const inUse = this.#inUse.get(sessionId) ?? { user, ends: new Set() }
    let alive = this.#revoked.get(sessionId) === undefined
    const ended = () => {
      alive = false
      end()
    }
    inUse.ends.add(ended)
    this.#inUse.set(sessionId, inUse)
    return {
      get isAlive() {
        return alive
      },
      get user() {
        return inUse.user
      },
      release: () => {
        inUse.ends.delete(ended)
        if (inUse.ends.size > 0 || this.#inUse.get(sessionId) !== inUse) return
        this.#inUse.delete(sessionId)
        if (alive) this.#left.note(sessionId, inUse.user)
      },
    }
  }

  /** Whose session it is; null where that has to be looked up. */
  personOf(id: string): Person | null {
    return this.#inUse.get(id)?.user ?? this.#left.get(id) ?? null
  }

  revoke(id: string): void {
    this.#revoked.note(id, true)
    this.#left.forget(id)
    const inUse = this.#inUse.get(id)
    this.#inUse.delete(id)
    for (const end of inUse?.ends ?? []) end()
  }

  /** Makes a revoked session valid again, as when the chair takes a removal back, at once. */
  restore(id: string): void {
    this.#revoked.forget(id)
  }

  /**
   * Looks all sessions up in the database: notices of revocation may have been missed, expired sessions send none, and of what an
   * administrator may do there is none. Those without a connection are forgotten, so that they are looked up when they come back.
   */
  async recheck(): Promise<void> {
    this.#left.forgetWhere(() => true)
    const held = [...this.#inUse.keys()]
    if (held.length === 0) return
    const alive = await this.readAlive(held)
    for (const id of held) {
      const [user, inUse] = [alive.get(id), this.#inUse.get(id)]
      if (!user) this.revoke(id)
      else if (inUse) inUse.user = user
    }
  }
}
