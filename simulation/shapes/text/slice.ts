// The part of a room's state that the events of the joint text change: its clauses with their versions, drafts and initials.
import { delegationIds } from '../../agenda/parties'
import type { ClausePlan, RoomPlan } from '../../agenda/plan'
import type { DelegationId, Pair, SeatId, TensionKey } from '../../kernel/ids'
import { type VersionId, versionId } from './schemas'

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

export const textStart = (plan: RoomPlan, at: number): TextSlice => ({
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
