/**
 * Whose entry an older note stands beside: the record says it, so it is read there once and kept with the note. It judges nothing; what
 * cannot be read it names.
 */
import { paragraphs } from '#simulation/reading/transcript'
import { database } from '../database'
import { readRoomState } from '../log/room-reading'

export type UnreadableRecord = { what: 'names of a brought record' | 'record of a room'; title: string; course: string }

/** Completes the notes in these activities; answers the rooms that have such notes and a record nobody can read. */
export async function findAuthors(activityIds: readonly string[]): Promise<UnreadableRecord[]> {
  const rooms = await database().room.findMany({
    where: { activityId: { in: [...activityIds] }, notes: { some: { aboutId: null } } },
    select: {
      id: true,
      name: true,
      activity: {
        select: { title: true, course: { select: { title: true } }, participants: { select: { id: true } } },
      },
      notes: { where: { aboutId: null }, select: { id: true, entry: true } },
    },
  })
  const unread: UnreadableRecord[] = []
  for (const { id: roomId, name, activity, notes } of rooms) {
    const state = await readRoomState(roomId).catch(() => null)
    if (!state) {
      unread.push({ what: 'record of a room', title: `${activity.title}, ${name}`, course: activity.course.title })
      continue
    }
    const here = new Set(activity.participants.map(({ id }) => id))
    const entries = paragraphs(state)
    for (const { id, entry } of notes) {
      const author = entries.find(({ no, was }) => no === entry || was === entry)?.person
      if (author && here.has(author)) await database().note.update({ where: { id }, data: { aboutId: author } })
    }
  }
  return unread
}
