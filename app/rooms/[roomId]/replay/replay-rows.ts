// What a replay is sent of its room: rows with everything its viewer may not hear sealed, and the names in them.
import * as z from 'zod/mini'
import { visibleRow } from '#simulation/secrecy/visible-row'
import { displayNames } from '#simulation/wire/protocol'

export const replayRows = z.strictObject({ rows: z.array(visibleRow), roll: displayNames })
export type ReplayRows = z.infer<typeof replayRows>
