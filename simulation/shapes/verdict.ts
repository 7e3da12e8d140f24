// The answer to a command: accepted with the rows it makes, or refused with one of the reasons listed here. Each reason has a sentence
// under that key in app/_messages.
import * as z from 'zod/mini'
import type { NewRow } from './record'

export const REJECTIONS = [
  'room-not-open', // nothing can be done in a room before it is opened, and it is opened once
  'room-closed', // the record is closed; it can be read
  'not-in-this-room', // the sender is no participant of this room
  'not-the-chair', // only the instructor may do this
  'not-seated', // take a seat first
  'removed', // the chair removed this person
  'no-such-seat',
  'no-such-delegation',
  'unsound-plan', // the parts of a plan do not fit together: it names a delegation that it does not seat
  'seat-taken',
  'seat-kept', // the chair keeps it for somebody of the roster
  'already-seated',
  'seats-changed', // somebody has been moved since the step that this would take back
  'seating-locked', // the chair has locked the seats
  'seating-started', // the first phase has started: only the chair changes seats
  'seats-by-lot', // seats are drawn by lot here, and nobody chooses
  'seats-by-chair', // the chair places everyone
  'other-delegation', // a person who has sat in one delegation comes into another only by the chair
  'no-seat-free',
  'seat-empty', // there is nobody in that seat
  'no-such-phase',
  'phase-not-running', // no phase is running
  'wrong-phase', // this belongs to another phase
  'phase-ended', // its planned end has passed
  'clock-paused',
  'clock-not-paused',
  'not-current', // the phase or turn that the command names is over
  'agenda-finished',
  'floor-taken', // somebody holds the floor
  'floor-not-held', // nobody holds it
  'does-not-hold-the-floor',
  'hand-already-up',
  'hand-not-up',
  'not-own-delegation',
  'no-such-entry',
  'not-a-statement',
  'not-own-statement',
  'already-withdrawn',
  'no-such-turn', // no finished turn without a statement has this number
  'not-your-turn', // its words are its speaker's, a scribe's, or the delegate's whom the speaker named
  'words-given', // somebody else has given that turn its words
  'not-an-observer', // tasks are for observers' seats
  'not-your-task', // an observer does the task of their seat
  'understudies-wait', // they speak when the chair calls them
  'not-in-caucus', // an observer has no caucus; another delegation's is closed to you
  'not-the-head', // the head of delegation, or whoever acts for an absent one, does this
  'no-such-round',
  'not-filing-now', // this round's position cannot be filed in this phase
  'no-such-clause',
  'clause-not-open', // its words are agreed; there is no bracket to leave standing
  'reason-needed', // an Against, or a bracket left standing, needs its reason
  'no-such-inject',
  'already-sent',
  'no-such-call',
  'already-answered',
  'nothing-to-undo',
  'nothing-to-strike', // no words stand there that could be taken off
  'nothing-to-put-back', // the chair has taken nothing off there
  'not-heard', // one reports what one hears
  'already-reported',
  'no-open-report', // nobody waits for an answer about this line
  'nothing-changed',
  'empty-words',
  'not-homework', // deadlines and posts belong to a homework debate
  'not-open-yet', // its phase has not opened
  'deadline-passed', // it was due, and late work is not taken, or no longer
  'deadline-in-the-past',
  'due-before-it-opens',
  'earlier-part-first', // a part before this one would be due after it
  'later-part-first', // a part after this one would be due before it
  'never-late', // late work is never taken in this phase (H3), so an extension would give nothing
  'nothing-to-extend', // this person has nothing to hand in for the phase
] as const
export const rejection = z.enum(REJECTIONS)
export type Rejection = z.infer<typeof rejection>

export type Verdict = { ok: true; rows: readonly NewRow[] } | { ok: false; rejection: Rejection }

export const accept = (...drafts: NewRow[]): Verdict => ({ ok: true, rows: drafts })
export const refuse = (reason: Rejection): Verdict => ({ ok: false, rejection: reason })
