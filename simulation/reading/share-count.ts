// What of a record goes out to a reader of its files, and what stays, of all that whoever hands it out may read.
import * as z from 'zod/mini'

const count = z.int().check(z.nonnegative())

export const shareCount = z.strictObject({
  /** What the file is called, without its ending. */
  name: z.string(),
  entries: count,
  /** How many of them were said in a caucus or between two delegations. */
  caucuses: count,
  stays: z.strictObject({ caucuses: count, reflections: count, calls: count, hints: count, others: count }),
  /** Notes beside entries, of which none goes into a file; and how many of them stand on the reader's paper. */
  notes: count,
  notesOnPaper: count,
  /** In a publication: the entries whose words hold a name of the roll. */
  named: z.readonly(z.array(z.string())),
})
export type ShareCount = z.infer<typeof shareCount>
