// An instructor's note as sent to one reader.

import type { NoteFor } from '#simulation/wire/notes'

export type ShownNote = {
  id: string
  roomId: string
  entry: string
  for: NoteFor
  text: string
  /** The name of the entry's speaker, where the note is for them and the name is known. */
  student: string | null
  /** Whether the note is for this reader. */
  own: boolean
}
