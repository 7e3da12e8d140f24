// Commands and events of hearing: what a person may have meant by an entry, as it is offered to them where understudies answer, and what
// they say that they meant (rules U20, U21); and their part of the state of a room.
import * as z from 'zod/mini'
import { list, longText, personId, shortText } from '../kernel/ids'
import { publicEntryNumber, variant } from '../kernel/variant'

/** How many claims are offered at most. */
export const MOST_OFFERED = 5

/** A claim of the scenario as it is offered: its key, and its wording. */
const offeredClaim = z.strictObject({
  key: shortText,
  text: longText,
  /** A mistake about a fact is offered as one, to its speaker alone. */
  mistaken: z.boolean(),
})
export type OfferedClaim = z.infer<typeof offeredClaim>

/** Who chose a claim from a text: the matcher of the rules, or the listener that the operator has set. */
export const EARS = ['matcher', 'listener'] as const

const offered = {
  entry: publicEntryNumber,
  /** The likeliest first. */
  claims: list(offeredClaim, MOST_OFFERED),
  /** The claim that the listener chose, null where it says that none fits; of no meaning where the matcher decides. */
  chosen: z.nullable(shortText),
  ear: z.enum(EARS),
}

export const commands = [
  /** Null: none of those that were offered. */
  variant('nameClaim', { entry: publicEntryNumber, claim: z.nullable(shortText) }),
] as const

/** Submitted for the room's understudies, once for each entry that they may answer. */
export const serverCommands = [variant('offerClaims', offered)] as const

export const events = [
  variant('ClaimsOffered', { person: personId, ...offered }),
  variant('ClaimNamed', { person: personId, entry: publicEntryNumber, claim: z.nullable(shortText) }),
] as const

/** Why a command of this topic alone is refused; shapes/verdict.ts has what several topics answer. */
export const refusals = [
  'not-own-entry', // what was meant by an entry says whoever made it
  'claim-not-offered',
  'claim-named', // it was said before
] as const

/** What is known of the meaning of an entry besides its words. */
export type Meant = Readonly<{
  claims: readonly OfferedClaim[]
  chosen: string | null
  ear: (typeof EARS)[number]
  /** What its speaker has said, and when; null until then. */
  named: Readonly<{ claim: string | null; at: number }> | null
}>

export type HearingSlice = Readonly<{
  /** By the number of the entry. A page knows of its reader's own alone; the chair's of all. */
  meant: Readonly<Record<number, Meant>>
}>

export const start = (): HearingSlice => ({ meant: {} })
