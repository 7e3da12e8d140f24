// Commands and events of ballots and of the joint text that they issue, and their part of the state of a room: advice and votes on each
// clause, and the text as issued.
import * as z from 'zod/mini'
import {
  type DelegationId,
  delegationId,
  list,
  longText,
  MOST_CLAUSES,
  MOST_DELEGATIONS,
  perDelegation,
  type SeatId,
  seatId,
  shortText,
  writtenText,
} from '../kernel/ids'
import { LIMITS } from '../kernel/limits'
import { variant } from '../kernel/variant'
import { versionId } from './text'

/** `reserved` is a vote for, with a reservation beside the signature. */
export const VOTES = ['for', 'reserved', 'abstain', 'against'] as const
export const vote = z.enum(VOTES)
export type Vote = z.infer<typeof vote>

const issuedClause = z.strictObject({
  clause: shortText,
  heading: shortText,
  /** The clean words; empty where a bracket stood open. Before the fourth edition the clause's base, with its bracket open. */
  text: longText.check(z.maxLength(9000)),
  /** The clean version; absent where a bracket stood open, and before the fourth edition. */
  version: z.optional(versionId),
  /** Where a bracket stood open, the words on which each side stood, empty where it stood on none. Before the fourth edition its text in the bracket alone. */
  standing: list(
    z.strictObject({
      delegations: list(delegationId, MOST_DELEGATIONS),
      text: longText,
      version: z.optional(versionId),
      reason: z.nullable(longText),
    }),
    MOST_DELEGATIONS,
  ),
  outcome: z.enum(['passed', 'not-passed']),
  votes: perDelegation(z.strictObject({ vote, reason: z.nullable(longText) })),
})
export type IssuedClause = z.infer<typeof issuedClause>

export const commands = [
  variant('adviseBallot', { clause: shortText, vote }),
  /** One clause, or all that are put to the vote at once. */
  variant('castBallot', {
    clauses: list(shortText, MOST_CLAUSES).check(z.minLength(1)),
    vote,
    reason: z.nullable(writtenText(LIMITS.reason)),
  }),
] as const
/** Of these, what carries text or a considered choice: a page keeps it in its outbox, through a reload too, until the room has it. */
export const kept = ['adviseBallot', 'castBallot'] as const

export const events = [
  variant('BallotAdvised', { clause: shortText, seat: seatId, vote }),
  variant('BallotCast', { clause: shortText, delegation: delegationId, vote, reason: z.nullable(longText) }),
  variant('BallotSealed', { clause: shortText, delegation: delegationId }),
  variant('CommuniqueIssued', { clauses: list(issuedClause, MOST_CLAUSES) }),
] as const

/** Why a command of this topic alone is refused; shapes/verdict.ts has what several topics answer. */
export const refusals = [
  'reason-needed', // a vote against needs its reason, and a reservation its words
] as const

export type Ballot = Readonly<{ sealedAt: number; vote: Vote | null; reason: string | null }>

/** What was advised and cast on one clause. */
export type ClauseVotes = Readonly<{
  advice: Readonly<Record<SeatId, Vote>>
  ballots: Readonly<Partial<Record<DelegationId, Ballot>>>
}>

export type BallotsSlice = Readonly<{
  /** By clause. */
  votes: Readonly<Record<string, ClauseVotes>>
  issued: { at: number; clauses: readonly IssuedClause[] } | null
}>

export const start = (): BallotsSlice => ({
  votes: {},
  issued: null,
})
