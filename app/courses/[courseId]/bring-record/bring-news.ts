// What is answered, line by line, while a record is brought in. It must not know how it is sent or shown.
import * as z from 'zod/mini'
import { recordFault } from '#simulation/reading/record-file-reading'

export const bringNews = z.union([
  /** Rows judged so far. */
  z.strictObject({ rows: z.int().check(z.nonnegative()) }),
  z.strictObject({ roomId: z.string() }),
  z.strictObject({ fault: recordFault }),
])
export type BringNews = z.infer<typeof bringNews>
