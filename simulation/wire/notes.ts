// For whom an instructor's note on an entry is; `mayReadNote` in simulation/secrecy applies it.
import * as z from 'zod/mini'

export const noteFor = z.enum(['chair', 'student', 'class'])
/** The room's instructors, the student whose entry it is, or everybody who may read the record. */
export type NoteFor = z.infer<typeof noteFor>
