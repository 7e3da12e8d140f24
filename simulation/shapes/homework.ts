// Commands and events of a homework debate: posts and deadlines, and their part of the state of a room: deadlines, sealed posts, and the
// work that was done.
import * as z from 'zod/mini'
import type { Requirement } from '../agenda/plan'
import { asBrief } from '../kernel/as-brief'
import {
  type ActorId,
  actorId,
  anchors,
  type DelegationId,
  delegationId,
  entryNumber,
  instant,
  intent,
  list,
  MOST_PHASES,
  type PersonId,
  personId,
  privateEntry,
  seatId,
  type TensionKey,
  tensionKey,
  writing,
  writtenText,
} from '../kernel/ids'
import { Ledger } from '../kernel/ledger'
import { LIMITS } from '../kernel/limits'
import { handedIn, phaseIndex, publicEntryNumber, type VariantOf, variant } from '../kernel/variant'

/** The most extra time that somebody can have, in percent. */
export const MOST_EXTRA_TIME = 200

/** A statement posted without the floor, on any round, for a phase that may have ended. */
const post = {
  seat: seatId,
  phase: phaseIndex,
  round: tensionKey,
  text: writing,
  intent,
  answers: z.nullable(publicEntryNumber),
  /** To whom a question is put (T9). */
  to: z.optional(delegationId),
  anchors,
  late: z.boolean(),
  asBrief,
  handedIn,
}

export const postStatement = variant('postStatement', {
  phase: phaseIndex,
  round: tensionKey,
  text: writtenText(LIMITS.written),
  intent,
  answers: z.nullable(publicEntryNumber),
  to: z.optional(delegationId),
  anchors,
})

/** When a part opens, where it has still to, and when it is due. */
export const datedPhase = z.strictObject({ phase: phaseIndex, opensAt: z.nullable(instant), dueAt: instant })

/** What the author of a post writes anew. */
const revised = { seat: seatId, text: writing, anchors, asBrief }

/** A thread beside the record, by its id alone; `stands` is false once whoever began it has deleted it. */
const annotated = { annotation: z.string().check(z.regex(/^[\w-]{1,64}$/)), stands: z.boolean() }

export const commands = [
  postStatement,
  /** `entry` is a post's number, that of a sealed one too. */
  variant('reviseStatement', { entry: entryNumber, text: writtenText(LIMITS.written), anchors }),
  variant('moveDeadline', { phase: phaseIndex, dueAt: instant }),
  variant('moveDates', { dates: z.array(datedPhase).check(z.minLength(1), z.maxLength(MOST_PHASES)) }),
  variant('reopenPhase', { phase: phaseIndex, until: instant }),
  variant('grantExtension', { person: personId, phase: phaseIndex, dueAt: instant }),
] as const
/** Of these, what carries text or a considered choice: a page keeps it in its outbox, through a reload too, until the room has it. */
export const kept = ['postStatement'] as const

/** More of each part's length for one person, in percent. */
const extraTime = { person: personId, percent: z.int().check(z.nonnegative(), z.lte(MOST_EXTRA_TIME)) }

export const serverCommands = [
  /** H28: in the name of whoever began a thread beside the record, or deleted it. */
  variant('countAnnotation', annotated),
  /** H32: as the class list says. */
  variant('giveExtraTime', extraTime),
] as const

export const events = [
  variant('PostSealed', { no: privateEntry, ...post }),
  variant('StatementPosted', { ...post, author: actorId, postedAt: instant, unseals: z.nullable(privateEntry) }),
  variant('PostRevised', { no: privateEntry, ...revised }),
  variant('StatementRevised', { entry: publicEntryNumber, ...revised }),
  variant('DeadlineMoved', { phase: phaseIndex, dueAt: instant }),
  variant('DatesMoved', { dates: list(datedPhase, MOST_PHASES) }),
  variant('PhaseReopened', { phase: phaseIndex, until: instant }),
  variant('ExtensionGranted', { person: personId, phase: phaseIndex, dueAt: instant }),
  variant('ExtraTimeGiven', extraTime),
  variant('AnnotationCounted', { person: personId, ...annotated }),
] as const

/** Why a command of this topic alone is refused; shapes/verdict.ts has what several topics answer. */
export const refusals = [
  'no-such-phase',
  'not-homework', // deadlines and posts belong to a homework debate
  'not-open-yet', // its phase has not opened
  'deadline-passed', // it was due, and late work is not taken, or no longer
  'deadline-in-the-past',
  'due-before-it-opens',
  'earlier-part-first', // a part before this one would be due after it
  'later-part-first', // a part after this one would be due before it
  'not-over-yet', // it still runs or is still to come, so that it is no passed part to reopen
  'too-short', // fewer words than the plan asks for (H19)
  'too-long', // more words or letters than the plan takes (H19)
  'post-answered', // somebody has answered or checked it as it stands (H17)
  'words-off', // the chair has taken words of it off
  'never-late', // late work is never taken in this phase (H3), so an extension would give nothing
  'nothing-to-extend', // this person has nothing to hand in for the phase
] as const

export type SealedPost = VariantOf<typeof events, 'PostSealed'> & { author: ActorId; at: number }

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

export const start = (): HomeworkSlice => ({
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
