/** Instructors' notes on entries of a record. Who may write one is decided in note-service.ts, who may read one in simulation/secrecy. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { typedText } from '#server/base/text-schema'
import { entryNumber } from '#simulation/kernel/ids'
import { LIMITS } from '#simulation/kernel/limits'
import { takenText } from '#simulation/kernel/typed-words'
import { notesFor } from '#simulation/secrecy/side-channels'
import { type NoteFor, noteFor } from '#simulation/wire/notes'
import { database } from '../../base/database'
import { rowId } from '../access/row-id'
import type { RoomForReader } from '../rooms/room-for-reader'

export const NewNote = z.strictObject({
  roomId: rowId,
  entry: entryNumber,
  /** The id of an existing note, to change it; null for a new one. */
  id: rowId.nullable(),
  for: noteFor,
  text: typedText(LIMITS.staffNote).overwrite(takenText).trim().min(1),
})
export type NewNote = z.infer<typeof NewNote>

type NoteRow = {
  id: string
  entry: string
  for: NoteFor
  participantId: string | null
  text: string
}

/** The notes that this reader may see on the entries they may see, oldest first. */
export async function readNotesFor({
  room,
  viewer,
  state,
}: Pick<RoomForReader, 'room' | 'viewer' | 'state'>): Promise<readonly NoteRow[]> {
  const notes = await database().note.findMany({
    where: { roomId: room.id },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { id: true, entry: true, for: true, participantId: true, text: true },
  })
  return notesFor(viewer, notes, new Set([...state.record, ...state.privateEntries].map(({ no }) => no)))
}

/** Adds a note, or changes one of the same room and entry; false when there is none of that id. `author` is the participant who made the entry. */
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

/** Whether this person is still a participant of the room's activity; an erased person is not. */
export async function isParticipantOf(roomId: string, participantId: string): Promise<boolean> {
  return (
    (await database().participant.count({
      where: { id: participantId, activity: { rooms: { some: { id: roomId } } } },
    })) > 0
  )
}
