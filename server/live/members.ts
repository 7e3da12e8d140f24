/** Which connections follow which room, as which viewer. It must not know what a connection is made of. */
import type { ActorId, PersonId, RoomId } from '#simulation/ids'
import type { Viewer } from '#simulation/record'
import type { Session } from './rooms'
import { keyOf } from './telling'

export type Member<Line> = {
  line: Line
  session: Session
  viewer: Viewer
  key: string
  /** Who looks on: also behind a stage. Null for a chair. */
  person: PersonId | null
  userId: string
  actor: ActorId
  roomName: string
}

export class Members<Line> {
  readonly #rooms = new Map<RoomId, Set<Member<Line>>>()

  add(member: Omit<Member<Line>, 'key'>): Member<Line> {
    const added = { ...member, key: keyOf(member.viewer) }
    const id = member.session.room.id
    const room = this.#rooms.get(id) ?? new Set()
    room.add(added)
    this.#rooms.set(id, room)
    return added
  }

  remove(member: Member<Line>): void {
    const id = member.session.room.id
    const room = this.#rooms.get(id)
    room?.delete(member)
    if (room?.size === 0) this.#rooms.delete(id)
  }

  of(room: RoomId): readonly Member<Line>[] {
    return [...(this.#rooms.get(room) ?? [])]
  }

  all(): readonly Member<Line>[] {
    return [...this.#rooms.values()].flatMap((room) => [...room])
  }

  ofActivity(activityId: string): readonly Member<Line>[] {
    return this.all().filter(({ session }) => session.activityId === activityId)
  }

  /** The viewers there are in a room, each kind once. */
  viewers(room: RoomId): ReadonlyMap<string, Viewer> {
    return new Map([...(this.#rooms.get(room) ?? [])].map(({ key, viewer }) => [key, viewer]))
  }
}
