// What a person has typed for a clause on this device, and what it began from.
import * as z from 'zod/mini'
import { entryNumber, seatId } from '#simulation/kernel/ids'
import { LIMITS } from '#simulation/kernel/limits'
import { versionId } from '#simulation/shapes/text'

/** `cites`: the entry whose words were taken over; absent in what an older page has kept. */
export const versionDraft = z.strictObject({
  text: z.string().check(z.maxLength(LIMITS.clause)),
  from: z.nullable(versionId),
  drafter: z.nullable(seatId),
  cites: z.optional(z.nullable(entryNumber)),
})
export type TypedVersion = z.infer<typeof versionDraft>
export const NO_WORDS: TypedVersion = { text: '', from: null, drafter: null, cites: null }
