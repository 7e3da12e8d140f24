/**
 * Decides whether a person may follow a room over the socket, as which viewer, and from which row on. The caller must subscribe the
 * connection in the same step in which `joinedAs` returns; a row committed in between would be lost to it.
 */

import { accessRoom, may } from '#server/store/access/access'
import { isTakenAway } from '#server/store/access/deleted'
import type { DoorNews } from '#server/store/door/door-news'
import type { Person } from '#server/store/people/users'
import { causes, viewChangedOf } from '#simulation/engine/catalogue'
import {
  type ActorId,
  chairActor,
  type PersonId,
  participantActor,
  personId,
  type RoomId,
  roomId,
} from '#simulation/kernel/ids'
import type { Viewer } from '#simulation/kernel/viewer'
import { stageOf, viewerOf } from '#simulation/secrecy/hearing'
import type { MaskedRow } from '#simulation/secrecy/masked-row'
import { mayReadCode } from '#simulation/secrecy/side-channels'
import { isHeardBy } from '#simulation/secrecy/visible-row'
import type { JoinRequest, LastHeard, RoomAbout } from '#simulation/wire/protocol'
import type { LiveRoom } from './live-room'
import type { DoorNewsCache } from './pages/door-news-cache'
import type { Rooms } from './rooms'
import type { Refusal } from './subscriptions'

/** A join whose lookups are done; which viewer it becomes is decided by `joinedAs`, from the room's state at that moment. */
export type PreparedJoin = {
  request: JoinRequest
  live: LiveRoom
  roomName: string
  user: Person
  /** The participant; null for staff. */
  person: PersonId | null
}
/** The answer holds the rows after `from`. */
export type JoinedAs = { viewer: Viewer; actor: ActorId; from: number }

/** Looks up everything that takes time. The room is opened last, or it could be unloaded again before `joinedAs` follows. */
export async function prepareJoin(
  request: JoinRequest,
  user: Person,
  { rooms, door }: { rooms: Rooms; door: DoorNewsCache },
): Promise<PreparedJoin | Refusal> {
  const access = await accessRoom(user, request.roomId)
  if (!access) return (await isTakenAway(user.id, request.roomId)) ? 'taken-away' : 'not-found'
  // Staff follow a live room only to steer it; a grader, who may not, reads the record instead.
  if (access.as.kind === 'staff' && !may(access.as, 'steer-room')) return 'not-found'
  if (access.activity.broughtAt) return 'brought-record'
  await door.get(access.activity.id)
  const live = await rooms.open(roomId.parse(access.room.id))
  if (!live) return 'not-found'
  const person = access.as.kind === 'participant' ? personId.parse(access.as.participantId) : null
  return { request, live, roomName: access.room.name, user, person }
}

export function joinedAs({ request, live, user, person }: PreparedJoin): JoinedAs | Refusal {
  const { state, rows } = live.room
  if (!state) return 'not-found'
  if (person !== null && state.removed.includes(person)) return 'removed'
  const viewer = request.as === 'stage' ? stageOf(state, person) : viewerOf(state, person)
  if (!viewer) return 'not-found'
  const { after } = request
  const last = after && rows[after.seq - 1]
  const continues =
    last &&
    holdsRow(rows, after) &&
    isHeardBy(last, viewer, state.unsealedAt !== null) &&
    isContinued(rows, last.seq, viewer)
  return {
    viewer,
    actor: person === null ? chairActor(user.id) : participantActor(person),
    from: continues ? last.seq : 0,
  }
}

/** Whether the person was moved to another room during the lookups. The join is refused with `try-again`, and the next one leads there. */
export function isPlacedElsewhere(news: DoorNews, person: PersonId | null, room: RoomId): boolean {
  const placed = person === null ? undefined : participantsIn(news).get(person)
  return placed !== undefined && placed.roomId !== room
}

/** Whether the news, which may be older than the room, has the person at this table. */
export function isPlacedIn(news: DoorNews, person: PersonId, room: RoomId): boolean {
  const placed = participantsIn(news).get(person)
  return placed?.roomId === room && placed.removedAt === null
}

type Participant = DoorNews['participants'][number]
const participants = new WeakMap<DoorNews, ReadonlyMap<string, Participant>>()

/** The participants by their id. Searched in the list, a class that joins at once would compare everybody with everybody. */
function participantsIn(news: DoorNews): ReadonlyMap<string, Participant> {
  const known = participants.get(news)
  if (known) return known
  const byId = new Map(news.participants.map((row) => [row.id, row]))
  participants.set(news, byId)
  return byId
}

/**
 * Whether the log has the page's last row, if it has one: a page that was away while the database lost its last rows may hold another one of
 * that number. Nobody can ask for a row that they have not heard, since the id of its command is drawn.
 */
export const holdsRow = (rows: readonly MaskedRow[], after: LastHeard | null): boolean =>
  after === null || rows[after.seq - 1]?.commandId === after.commandId

/**
 * Whether the page may keep the rows up to `after`. Not when its person changed seats, was removed, or the record was unsealed since, nor when
 * words were taken off or put back: then older rows are heard differently now, and all are sent again.
 */
function isContinued(rows: readonly MaskedRow[], after: number, viewer: Viewer): boolean {
  const person = viewer.kind === 'person' ? viewer.person : null
  return rows.slice(after).every(({ event }) => {
    if (causes(event, 'words')) return false
    if (causes(event, 'every-view')) return person === null
    return person === null || viewChangedOf(event) !== person
  })
}

/** The room's name, how the viewer came in and, for viewers who may read it, the code and address by which others join. */
export function aboutFor(
  news: DoorNews,
  of: { roomName: string; activityId: string; publicUrl: string },
  viewer: Viewer,
): RoomAbout {
  const { code, joinPath } = mayReadCode(viewer) ? news : { code: null, joinPath: null }
  const own = viewer.kind === 'person' ? participantsIn(news).get(viewer.person) : undefined
  return {
    name: of.roomName,
    activityId: of.activityId,
    title: news.title,
    code,
    joinUrl: joinPath && of.publicUrl + joinPath,
    byOpenCode: own?.byOpenCode ?? false,
  }
}
