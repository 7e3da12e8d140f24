// Ballots, and the text they issue.
// The shapes of its commands and events; it must not know who may ask or who hears.
import * as z from 'zod/mini'
import { delegationId, line, list, MOST_DELEGATIONS, passage, perDelegation, seatId, words } from '../../kernel/ids'
import { shape } from '../../kernel/shape'

export const VOTES = ['for', 'abstain', 'against'] as const
export const vote = z.enum(VOTES)
export type Vote = z.infer<typeof vote>

export const issuedClause = z.strictObject({
  clause: line,
  heading: line,
  /** The agreed words, or the base with its bracket open. */
  text: passage.check(z.maxLength(9000)),
  standing: list(
    z.strictObject({ delegations: list(delegationId, MOST_DELEGATIONS), text: passage, reason: z.nullable(passage) }),
    MOST_DELEGATIONS,
  ),
  outcome: z.enum(['passed', 'not-passed']),
  votes: perDelegation(z.strictObject({ vote, reason: z.nullable(passage) })),
})
export type IssuedClause = z.infer<typeof issuedClause>

export const ballotsCommands = [
  shape('adviseBallot', { clause: line, vote }),
  shape('castBallot', { clause: line, vote, reason: z.nullable(words(300)) }),
] as const

export const ballotsEvents = [
  shape('BallotAdvised', { clause: line, seat: seatId, vote }),
  shape('BallotCast', { clause: line, delegation: delegationId, vote, reason: z.nullable(passage) }),
  shape('BallotSealed', { clause: line, delegation: delegationId }),
  shape('CommuniqueIssued', { clauses: list(issuedClause, 24) }),
] as const
