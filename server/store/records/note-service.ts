/**
 * Writing a note on an entry of a record: only for staff whose part allows it, only on an entry that the record has, and a note to a
 * student only on an entry by that student.
 */
import { z } from 'zod'
import { paragraphs } from '#simulation/reading/transcript'
import { accessRoom, may, type Requester } from '../access/access'
import { rowId } from '../access/row-id'
import { readRoomState } from '../log/room-reading'
import { deleteNote, isParticipantOf, NewNote, writeNote } from './notes'

/** Saves a new note, or the changed text of one; false if this user may not write notes here, or there is no such entry. */
export async function saveNoteAs(user: Requester, input: unknown): Promise<boolean> {
  const parsed = NewNote.safeParse(input)
  if (!parsed.success || !(await mayWrite(user, parsed.data.roomId))) return false
  const note = parsed.data
  const state = await readRoomState(note.roomId)
  const entry = state && paragraphs(state).find(({ no, was }) => no === note.entry || was === note.entry)
  if (!entry) return false
  // The author of an entry in an imported record, and one who was erased, is no participant: a note to them would have no reader.
  const author = entry.person && (await isParticipantOf(note.roomId, entry.person)) ? entry.person : null
  if (note.for === 'student' && author === null) return false
  return writeNote(note, author, user.id)
}

const NoteRemoval = z.strictObject({ roomId: rowId, id: rowId })

export async function removeNoteAs(user: Requester, input: unknown): Promise<boolean> {
  const parsed = NoteRemoval.safeParse(input)
  if (!parsed.success || !(await mayWrite(user, parsed.data.roomId))) return false
  return deleteNote(parsed.data.roomId, parsed.data.id)
}

async function mayWrite(user: Requester, roomId: string): Promise<boolean> {
  return may((await accessRoom(user, roomId))?.as, 'write-notes')
}
