/**
 * Makes those who follow a room join again when their part in the course (instructor, assistant, grader) begins, is changed or has ended,
 * so that a former colleague does not go on steering. `recheck` looks all of them up, in case a notice from the database was missed.
 */
import { accessRoom, may } from '#server/store/access/access'
import type { Connection } from './connection'
import type { Member } from './members'

type Following = Pick<Member<Connection>, 'connection' | 'person' | 'userId' | 'live'>

export class StaffAccess {
  #changes = 0

  constructor(
    private readonly members: () => readonly Following[],
    private readonly again: (connection: Connection) => void,
  ) {}

  /** Counts changes of any part: a join whose lookup began before the latest change is refused with `try-again`. */
  get changes(): number {
    return this.#changes
  }

  changed(userId: string): void {
    this.#changes += 1
    for (const { connection, userId: who } of this.members()) if (who === userId) this.again(connection)
  }

  async recheck(): Promise<void> {
    await Promise.all(
      this.members().map(async ({ connection, person, live }) => {
        const as = (await accessRoom(connection.signIn.user, live.room.id))?.as
        const stays =
          as?.kind === 'participant' ? as.participantId === person : person === null && may(as, 'steer-room')
        if (!stays && connection.member?.live === live) this.again(connection)
      }),
    )
  }
}
