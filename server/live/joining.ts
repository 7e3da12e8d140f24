/**
 * Decides whether a person may follow a room over the socket, as which viewer, and from which row on. The caller must subscribe the
 * connection in the same step in which `subscriptionOf` returns; a row committed in between would be lost to it.
 */

import { z } from 'zod'
import { compiled } from '#server/base/compiled'
import { accessRoom, may, type ReaderRole } from '#server/store/access/access'
import { isTakenAway } from '#server/store/access/deleted'
import type { DoorNews } from '#server/store/door/door-news'
import type { Person } from '#server/store/people/users'
import {
  type ActorId,
  chairActor,
  type PersonId,
  participantActor,
  personId,
  type RoomId,
  roomId,
} from '#simulation/kernel/ids'
import { mayReadCode } from '#simulation/secrecy/beside-the-log'
import { stageOf, viewerOf } from '#simulation/secrecy/hearing'
import type { MaskedRow } from '#simulation/secrecy/masking'
import type { Viewer } from '#simulation/secrecy/viewer'
import { isHeardBy } from '#simulation/secrecy/visible-row'
import {
  compareVersions,
  type JOIN_REFUSALS,
  type JoinRequest,
  joinRequest,
  type RoomAbout,
  type WireVersions,
} from '#simulation/wire/protocol'
import type { DoorNewsCache } from './door-news-cache'
import type { LiveRoom, Rooms } from './rooms'

export type Refusal = { refusal: (typeof JOIN_REFUSALS)[number] }
/** A join whose lookups are done; which viewer it becomes is decided by `subscriptionOf`, from the room's state at that moment. */
export type PreparedJoin = {
  request: JoinRequest
  live: LiveRoom
  roomName: string
  user: Person
  as: ReaderRole
  /** The participant; null for staff. */
  person: PersonId | null
}
/** The answer holds the rows after `from` up to `to`; of later rows, if any, this viewer hears none. */
export type Subscription = { viewer: Viewer; person: PersonId | null; actor: ActorId; from: number; to: number }

const JOIN_REQUEST = compiled(joinRequest)
const anyProtocol = z.object({ protocol: z.int() })

/** Why a page of this version cannot go on with this server; null when it can. */
export function versionRefusal(asked: unknown, spoken: WireVersions): Refusal | null {
  const page = anyProtocol.safeParse(asked).data?.protocol
  const meeting = page === undefined ? 'goes-on' : compareVersions(page, spoken)
  if (meeting === 'page-too-old') return { refusal: 'outdated' }
  return meeting === 'page-too-new' ? { refusal: 'newer-page' } : null
}

export function readRequest(asked: unknown, spoken: WireVersions): JoinRequest | Refusal {
  const request = JOIN_REQUEST.safeParse(asked)
  return versionRefusal(asked, spoken) ?? (request.success ? request.data : { refusal: 'malformed' })
}

/** Looks up everything that takes time. The room is opened last, or it could be unloaded again before `subscriptionOf` follows. */
export async function prepareJoin(
  request: JoinRequest,
  user: Person,
  { rooms, door }: { rooms: Rooms; door: DoorNewsCache },
): Promise<PreparedJoin | Refusal> {
  const access = await accessRoom(user, request.roomId)
  if (!access) return { refusal: (await isTakenAway(user.id, request.roomId)) ? 'taken-away' : 'not-found' }
  // Staff follow a live room only to steer it; a grader, who may not, reads the record instead.
  if (access.as.kind === 'staff' && !may(access.as, 'steer-room')) return { refusal: 'not-found' }
  if (access.activity.broughtAt) return { refusal: 'brought-record' }
  await door.get(access.activity.id)
  const live = await rooms.open(roomId.parse(access.room.id))
  if (!live) return { refusal: 'not-found' }
  const person = access.as.kind === 'participant' ? personId.parse(access.as.participantId) : null
  return { request, live, roomName: access.room.name, user, as: access.as, person }
}

export function subscriptionOf({ request, live, user, person }: PreparedJoin): Subscription | Refusal {
  const { state, rows } = live.room
  if (!state) return { refusal: 'not-found' }
  if (person !== null && state.removed.includes(person)) return { refusal: 'removed' }
  const viewer = request.as === 'stage' ? stageOf(state, person) : viewerOf(state, person)
  if (!viewer) return { refusal: 'not-found' }
  const to = live.delivered.forNewcomer(rows, viewer, state.unsealedAt !== null)
  const continues =
    request.after > 0 &&
    request.after <= to &&
    isOfThisLog(rows, request, viewer, state.unsealedAt !== null) &&
    isContinued(rows, request.after, viewer)
  return {
    viewer,
    person,
    actor: person === null ? chairActor(user.id) : participantActor(person),
    from: continues ? request.after : 0,
    to,
  }
}

/** Whether the person was moved to another room during the lookups. The join is refused with `try-again`, and the next one leads there. */
export function isPlacedElsewhere(news: DoorNews, person: PersonId | null, room: RoomId): boolean {
  const placed = person === null ? undefined : participantsIn(news).get(person)
  return placed !== undefined && placed.roomId !== room
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
/**
 * Whether the page's rows are those of the log: a page that was away while the database lost its last rows may hold as many as there are
 * now, and others. What it may read after its last row would be missing on it.
 */
function isOfThisLog(
  rows: readonly MaskedRow[],
  { after, last }: JoinRequest,
  viewer: Viewer,
  unsealed: boolean,
): boolean {
  if (!last) return true
  if (rows[last.seq - 1]?.commandId !== last.commandId) return false
  return rows.slice(last.seq, after).every((row) => !isHeardBy(row, viewer, unsealed))
}

/**
 * Whether the page may keep the rows up to `after`. Not when its person changed seats, was removed, or the record was unsealed since, nor when
 * words were taken off or put back: then older rows are heard differently now, and all are sent again.
 */
function isContinued(rows: readonly MaskedRow[], after: number, viewer: Viewer): boolean {
  const person = viewer.kind === 'person' ? viewer.person : null
  return rows.slice(after).every(({ event }) => {
    switch (event.type) {
      case 'WordsStruck':
      case 'WordsPutBack':
        return false
      case 'SeatTaken':
      case 'SeatLeft':
      case 'PersonRemoved':
        return event.person !== person
      case 'RecordUnsealed':
        return person === null
      default:
        return true
    }
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
