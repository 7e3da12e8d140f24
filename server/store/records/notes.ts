/** Instructors' notes on entries of a record. Who may write one is decided in noting.ts; who is given one is decided here, in the query. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { typed } from '#server/web/typed'
import { entryNumber } from '#simulation/kernel/ids'
import type { Viewer } from '#simulation/secrecy/viewer'
import { rowId } from '../access/row-id'
import { database } from '../database'

export const NewNote = z.strictObject({
  roomId: rowId,
  entry: entryNumber,
  /** Set to change a note that stands there. */
  id: rowId.nullable(),
  for: z.enum(['chair', 'student', 'class']),
  text: typed(2000).trim().min(1),
})
export type NewNote = z.infer<typeof NewNote>

export type NoteRow = {
  id: string
  entry: string
  for: NewNote['for']
  participantId: string | null
  text: string
}

/** The notes of a room that this viewer may read, oldest first; on entries they may not hear, too, so the caller keeps to those. */
export async function readNotes(roomId: string, viewer: Viewer): Promise<NoteRow[]> {
  if (viewer.kind === 'stage') return []
  const theirs =
    viewer.kind === 'chair'
      ? {}
      : { OR: [{ for: 'class' as const }, { for: 'student' as const, participantId: viewer.person }] }
  return database().note.findMany({
    where: { roomId, ...theirs },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { id: true, entry: true, for: true, participantId: true, text: true },
  })
}

/** Adds a note, or changes one of the same room and entry; false when there is none of that id. `author` is whoever said the entry. */
export async function writeNote(note: NewNote, author: string | null, byUserId: string): Promise<boolean> {
  const { id, roomId, entry, for: whom, text } = note
  const words = { for: whom, participantId: whom === 'student' ? author : null, aboutId: author, text }
  if (id === null) {
    await database().note.create({ data: { id: randomUUID(), roomId, entry, ...words, byUserId } })
    return true
  }
  const { count } = await database().note.updateMany({ where: { id, roomId, entry }, data: { ...words, byUserId } })
  return count === 1
}

export async function deleteNote(roomId: string, id: string): Promise<boolean> {
  const { count } = await database().note.deleteMany({ where: { id, roomId } })
  return count === 1
}

/** Whether this person still takes part in the room's activity: an erased one can be written nothing. */
export async function isParticipantOf(roomId: string, participantId: string): Promise<boolean> {
  return (
    (await database().participant.count({
      where: { id: participantId, activity: { rooms: { some: { id: roomId } } } },
    })) > 0
  )
}
