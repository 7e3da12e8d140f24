// What passes between a page and the server of words that are still being written: the save, its answer, and all of them at once.
// It must not know what the words are for.
import * as z from 'zod/mini'
import { instant } from '../kernel/ids'

/** A draft as the server holds it; `savedAt` is its version. */
export const serverDraft = z.strictObject({ key: z.string(), text: z.string(), savedAt: instant })
export type ServerDraft = z.infer<typeof serverDraft>

/** Nothing here is this person's any more, or never was. */
export const draftsClosed = z.strictObject({ kind: z.literal('closed') })

export const draftsAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open'), drafts: z.array(serverDraft) }),
  draftsClosed,
])

export const draftSaved = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('saved'), savedAt: instant }),
  /** Another device has written since; nothing was changed. */
  z.strictObject({ kind: z.literal('other'), text: z.string(), savedAt: instant }),
  z.strictObject({ kind: z.literal('full') }),
])
export type DraftSaved = z.infer<typeof draftSaved>

export const saveAnswer = z.union([draftSaved, draftsClosed])
export type SaveAnswer = z.infer<typeof saveAnswer>
