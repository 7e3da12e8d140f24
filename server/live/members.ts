/**
 * The index of who follows which room: connections by room and by viewer. By the live room and not by its id: one that was unloaded may
 * still be saving or reading, and must then tell nobody who follows the room that was loaded after it.
 */
import type { ActorId, PersonId } from '#simulation/kernel/ids'
import type { Viewer } from '#simulation/kernel/viewer'
import { keyOf } from './fan-out'
import type { LiveRoom } from './rooms'
import type { PageSocket } from './transport/page-socket'

export type Member<Connection> = {
  connection: Connection
  live: LiveRoom
  viewer: Viewer
  key: string
  /** The participant, also when this connection shows the stage; null for staff. */
  person: PersonId | null
  userId: string
  actor: ActorId
  roomName: string
  /** When it began to follow, by the server's clock. */
  since: number
}

type Followers<Connection> = {
  all: Set<Member<Connection>>
  viewers: Map<string, Viewer>
  byKey: Map<string, Set<Member<Connection>>>
}

export class Members<Connection extends { readonly socket: PageSocket }> {
  readonly #rooms = new Map<LiveRoom, Followers<Connection>>()

  add(member: Omit<Member<Connection>, 'key'>): Member<Connection> {
    const added = { ...member, key: keyOf(member.viewer) }
    const room = this.#rooms.get(member.live) ?? { all: new Set(), viewers: new Map(), byKey: new Map() }
    this.#rooms.set(member.live, room)
    room.all.add(added)
    room.viewers.set(added.key, added.viewer)
    const same = room.byKey.get(added.key) ?? new Set()
    same.add(added)
    room.byKey.set(added.key, same)
    return added
  }

  remove(member: Member<Connection>): void {
    const room = this.#rooms.get(member.live)
    const same = room?.byKey.get(member.key)
    room?.all.delete(member)
    same?.delete(member)
    if (same?.size === 0) {
      room?.viewers.delete(member.key)
      room?.byKey.delete(member.key)
    }
    if (room?.all.size === 0) this.#rooms.delete(member.live)
  }

  /** The members of a room, as a live set: one removed during the iteration is not visited any more. */
  of(room: LiveRoom): Iterable<Member<Connection>> {
    return this.#rooms.get(room)?.all ?? []
  }

  /** The pages of a room, or those whose viewer has one of these keys. */
  pages(room: LiveRoom, keys?: readonly string[]): readonly PageSocket[] {
    const followers = this.#rooms.get(room)
    if (!followers) return []
    const members = keys ? keys.flatMap((key) => [...(followers.byKey.get(key) ?? [])]) : [...followers.all]
    return members.map(({ connection }) => connection.socket)
  }

  /** Whether anybody follows any room of an activity. */
  isFollowed(activityId: string): boolean {
    for (const { all } of this.#rooms.values()) {
      const [someone] = all // all members of a room are in the same activity
      if (someone?.live.activityId === activityId) return true
    }
    return false
  }

  all(): readonly Member<Connection>[] {
    return [...this.#rooms.values()].flatMap((room) => [...room.all])
  }

  ofActivity(activityId: string): readonly Member<Connection>[] {
    return this.all().filter(({ live }) => live.activityId === activityId)
  }

  /** The different viewers of a room, by key. */
  viewers(room: LiveRoom): ReadonlyMap<string, Viewer> {
    return this.#rooms.get(room)?.viewers ?? new Map()
  }
}
