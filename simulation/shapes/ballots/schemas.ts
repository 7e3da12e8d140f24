// Commands and events of ballots and of the communiqué they issue.
import * as z from 'zod/mini'
import {
  delegationId,
  list,
  longText,
  MOST_DELEGATIONS,
  perDelegation,
  seatId,
  shortText,
  writtenText,
} from '../../kernel/ids'
import { LIMITS } from '../../kernel/limits'
import { variant } from '../../kernel/variant'

export const VOTES = ['for', 'abstain', 'against'] as const
export const vote = z.enum(VOTES)
export type Vote = z.infer<typeof vote>

const issuedClause = z.strictObject({
  clause: shortText,
  heading: shortText,
  /** The agreed words, or the base with its bracket open. */
  text: longText.check(z.maxLength(9000)),
  standing: list(
    z.strictObject({ delegations: list(delegationId, MOST_DELEGATIONS), text: longText, reason: z.nullable(longText) }),
    MOST_DELEGATIONS,
  ),
  outcome: z.enum(['passed', 'not-passed']),
  votes: perDelegation(z.strictObject({ vote, reason: z.nullable(longText) })),
})
export type IssuedClause = z.infer<typeof issuedClause>

export const ballotsCommands = [
  variant('adviseBallot', { clause: shortText, vote }),
  variant('castBallot', { clause: shortText, vote, reason: z.nullable(writtenText(LIMITS.reason)) }),
] as const

export const ballotsEvents = [
  variant('BallotAdvised', { clause: shortText, seat: seatId, vote }),
  variant('BallotCast', { clause: shortText, delegation: delegationId, vote, reason: z.nullable(longText) }),
  variant('BallotSealed', { clause: shortText, delegation: delegationId }),
  variant('CommuniqueIssued', { clauses: list(issuedClause, 24) }),
] as const

/** Why a command of this topic alone is refused; shapes/verdict.ts has what several topics answer. */
export const ballotsRefusals = [
  'reason-needed', // an Against, or a bracket left standing, needs its reason
] as const
