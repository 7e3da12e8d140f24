// The schema of the replay's answer: the rows, redacted where the viewer may not read them, and the display names.
import * as z from 'zod/mini'
import { visibleRow } from '#simulation/secrecy/visible-row'
import { displayNames } from '#simulation/wire/protocol'

export const replayRows = z.strictObject({ rows: z.array(visibleRow), roll: displayNames })
export type ReplayRows = z.infer<typeof replayRows>
