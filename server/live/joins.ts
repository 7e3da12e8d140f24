/**
 * Answers a page that asks to follow a room: looks up whether it may, seats whom a seat is kept for, brings the room as far as the page
 * already is, and subscribes it. Who may follow as which viewer is joining.ts's concern.
 */
import { logError } from '#server/base/logger'
import { readRoomMovedTo } from '#server/store/rooms/room-moved-to'
import { MadeByNewer } from '#simulation/engine/made-by-newer'
import { roomId } from '#simulation/kernel/ids'
import type { SentJoinAnswer } from '#simulation/wire/protocol'
import type { Absences } from './absences'
import type { Broadcaster } from './broadcaster'
import { type Connection, sendTo } from './connection'
import type { DoorNewsCache } from './door-news-cache'
import { holdsRow, isPlacedElsewhere, prepareJoin, type Refusal, readRequest, subscriptionOf } from './joining'
import { sitInKeptSeat } from './kept-seats'
import type { Rooms } from './rooms'
import type { StaffAccess } from './staff-access'
import type { Answer } from './transport/page-socket'

type JoinsOptions = {
  rooms: Rooms
  door: DoorNewsCache
  broadcaster: Broadcaster
  staffAccess: StaffAccess
  absences: Absences
  isClosing: () => boolean
}

export class Joins {
  constructor(private readonly options: JoinsOptions) {}

  /** Answers once; of several requests of one connection only the latest is carried out. */
  async answer(connection: Connection, asked: unknown, answer: Answer): Promise<void> {
    const { rooms, door, broadcaster, staffAccess, absences, isClosing } = this.options
    const refuse = ({ refusal }: Refusal) => answer({ ok: false, refusal } satisfies SentJoinAnswer)
    const { signIn, joins } = connection
    connection.latestJoin += 1
    const thisJoin = connection.latestJoin
    if (!signIn.isAlive) return refuse({ refusal: 'signed-out' })
    if (!joins.take()) return refuse({ refusal: 'slow-down' })
    const request = readRequest(asked)
    if ('refusal' in request) return refuse(request)
    const { changes } = staffAccess
    try {
      const { user } = signIn
      const prepared = absences.back(request, user) ?? (await prepareJoin(request, user, { rooms, door }))
      // While closing, rooms are not opened any more: answer `try-again`, not the `not-found` that this looks like.
      if (isClosing()) return refuse({ refusal: 'try-again' })
      if ('refusal' in prepared) {
        const to = prepared.refusal === 'not-found' ? await readRoomMovedTo(user, request.roomId) : null
        if (to === null) return refuse(prepared)
        // Asked by a page whose person was moved a moment ago, which the news of the door has not reached yet.
        refuse({ refusal: 'try-again' })
        return sendTo(connection.socket, 'leave', { roomId: request.roomId, why: 'rejoin', to: roomId.parse(to) })
      }
      await sitInKeptSeat(prepared)
      // A page that comes from another server may be ahead of this one.
      if (!holdsRow(prepared.live.room.rows, request.after)) await prepared.live.room.readLog()
      // No await from here on: a row committed between `subscriptionOf` and `follow` would be lost to this page.
      if (!connection.socket.isOpen || thisJoin !== connection.latestJoin) return refuse({ refusal: 'try-again' })
      // Unloaded meanwhile: it takes no command any more, and hears of nothing.
      if (rooms.find(prepared.live.room.id) !== prepared.live) return refuse({ refusal: 'try-again' })
      if (prepared.as.kind === 'staff' && changes !== staffAccess.changes) return refuse({ refusal: 'try-again' })
      if (!signIn.isAlive) return refuse({ refusal: 'signed-out' })
      const subscription = subscriptionOf(prepared)
      if ('refusal' in subscription) return refuse(subscription)
      const news = door.now(prepared.live.activityId)
      if (!news || isPlacedElsewhere(news, subscription.person, prepared.live.room.id))
        return refuse({ refusal: 'try-again' })
      answer(broadcaster.follow(connection, prepared, subscription, news))
    } catch (error) {
      const isNewer = error instanceof MadeByNewer
      logError(isNewer ? 'a room was written by a newer version of the server' : 'a join failed', error, {
        room: request.roomId,
      })
      refuse({ refusal: isNewer ? 'made-by-newer' : 'try-again' })
    }
  }
}
