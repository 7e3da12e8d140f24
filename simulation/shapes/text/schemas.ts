// Commands and events of the joint text: what is drafted, put forward and brought in, and who stands on which words.
import * as z from 'zod/mini'
import { delegationId, entryNumber, longText, pair, seatId, shortText, tensionKey, writtenText } from '../../kernel/ids'
import { LIMITS } from '../../kernel/limits'
import { variant } from '../../kernel/variant'

/** One wording of a clause: the side that put it forward, and the count of that side's versions of the clause: `north-2`, or `chair-1`. */
export const versionId = z
  .string()
  .check(z.regex(/^[a-z]{2,11}-[1-9]\d{0,2}$/))
  .brand<'VersionId'>()
export type VersionId = z.infer<typeof versionId>

/** How many wordings a clause may have. */
export const MOST_VERSIONS = 60

const clauseWords = writtenText(LIMITS.clause)
/** The version that the writer began from, and the entry whose words were taken over; null where none. */
const sources = { from: z.nullable(versionId), cites: z.nullable(entryNumber) }

export const textCommands = [
  /** `between` shares the draft with the other delegation of a bilateral. */
  variant('draftVersion', { clause: shortText, words: clauseWords, ...sources, between: z.nullable(pair) }),
  /** `drafter` is the seat whose draft it is; null for the head's own words, and the chair's. */
  variant('putForward', { clause: shortText, words: clauseWords, ...sources, drafter: z.nullable(seatId) }),
  variant('bringInClause', {
    heading: writtenText(LIMITS.clauseHeading),
    name: writtenText(LIMITS.clauseName),
    tension: z.nullable(tensionKey),
    words: clauseWords,
  }),
  variant('standOn', {
    clause: shortText,
    version: versionId,
    reason: z.nullable(writtenText(LIMITS.reason)),
  }),
  variant('keepBracket', { clause: shortText, reason: writtenText(LIMITS.reason) }),
  variant('initialClause', { clause: shortText }),
  variant('reopenClause', { clause: shortText, reason: writtenText(LIMITS.reason) }),
] as const

/** The side that acts; null is the chair. */
const side = z.nullable(delegationId)

export const textEvents = [
  variant('VersionDrafted', {
    clause: shortText,
    seat: seatId,
    words: longText,
    ...sources,
    between: z.nullable(pair),
  }),
  /** `seat` is the seat that wrote it; null where the chair did. */
  variant('VersionPutForward', {
    clause: shortText,
    version: versionId,
    delegation: side,
    seat: z.nullable(seatId),
    words: longText,
    ...sources,
  }),
  variant('ClauseBroughtIn', {
    clause: shortText,
    version: versionId,
    delegation: side,
    seat: z.nullable(seatId),
    heading: shortText,
    name: shortText,
    tension: z.nullable(tensionKey),
    words: longText,
  }),
  /** `clean`: all delegations stand on this version now. */
  variant('VersionStoodOn', {
    clause: shortText,
    delegation: delegationId,
    version: versionId,
    reason: z.nullable(longText),
    clean: z.boolean(),
  }),
  variant('BracketKept', { clause: shortText, delegation: delegationId, reason: longText }),
  /** `all`: with this one every head has initialled. */
  variant('ClauseInitialled', { clause: shortText, delegation: delegationId, all: z.boolean() }),
  variant('ClauseReopened', { clause: shortText, seat: z.nullable(seatId), reason: longText }),
] as const

/** Why a command of this topic alone is refused; shapes/verdict.ts has what several topics answer. */
export const textRefusals = [
  'no-such-version',
  'no-such-draft',
  'version-exists', // the clause has these words already: one stands on them
  'too-many-versions',
  'no-more-clauses', // the delegation has brought in as many as the agenda allows
  'clause-not-open', // its words are clean; there is no bracket to leave standing
  'clause-initialled', // all heads have initialled it: it is reopened with a reason first
  'clause-closed', // the debate on it is closed (M5): its versions stay, and no other comes
  'bracket-open', // the words are not clean: they are neither initialled nor voted on
] as const
