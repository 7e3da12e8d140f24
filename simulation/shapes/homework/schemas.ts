// Commands and events of a homework debate: posts and deadlines.
import * as z from 'zod/mini'
import { asBrief } from '../../kernel/as-brief'
import {
  actorId,
  anchors,
  delegationId,
  entryNumber,
  instant,
  intent,
  list,
  MOST_PHASES,
  personId,
  privateEntry,
  seatId,
  tensionKey,
  writing,
  writtenText,
} from '../../kernel/ids'
import { LIMITS } from '../../kernel/limits'
import { handedIn, phaseIndex, publicEntryNumber, variant } from '../../kernel/variant'

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

export const homeworkCommands = [
  postStatement,
  /** `entry` is a post's number, that of a sealed one too. */
  variant('reviseStatement', { entry: entryNumber, text: writtenText(LIMITS.written), anchors }),
  variant('moveDeadline', { phase: phaseIndex, dueAt: instant }),
  variant('moveDates', { dates: z.array(datedPhase).check(z.minLength(1), z.maxLength(MOST_PHASES)) }),
  variant('reopenPhase', { phase: phaseIndex, until: instant }),
  variant('grantExtension', { person: personId, phase: phaseIndex, dueAt: instant }),
] as const

/** More of each part's length for one person, in percent. */
const extraTime = { person: personId, percent: z.int().check(z.nonnegative(), z.lte(MOST_EXTRA_TIME)) }

export const homeworkServerCommands = [
  /** H28: in the name of whoever began a thread beside the record, or deleted it. */
  variant('countAnnotation', annotated),
  /** H32: as the class list says. */
  variant('giveExtraTime', extraTime),
] as const

export const homeworkEvents = [
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
export const homeworkRefusals = [
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
