/**
 * A page that follows a room: looks up whether it may, seats whom a seat is kept for, brings the room as far as the page already is, and
 * sends it the room from there on. Who may follow as which viewer is joining.ts's concern.
 */
import { compiled } from '#server/base/compiled'
import { accessRoom, may } from '#server/store/access/access'
import { readRoomMovedTo } from '#server/store/rooms/room-moved-to'
import { roomId } from '#simulation/kernel/ids'
import { type JoinRequest, joinRequest } from '#simulation/wire/protocol'
import type { Absences } from './absences'
import type { Broadcaster } from './broadcaster'
import { type Connection, type Subscription, sendTo } from './connection'
import { holdsRow, isPlacedElsewhere, joinedAs, type PreparedJoin, prepareJoin } from './joining'
import { sitInKeptSeat } from './kept-seats'
import type { Member } from './members'
import type { DoorNewsCache } from './pages/door-news-cache'
import type { Rooms } from './rooms'
import type { Followable, Refusal } from './subscriptions'

type JoinsOptions = { rooms: Rooms; door: DoorNewsCache; broadcaster: Broadcaster; absences: Absences }

export class Joins implements Followable<JoinRequest, PreparedJoin> {
  readonly request = compiled(joinRequest)

  constructor(private readonly options: JoinsOptions) {}

  async lookUp({ signIn: { user }, socket }: Connection, request: JoinRequest): Promise<PreparedJoin | Refusal> {
    const { rooms, door, absences } = this.options
    const prepared = absences.back(request, user) ?? (await prepareJoin(request, user, { rooms, door }))
    if (typeof prepared === 'string') {
      const to = prepared === 'not-found' ? await readRoomMovedTo(user, request.roomId) : null
      if (to === null) return prepared
      // Asked by a page whose person was moved a moment ago, which the news of the door has not reached yet.
      sendTo(socket, 'leave', { roomId: request.roomId, why: 'rejoin', to: roomId.parse(to) })
      return 'try-again'
    }
    await sitInKeptSeat(prepared)
    // A page that comes from another server may be ahead of this one.
    if (!holdsRow(prepared.live.room.rows, request.after)) await prepared.live.room.readLog()
    return prepared
  }

  begin(connection: Connection, prepared: PreparedJoin) {
    const { rooms, door, broadcaster } = this.options
    const { live } = prepared
    // Unloaded meanwhile: it takes no command any more, and hears of nothing.
    if (rooms.find(live.room.id) !== live) return 'try-again'
    const as = joinedAs(prepared)
    if (typeof as === 'string') return as
    const news = door.now(live.activityId)
    if (!news || isPlacedElsewhere(news, prepared.person, live.room.id)) return 'try-again'
    const member = broadcaster.follow(connection, prepared, as)
    return {
      subscription: this.#subscriptionOf(member),
      answer: () => broadcaster.welcome(member, as.from, news),
    }
  }

  #subscriptionOf(member: Member<Connection>): Subscription {
    const { connection, live, person } = member
    const { id } = live.room
    return {
      ...{ connection, member, activityId: live.activityId },
      async mayStay() {
        const as = (await accessRoom(connection.signIn.user, id))?.as
        return as?.kind === 'participant' ? as.participantId === person : person === null && may(as, 'steer-room')
      },
      stop: () => this.options.broadcaster.remove(member),
      tellEnd: (why, to) => sendTo(connection.socket, 'leave', { roomId: id, why, ...(to && { to }) }),
    }
  }
}
