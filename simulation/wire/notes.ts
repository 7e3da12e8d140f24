// An instructor's note on an entry of a record, as it passes from the server to a page. It must not know who may read it.
import * as z from 'zod/mini'

export const noteFor = z.enum(['chair', 'student', 'class'])
/** For whom a note is: the room's instructors, whoever said the entry, or everybody who may read the record. */
export type NoteFor = z.infer<typeof noteFor>
