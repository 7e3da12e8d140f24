// The message by which a page says whose sheet it has open, and hears who has others open.
import * as z from 'zod/mini'
import { instant } from '../kernel/ids'

/** How often an open page says it. */
export const SAYS_EVERY_MS = 30_000

const openSheet = z.strictObject({ participantId: z.string(), name: z.string(), since: instant })
/** A sheet that somebody else has open. */
export type OpenSheet = z.infer<typeof openSheet>

export const openSheets = z.array(openSheet)
