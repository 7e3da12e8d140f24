// Commands and events of offers: a package across clauses between two delegations (rules Q15–Q18), and their part of the state of a room:
// the offers that this reader may hear.
import * as z from 'zod/mini'
import {
  type DelegationId,
  delegationId,
  list,
  longText,
  MOST_CLAUSES,
  pair,
  privateEntry,
  seatId,
  shortText,
  writtenText,
} from '../kernel/ids'
import { LIMITS } from '../kernel/limits'
import { variant } from '../kernel/variant'
import { versionId } from './text'

/** The versions on which one side would stand, one a clause at most. */
const stands = list(z.strictObject({ clause: shortText, version: versionId }), MOST_CLAUSES)
export type OfferedStands = z.infer<typeof stands>

export const ANSWERS = ['accepted', 'refused', 'withdrawn', 'countered'] as const

export const commands = [
  /** `ours` is where the offering side would stand, `theirs` where the other. `counters` is the offer that this one answers. */
  variant('makeOffer', {
    to: delegationId,
    ours: stands,
    theirs: stands,
    words: z.nullable(writtenText(LIMITS.offer)),
    counters: z.nullable(privateEntry),
  }),
  variant('answerOffer', { no: privateEntry, accept: z.boolean() }),
  variant('withdrawOffer', { no: privateEntry }),
] as const
/** Of these, what carries text or a considered choice: a page keeps it in its outbox, through a reload too, until the room has it. */
export const kept = ['makeOffer'] as const

export const events = [
  variant('OfferMade', {
    no: privateEntry,
    seat: seatId,
    delegation: delegationId,
    to: delegationId,
    ours: stands,
    theirs: stands,
    words: z.nullable(longText),
    counters: z.nullable(privateEntry),
  }),
  variant('OfferAnswered', { no: privateEntry, seat: seatId, answer: z.enum(ANSWERS) }),
  /** What an accepted offer changes, for all at one instant; `clean` are the clauses on which all stand on one version now. */
  variant('StandsTraded', {
    between: pair,
    moves: list(z.strictObject({ delegation: delegationId, clause: shortText, version: versionId }), 2 * MOST_CLAUSES),
    clean: list(shortText, MOST_CLAUSES),
  }),
] as const

/** Why a command of this topic alone is refused; shapes/verdict.ts has what several topics answer. */
export const refusals = [
  'no-such-offer',
  'offer-over', // it was answered, withdrawn, or lapsed with its phase
  'offer-open', // one offer at a time between two sides, in one direction
  'offers-nothing', // an offer asks each side for one move at least
  'not-to-oneself', // an offer is made to another delegation
] as const

export type Offer = Readonly<{
  /** Its number as a private entry. */
  no: string
  from: DelegationId
  to: DelegationId
  ours: OfferedStands
  theirs: OfferedStands
  words: string | null
  counters: string | null
  /** It lapses with this phase. */
  phase: number
  at: number
  /** Null while nobody has answered it. */
  answer: (typeof ANSWERS)[number] | null
}>

export type OffersSlice = Readonly<{ offers: readonly Offer[] }>

export const start = (): OffersSlice => ({ offers: [] })
