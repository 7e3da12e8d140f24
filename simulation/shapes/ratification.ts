// Commands and events of ratification: what members vote at home, what the chair decides instead, and the cards as they are turned, and
// their part of the state of a room: votes at home as far as this reader hears them, and the cards as turned.
import * as z from 'zod/mini'
import { CARDS_DEALT } from '../agenda/home-cards'
import {
  type DelegationId,
  delegationId,
  list,
  longText,
  MOST_CHAIRS,
  MOST_DELEGATIONS,
  type SeatId,
  seatId,
  shortText,
  writtenText,
} from '../kernel/ids'
import { LIMITS } from '../kernel/limits'
import { variant } from '../kernel/variant'

export const homeVote = z.enum(['ratify', 'refuse'])
export type HomeVote = z.infer<typeof homeVote>

const judgedSide = z.strictObject({
  delegation: delegationId,
  cards: list(
    z.strictObject({
      holder: shortText,
      asks: shortText,
      /** What the rules found; null where people judged it. */
      met: z.nullable(z.boolean()),
    }),
    CARDS_DEALT,
  ),
  /** What counted, by office, and the offices of members who voted nothing (null). */
  votes: list(z.strictObject({ seat: seatId, vote: z.nullable(homeVote), reason: z.nullable(longText) }), MOST_CHAIRS),
  /** `not-signed`: it agreed to no clause, so that it had nothing to ratify. */
  outcome: z.enum(['ratified', 'refused', 'not-signed']),
  /** Who decided; `signature` is that of a head who voted nothing. Null where there was nothing to ratify. */
  by: z.nullable(z.enum(['members', 'head', 'signature', 'chair'])),
  /** Why the chair decided so. */
  reason: z.nullable(longText),
})
export type JudgedSide = z.infer<typeof judgedSide>

export const commands = [
  variant('voteRatification', { vote: homeVote, reason: z.nullable(writtenText(LIMITS.homeReason)) }),
  variant('decideRatification', {
    delegation: delegationId,
    ratified: z.boolean(),
    reason: writtenText(LIMITS.homeReason),
  }),
] as const
/** Of these, what carries text or a considered choice: a page keeps it in its outbox, through a reload too, until the room has it. */
export const kept = ['voteRatification', 'decideRatification'] as const

export const events = [
  /** `seat` is the first of its office. */
  variant('RatificationVoted', {
    seat: seatId,
    delegation: delegationId,
    vote: homeVote,
    reason: z.nullable(longText),
  }),
  variant('RatificationSealed', { seat: seatId, delegation: delegationId }),
  variant('RatificationDecided', { delegation: delegationId, ratified: z.boolean(), reason: longText }),
  variant('CardsTurned', { sides: list(judgedSide, MOST_DELEGATIONS) }),
] as const

/** Why a command of this topic alone is refused; shapes/verdict.ts has what several topics answer. */
export const refusals = [
  'nothing-to-ratify', // the delegation agreed to no clause
  'refusal-needs-reason', // a member who refuses says why
] as const

/** `vote` is null for whoever hears only that it is sealed. */
export type SealedVote = Readonly<{
  vote: HomeVote | null
  reason: string | null
  /** An understudy's. */
  scripted: boolean
  at: number
}>

export type RatificationSlice = Readonly<{
  /** By the first seat of the office. */
  homeVotes: Readonly<Record<SeatId, SealedVote>>
  /** What the chair decided instead. */
  homeDecided: Readonly<Partial<Record<DelegationId, { ratified: boolean; reason: string }>>>
  turned: Readonly<{ at: number; sides: readonly JudgedSide[] }> | null
}>

export const start = (): RatificationSlice => ({ homeVotes: {}, homeDecided: {}, turned: null })
