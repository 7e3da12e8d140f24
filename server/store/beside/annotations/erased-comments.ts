/** What an erasure takes away of annotations: what the person wrote, and what staff wrote beside their entries. */
import { plainParagraphs } from '#simulation/reading/log/transcript'
import type { Database } from '../../../base/database'
import { readRoomState } from '../../log/room-reading'
import type { ErasedBeside, ErasedPerson, UnreadableRecord } from '../kind/stored-beside'

export async function readErasedComments(on: Database, person: ErasedPerson): Promise<ErasedBeside> {
  const { threads, unread } = await findThreadsOn(on, person.participants)
  const ofStaff = { participantId: null, annotationId: { in: threads } }
  const participantId = { in: person.participants.map(({ id }) => id) }
  const userId = { in: [...person.userIds] }
  return {
    removed: await on.annotationComment.count({ where: { OR: [{ participantId }, { userId }, ofStaff] } }),
    unread,
    // Of threads that they began the tags are theirs too; one in which nobody else wrote is gone.
    forget: async () => {
      await on.annotationComment.deleteMany({ where: ofStaff })
      await on.annotation.deleteMany({ where: { comments: { none: {} } } })
      await on.annotation.updateMany({ where: { participantId: null, userId: null }, data: { tags: [] } })
    },
  }
}

/** Threads in which some of the staff wrote, and which no student began who is still there: staff did, or somebody who has been erased. */
const OF_STAFF = { participantId: null, comments: { some: { participantId: null } } }

/** Those beside entries of `people`; and the rooms in which this cannot be read, for a person to look at. */
async function findThreadsOn(on: Database, people: ErasedPerson['participants']) {
  const rooms = await on.room.findMany({
    where: {
      activityId: { in: people.map(({ activityId }) => activityId) },
      annotations: { some: OF_STAFF },
    },
    select: {
      id: true,
      name: true,
      activity: { select: { title: true, course: { select: { title: true } } } },
      annotations: { where: OF_STAFF, select: { id: true, entry: true } },
    },
  })
  const own = new Set(people.map(({ id }) => id))
  const threads: string[] = []
  const unread: UnreadableRecord[] = []
  for (const { id: roomId, name, activity, annotations } of rooms) {
    const state = await readRoomState(roomId).catch(() => null)
    if (!state) {
      unread.push({ what: 'record of a room', title: `${activity.title}, ${name}`, course: activity.course.title })
      continue
    }
    const theirs = plainParagraphs(state).filter(({ person }) => person !== null && own.has(person))
    const numbers = new Set(theirs.flatMap(({ no, was }) => [no, was]))
    threads.push(...annotations.filter(({ entry }) => numbers.has(entry)).map(({ id }) => id))
  }
  return { threads, unread }
}
