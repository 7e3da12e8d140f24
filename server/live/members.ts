/**
 * The index of who follows which room: connections by room and by viewer. By the live room and not by its id: one that was unloaded may
 * still be saving or reading, and must then tell nobody who follows the room that was loaded after it.
 */
import type { ActorId, PersonId } from '#simulation/kernel/ids'
import type { Viewer } from '#simulation/kernel/viewer'
import type { LiveRoom } from './live-room'
import { keyOf } from './pages/fan-out'
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

export class Members<Connection extends { readonly socket: PageSocket }> {
  readonly #rooms = new Map<LiveRoom, Set<Member<Connection>>>()

  add(member: Omit<Member<Connection>, 'key'>): Member<Connection> {
    const added = { ...member, key: keyOf(member.viewer) }
    this.#rooms.set(member.live, (this.#rooms.get(member.live) ?? new Set()).add(added))
    return added
  }

  remove(member: Member<Connection>): void {
    const room = this.#rooms.get(member.live)
    room?.delete(member)
    if (room?.size === 0) this.#rooms.delete(member.live)
  }

  /** The members of a room, as a live set: one removed during the iteration is not visited any more. */
  of(room: LiveRoom): Iterable<Member<Connection>> {
    return this.#rooms.get(room) ?? []
  }

  /** The pages of a room, or those whose viewer has one of these keys. */
  pages(room: LiveRoom, keys?: readonly string[]): readonly PageSocket[] {
    const members = [...this.of(room)].filter(({ key }) => keys === undefined || keys.includes(key))
    return members.map(({ connection }) => connection.socket)
  }

  all(): readonly Member<Connection>[] {
    return [...this.#rooms.values()].flatMap((room) => [...room])
  }

  ofActivity(activityId: string): readonly Member<Connection>[] {
    return this.all().filter(({ live }) => live.activityId === activityId)
  }

  /** The different viewers of a room, by key. */
  viewers(room: LiveRoom): ReadonlyMap<string, Viewer> {
    return new Map([...this.of(room)].map(({ key, viewer }) => [key, viewer]))
  }
}
