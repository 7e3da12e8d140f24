/**
 * The places of students who have lost their line. Whoever is back within a minute comes in by the right that they had, without a question
 * to the database: as a page that stayed does, and every notice that would have ended that page ends this.
 */
import type { Person } from '#server/store/people/users'
import type { PersonId } from '#simulation/kernel/ids'
import type { JoinRequest } from '#simulation/wire/protocol'
import type { Connection } from './connection'
import { isPlacedIn, type PreparedJoin } from './joining'
import type { LiveRoom } from './live-room'
import type { Member } from './members'
import type { DoorNewsCache } from './pages/door-news-cache'
import type { Rooms } from './rooms'
import { AWhile } from './saving/a-while'

type PersonIn = { live: LiveRoom; roomName: string; userId: string; person: PersonId }

const keyOf = (userId: string, roomId: string): string => `${userId}/${roomId}`

export class Absences {
  readonly #places: AWhile<PersonIn>

  constructor(private readonly given: { now: () => number; rooms: Rooms; door: DoorNewsCache }) {
    this.#places = new AWhile(given.now)
  }

  /** The line of somebody who still followed the room is gone. */
  left({ live, roomName, userId, person }: Member<Connection>): void {
    if (person !== null) this.#places.note(keyOf(userId, live.room.id), { live, roomName, userId, person })
  }

  /** What they come in by; null where it has to be looked up. */
  back(request: JoinRequest, user: Person): PreparedJoin | null {
    const { rooms, door } = this.given
    const place = this.#places.get(keyOf(user.id, request.roomId))
    if (!place || rooms.find(place.live.room.id) !== place.live) return null
    const { live, roomName, person } = place
    const news = door.now(live.activityId)
    if (!news || !isPlacedIn(news, person, live.room.id)) return null
    return { request, live, roomName, user, person }
  }

  /** Something has changed for a person, for a participant, or in an activity. */
  forget(id: string): void {
    this.#places.forgetWhere(({ live, userId, person }) => [live.activityId, userId, person].includes(id))
  }

  /** A notice may have been missed. */
  forgetAll(): void {
    this.#places.forgetWhere(() => true)
  }
}
