// Commands and events of the joint text: what is drafted, put forward and brought in, and who stands on which words, and their part of the
// state of a room: its clauses with their versions, drafts and initials.
import * as z from 'zod/mini'
import { delegationIds } from '../agenda/parties'
import type { ClausePlan, RoomPlan } from '../agenda/plan'
import {
  type DelegationId,
  delegationId,
  entryNumber,
  longText,
  type Pair,
  pair,
  type SeatId,
  seatId,
  shortText,
  type TensionKey,
  tensionKey,
  writtenText,
} from '../kernel/ids'
import { LIMITS } from '../kernel/limits'
import { variant } from '../kernel/variant'

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

export const commands = [
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
/** Of these, what carries text or a considered choice: a page keeps it in its outbox, through a reload too, until the room has it. */
export const kept = ['draftVersion', 'putForward', 'bringInClause', 'standOn', 'keepBracket', 'reopenClause'] as const

/** The side that acts; null is the chair. */
const side = z.nullable(delegationId)

export const events = [
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
export const refusals = [
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

export type Version = Readonly<{
  id: VersionId
  words: string
  /** The side that put it forward; null is the chair. */
  by: DelegationId | null
  /** The seat that wrote it; null for the first words of a side, and for the chair's. */
  seat: SeatId | null
  /** Whether the scenario gave the words: a side's first, and those that an understudy put forward. */
  given: boolean
  from: VersionId | null
  cites: string | null
  at: number
}>

/** Where a delegation stands on a clause; `version` is null where it would sign none of its versions. */
export type Stand = Readonly<{ version: VersionId | null; reason: string | null; at: number }>

/** The newest draft of one seat on a clause, where this reader may hear it. */
export type VersionDraft = Readonly<{
  words: string
  from: VersionId | null
  cites: string | null
  between: Pair | null
  at: number
}>

export type ClauseText = Readonly<{
  key: string
  heading: string
  /** Its short name for the stage; null in plans of before the fourth edition. */
  name: string | null
  tension: TensionKey | null
  anchors: readonly string[]
  /** Who brought it in: a delegation or the chair; null for the scenario. */
  broughtBy: DelegationId | 'chair' | null
  /** The oldest first. */
  versions: readonly Version[]
  stands: Readonly<Record<DelegationId, Stand>>
  drafts: Readonly<Record<SeatId, VersionDraft>>
  /** The delegations whose heads have initialled the clean words. */
  initials: readonly DelegationId[]
}>

export type TextSlice = Readonly<{
  /** In the order in which they are numbered. */
  clauses: readonly ClauseText[]
}>

export const firstVersion = (side: DelegationId | 'chair'): VersionId => versionId.parse(`${side}-1`)

export const start = (plan: RoomPlan, at: number): TextSlice => ({
  clauses: plan.communique.clauses.map((clause) => ({
    key: clause.key,
    heading: clause.heading,
    name: clause.name ?? null,
    tension: clause.tension,
    anchors: clause.anchors,
    broughtBy: null,
    versions: delegationIds(plan).map((by) => ({
      ...{ id: firstVersion(by), words: firstWords(clause, by), by },
      ...{ seat: null, given: true, from: null, cites: null, at },
    })),
    stands: Object.fromEntries(
      delegationIds(plan).map((each) => [each, { version: firstVersion(each), reason: null, at }]),
    ),
    drafts: {},
    initials: [],
  })),
})

/** Q1: the words with which a delegation begins: the clause's base with the delegation's own text in the bracket. */
const firstWords = ({ base, brackets }: ClausePlan, side: DelegationId): string =>
  base.replace('[…]', () => brackets[side] ?? '')
