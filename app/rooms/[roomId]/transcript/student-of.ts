// Whose words an entry holds, by name.

import type { Paragraph } from '#simulation/reading/transcript'
import type { DisplayNames } from '#simulation/wire/protocol'

/** The name of who said it, when a person did whose name is known. */
export const studentOf = (entry: Paragraph, roll: DisplayNames): string | null =>
  entry.person === null ? null : (roll[entry.person] ?? null)
