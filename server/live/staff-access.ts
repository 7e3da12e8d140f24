/**
 * Those who follow a room by a part in its course: sent to ask again as soon as their part is changed or ended, and looked up from
 * time to time in case a notice was missed. It must not know what a part may do.
 */
import { accessRoom, may } from '#server/store/access/access'
import type { Connection } from './connection'
import type { Member } from './members'

type Following = Pick<Member<Connection>, 'connection' | 'person' | 'userId' | 'live'>

export class StaffAccess {
  readonly #members: () => readonly Following[]
  readonly #again: (connection: Connection) => void
  #changes = 0

  constructor(members: () => readonly Following[], again: (connection: Connection) => void) {
    this.#members = members
    this.#again = again
  }

  /** Grows with every change of any part: who was looked up before one is looked up again. */
  get changes(): number {
    return this.#changes
  }

  changed(userId: string): void {
    this.#changes += 1
    for (const { connection, person, userId: who } of this.#members())
      if (person === null && who === userId) this.#again(connection)
  }

  async recheck(): Promise<void> {
    await Promise.all(
      this.#members().map(async ({ connection, person, live }) => {
        if (person !== null) return
        const access = await accessRoom(connection.data.identity.user, live.room.id)
        if (!may(access?.as, 'steer-room') && connection.data.member?.live === live) this.#again(connection)
      }),
    )
  }
}
