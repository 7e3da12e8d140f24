/** Parses a command that a page submits; refuses what the database cannot store, and ids that look like the server's own. */

import { isStorable } from '#simulation/kernel/storable'
import { type Submission, submission } from '#simulation/wire/protocol'

/** The submission, or null when the message is none. */
export function readSubmission(asked: unknown): Submission | null {
  const read = submission.safeParse(asked).data
  // The clock's and the understudies' ids can be guessed and contain a colon. A page that used one first would have the server's own
  // command taken for a repetition, and the phase would not end.
  if (!read || read.commandId.includes(':') || !isStorable(read.command)) return null
  return read
}
