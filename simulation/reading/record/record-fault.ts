// What may be wrong with a record file. A page says it without the reader of such files, which needs all rules.
import * as z from 'zod/mini'

/** What may be wrong with a file; each has a sentence in the messages. */
const RECORD_FAULTS = [
  'too-large',
  'too-much-work',
  'too-many-rows',
  'not-text',
  'not-json',
  'cut-short',
  'other-file',
  'other-version',
  'made-by-newer',
  'filtered',
  'wrong-shape',
  'unstorable',
  'sequence',
  'time',
  'not-by-the-rules',
  'wrong-plan',
  'no-such-scenario',
] as const
export const recordFault = z.strictObject({
  fault: z.enum(RECORD_FAULTS),
  /** The line of the file, counted from 1; null where it cannot be told. */
  line: z.nullable(z.int()),
  /** The number of the faulty row, counted from 1; null for faults outside the rows. */
  row: z.nullable(z.int()),
  /** The path of the faulty field in the row or the head, or the reason for which the rules refuse the row. */
  about: z.nullable(z.string()),
})
export type RecordFault = z.infer<typeof recordFault>
