// The answer to a command: accepted with the rows it makes, or refused with a reason. A reason that one topic alone gives is listed in its
// own file (`refusals`), all others here; each has a sentence under that key in app/_messages/en/refusals.json.
import * as z from 'zod/mini'
import type { NewRow } from './record'
import { ofAll } from './topics'

/** Every reason: first those that several topics give. */
export const REJECTIONS = [
  'room-not-open', // nothing can be done in a room before it is opened, and it is opened once
  'room-closed', // the record is closed; it can be read
  'record-full', // its people can add nothing more to the record (D35)
  'record-at-end', // only its end has space left
  'own-share', // this person has added as much to the record as one may (D36)
  'not-in-this-room', // the sender is no participant of this room
  'not-the-chair', // only the instructor may do this
  'not-seated', // take a seat first
  'removed', // the chair removed this person
  'no-such-seat',
  'unsound-plan', // the parts of a plan do not fit together: it names a delegation that it does not seat
  'seat-empty', // there is nobody in that seat
  'phase-not-running', // no phase is running
  'wrong-phase', // this belongs to another phase
  'phase-ended', // its planned end has passed
  'clock-paused',
  'not-current', // the phase or turn that the command names is over
  'does-not-hold-the-floor',
  'not-own-delegation',
  'no-such-entry',
  'not-a-statement',
  'already-withdrawn',
  'words-given', // somebody else has given that turn its words
  'not-in-caucus', // an observer has no caucus; another delegation's is closed to you
  'not-the-head', // the head of delegation, or whoever acts for an absent one, does this
  'no-such-round',
  'no-such-clause',
  'nothing-changed',
  ...ofAll('refusals'),
] as const
export const rejection = z.enum(REJECTIONS)
export type Rejection = z.infer<typeof rejection>

export type Verdict = { ok: true; rows: readonly NewRow[] } | { ok: false; rejection: Rejection }

export const accept = (...drafts: NewRow[]): Verdict => ({ ok: true, rows: drafts })
export const refuse = (reason: Rejection): Verdict => ({ ok: false, rejection: reason })
