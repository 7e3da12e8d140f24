/** The threads beside records as they are stored. */
import { delegationId, personId } from '#simulation/kernel/ids'
import type { StoredThread } from '#simulation/reading/record/annotations'
import { database } from '../../../base/database'

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
