// A note of the instructor's as a page shows it to one reader.

import type { NoteFor } from '#simulation/wire/notes'

export type ShownNote = {
  id: string
  roomId: string
  entry: string
  for: NoteFor
  text: string
  /** Whose words the note is on, where it is for them and a name is known. */
  student: string | null
  /** Whether it is this reader it is for. */
  own: boolean
}
