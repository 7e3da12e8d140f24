// The part of a room's state that the events of homework change: deadlines, sealed posts, and the work that was done.
import type { Requirement } from '../../agenda/plan'
import type { ActorId, DelegationId, PersonId, TensionKey } from '../../kernel/ids'
import { Ledger } from '../../kernel/ledger'
import type { VariantOf } from '../../kernel/variant'
import type { homeworkEvents } from './schemas'

export type SealedPost = VariantOf<typeof homeworkEvents, 'PostSealed'> & { author: ActorId; at: number }

/** One thing a person did that a homework phase may ask for (H7). It is counted, never marked. */
export type WorkItem = Readonly<{
  by: PersonId
  what: Requirement['what']
  phase: number
  round: TensionKey | null
  /** The delegation it answers. */
  to: DelegationId | null
  /** What was done, where doing it again replaces it and counts once; null where each time is work of its own. */
  piece: string | null
  at: number
  anchors: number
  /** The number under which its writer could withdraw it: a post's, or the one it had while it was sealed. */
  entry: string | null
  /** Whether the deadline handed it in (H14). */
  handedIn: boolean
}>

/** What a post said before, the oldest first, and when it was written as it stands (H17). */
export type Revised = Readonly<{ at: number; before: readonly string[] }>

export type HomeworkSlice = Readonly<{
  /** Homework, by phase: deadlines as the chair moved them, and when the chair ended a phase before its deadline. */
  moved: Readonly<Record<number, number>>
  /** Homework, by phase: when it opens, where the chair moved that along, and until when a passed one was reopened. */
  openings: Readonly<Record<number, number>>
  reopened: Readonly<Record<number, number>>
  /** Homework: extensions, by `person/phase`. */
  extensions: Readonly<Record<string, number>>
  /**
   * When each of them was given last, and how often: a calendar takes over what has a higher number. `byName` where somebody ever gave it
   * to this person, and not their extra time alone (H32).
   */
  extended: Readonly<Record<string, Readonly<{ at: number; times: number; byName: boolean }>>>
  /** By person, how much of a part's length they have beside it, in percent, the most they ever had, and since when (H32). */
  extraTime: Readonly<Record<string, Readonly<{ percent: number; most: number; at: number }>>>
  /** Homework: posts that are still sealed, as far as this reader may hear them (H6). */
  posts: readonly SealedPost[]
  /** By a post's number, or the one it had while it was sealed: what stood there before it was revised. */
  revised: Readonly<Record<string, Revised>>
  /** The annotations that were counted and that their writers have deleted since. */
  uncounted: readonly string[]
  /** What each person has done that a homework phase may ask for. */
  work: Ledger<WorkItem>
}>

export const homeworkStart = (): HomeworkSlice => ({
  moved: {},
  openings: {},
  reopened: {},
  extensions: {},
  extended: {},
  extraTime: {},
  posts: [],
  revised: {},
  uncounted: [],
  work: Ledger.empty(),
})
