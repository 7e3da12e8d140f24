// The messages that the upload's response streams, one JSON value to a line.
import * as z from 'zod/mini'
import { recordFault } from '#simulation/reading/record/record-fault'

export const bringNews = z.union([
  /** How many rows have been checked so far. */
  z.strictObject({ rows: z.int().check(z.nonnegative()) }),
  z.strictObject({ roomId: z.string() }),
  /** This very file is a room of this course already, since `at`. */
  z.strictObject({ already: z.strictObject({ roomId: z.string(), at: z.int() }) }),
  z.strictObject({ fault: recordFault }),
])
export type BringNews = z.infer<typeof bringNews>
