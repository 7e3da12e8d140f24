// The name of an entry's speaker.

import type { Paragraph } from '#simulation/reading/log/transcript'
import type { DisplayNames } from '#simulation/wire/protocol'

/** Null when no person said it, or their name has been erased. */
export const studentOf = (entry: Paragraph, displayNames: DisplayNames): string | null =>
  entry.person === null ? null : (displayNames[entry.person] ?? null)
