/** The threads beside records as they are stored, who stands before one, and to whom they may write there. Who reads what is decided in simulation/secrecy/annotations.ts. */
import { delegationId, personId } from '#simulation/kernel/ids'
import type { RecordReader, StoredThread } from '#simulation/reading/record/annotations'
import { database } from '../../base/database'
import type { Requester } from '../access/access'
import type { DisplayNames } from '../activities/rooms'
import type { RoomForReader } from './room-for-reader'

export type ReaderOf = Pick<RoomForReader, 'room' | 'viewer' | 'state' | 'told' | 'displayNames'>

/** Somebody before a record: students are known by their person id, staff by their account. */
export const recordReader = (user: Requester, { viewer, state, told, displayNames }: ReaderOf): RecordReader => ({
  who: { viewer, id: viewer.kind === 'person' ? viewer.person : user.id },
  state,
  seq: told.at(-1)?.seq ?? 0,
  names: displayNames,
})

/** What the students are called to whom staff may write beside their entries: those who take part here and so can read it. */
export async function studentsOf({
  viewer,
  room,
  displayNames,
}: Pick<RoomForReader, 'viewer' | 'room' | 'displayNames'>): Promise<DisplayNames> {
  if (viewer.kind !== 'chair') return {}
  const here = await database().participant.findMany({
    where: { roomId: room.id, removedAt: null },
    select: { id: true },
  })
  const ids = new Set(here.map(({ id }) => id))
  return Object.fromEntries(Object.entries(displayNames).filter(([id]) => ids.has(id)))
}

/** By room, the oldest first; a room without any is not in it. */
export async function readThreads(rooms: readonly string[]): Promise<ReadonlyMap<string, readonly StoredThread[]>> {
  const rows = await database().annotation.findMany({
    where: { roomId: { in: [...rooms] } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    include: { comments: { orderBy: [{ at: 'asc' }, { id: 'asc' }] } },
  })
  const threads = new Map<string, StoredThread[]>()
  for (const { id, roomId, entry, quote, offset, delegation, tags, exemplar, comments, ...row } of rows) {
    const thread: StoredThread = {
      ...{ id, entry, tags, exemplar, for: row.toSpeaker ? 'student' : row.for },
      span: quote === null || offset === null ? null : { quote, offset },
      delegation: delegation === null ? null : delegationId.parse(delegation),
      openedBy: row.participantId ?? row.userId,
      comments: comments.map(({ participantId, userId, at, ...comment }) => ({
        ...{ id: comment.id, text: comment.text, seq: comment.seq, hidden: comment.hidden, at: at.getTime() },
        writer: participantId ?? userId ?? '',
        person: participantId === null ? null : personId.parse(participantId),
      })),
    }
    const there = threads.get(roomId)
    if (there) there.push(thread)
    else threads.set(roomId, [thread])
  }
  return threads
}
