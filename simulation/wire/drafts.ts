// The messages by which a page saves a draft on the server and reads all of a person's drafts back.
import * as z from 'zod/mini'
import { instant } from '../kernel/ids'

/** A draft as stored on the server. `savedAt` is its version: a save that names an older one is answered `other`. */
const serverDraft = z.strictObject({ key: z.string(), text: z.string(), savedAt: instant })
export type ServerDraft = z.infer<typeof serverDraft>

/** The person is not, or no longer, a participant of this room: nothing is saved or read. */
const draftsClosed = z.strictObject({ kind: z.literal('closed') })

export const draftsAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open'), drafts: z.array(serverDraft) }),
  draftsClosed,
])

const draftSaved = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('saved'), savedAt: instant }),
  /** Another device has saved since; nothing was changed, and its text is returned. */
  z.strictObject({ kind: z.literal('other'), text: z.string(), savedAt: instant }),
  z.strictObject({ kind: z.literal('full') }),
])
export type DraftSaved = z.infer<typeof draftSaved>

export const saveAnswer = z.union([draftSaved, draftsClosed])
export type SaveAnswer = z.infer<typeof saveAnswer>
