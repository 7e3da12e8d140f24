/**
 * Those who follow a room by a part in its course: sent to ask again as soon as their part is changed or ended, and looked up from
 * time to time in case a notice was missed. It must not know what a part may do.
 */
import { accessRoom, may } from '#server/store/access/access'
import type { Line } from './connection'
import type { Member } from './members'

type Following = Pick<Member<Line>, 'line' | 'person' | 'userId' | 'session'>

export class PartsInUse {
  readonly #members: () => readonly Following[]
  readonly #again: (line: Line) => void
  #changes = 0

  constructor(members: () => readonly Following[], again: (line: Line) => void) {
    this.#members = members
    this.#again = again
  }

  /** Grows with every change of any part: who was looked up before one is looked up again. */
  get changes(): number {
    return this.#changes
  }

  changed(userId: string): void {
    this.#changes += 1
    for (const { line, person, userId: who } of this.#members())
      if (person === null && who === userId) this.#again(line)
  }

  async recheck(): Promise<void> {
    await Promise.all(
      this.#members().map(async ({ line, person, session }) => {
        if (person !== null) return
        const access = await accessRoom(line.data.identity.user, session.room.id)
        if (!may(access?.as, 'steer-room') && line.data.member?.session === session) this.#again(line)
      }),
    )
  }
}
