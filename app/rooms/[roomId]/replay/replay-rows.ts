// The schema of the replay's answer: the rows, redacted where the viewer may not read them, and the display names; and how many views are shown at once.
import * as z from 'zod/mini'
import { visibleRow } from '#simulation/secrecy/visible-row'
import { displayNames } from '#simulation/wire/protocol'

export const replayRows = z.strictObject({ rows: z.array(visibleRow), roll: displayNames })
export type ReplayRows = z.infer<typeof replayRows>

/** So many delegations are shown beside each other at most. */
export const MOST_BESIDE = 3
