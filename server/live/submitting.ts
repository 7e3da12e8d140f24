/** Reads what a page submits: strict, storable, under an id that cannot be taken for one of the server's own. */

import { isStorable } from '#simulation/kernel/storable'
import { type Submission, submission } from '#simulation/wire/protocol'

/** The submission, or null when it cannot be one. */
export function readSubmission(asked: unknown): Submission | null {
  const read = submission.safeParse(asked).data
  // The clock's and the understudies' ids are foreseeable and carry a colon: a page that used one would stop the clock.
  if (!read || read.commandId.includes(':') || !isStorable(read.command)) return null
  return read
}
