/**
 * Fills in `about_id` of notes written before that column existed: the author of the entry that the note is about, read from the record.
 * Erasing a person deletes the notes about them by this column, so a note without it would survive.
 */
import { paragraphs } from '#simulation/reading/transcript'
import { database } from '../../base/database'
import { readRoomState } from '../log/room-reading'

export type UnreadableRecord = { what: 'names of a brought record' | 'record of a room'; title: string; course: string }

/** Fills in the notes of these activities; returns the rooms with such notes whose record cannot be read, for a person to look at. */
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
