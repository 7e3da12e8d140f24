// What is streamed while a research file is made, one JSON value to a line.
import * as z from 'zod/mini'

const count = z.int().check(z.nonnegative())

export const researchNews = z.union([
  /** So many tables are written, of so many. */
  z.strictObject({ done: count, of: count }),
  /** The file in base64, and what it is called. */
  z.strictObject({ zip: z.string(), name: z.string() }),
  z.strictObject({ fault: z.enum(['yours-first', 'over', 'newer', 'lost']) }),
])
export type ResearchNews = z.infer<typeof researchNews>
