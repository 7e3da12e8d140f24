// The part of a room's state that the events of strikes change: words taken off, and lines reported.
import type { ActorId, PersonId } from '../../kernel/ids'
import type { ReportReason, StrikeReason } from './schemas'

/** Words that the chair took off, and has not put back. */
export type Strike = Readonly<{
  /** The row that took them off. */
  seq: number
  at: number
  actor: ActorId
  reason: StrikeReason
  count: number
  /** Whose words they were. */
  of: ActorId
}>

/** A line that a person reported to the chair. */
export type LineReport = Readonly<{
  entry: string
  person: PersonId
  reason: ReportReason
  text: string | null
  at: number
  answer: Readonly<{ how: 'struck' | 'left'; at: number }> | null
}>

export type StrikesSlice = Readonly<{
  /** What the chair has taken off, by what names it (`wordsPlace`), the oldest first. */
  strikes: Readonly<Record<string, readonly Strike[]>>
  /** The reports that this reader may know of: the chair of all, a person of their own. */
  reports: readonly LineReport[]
}>

export const strikesStart = (): StrikesSlice => ({
  strikes: {},
  reports: [],
})
