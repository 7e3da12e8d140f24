/**
 * Writing a note beside an entry: only whose part lets them may, only on an entry that stands in its record, and to a student only on
 * what that student said.
 */
import { z } from 'zod'
import { paragraphs } from '#simulation/reading/transcript'
import { accessRoom, may, type Requester } from '../access/access'
import { rowId } from '../access/row-id'
import { readRoomState } from '../log/room-reading'
import { deleteNote, isParticipantOf, NewNote, writeNote } from './notes'

/** Saves a note, or the new words of one; false when it is not this user's to write, or there is no such entry. */
export async function saveNoteAs(user: Requester, input: unknown): Promise<boolean> {
  const parsed = NewNote.safeParse(input)
  if (!parsed.success || !(await mayWrite(user, parsed.data.roomId))) return false
  const note = parsed.data
  const state = await readRoomState(note.roomId)
  const entry = state && paragraphs(state).find(({ no, was }) => no === note.entry || was === note.entry)
  if (!entry) return false
  // Nobody of a brought record has a place here, and who was erased has none any more.
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
