'use server'
// Server Actions of the grading place. Permission and validity are checked in server/store/marks/grading-place.ts.
import { caller } from '#access'
import { type GradeHistory, readGradeHistory } from '#server/store/marks/grade-history'
import {
  changeGrading,
  type GradingFault,
  giveGradeNote,
  type ReleaseAnswer,
  releaseGrades,
  withdrawGrades,
} from '#server/store/marks/grading-place'
import { answerRegrade as answer } from '#server/store/marks/regrades'
import type { GradeNote } from '#simulation/reading/marks/grades'
import { hiddenName } from '../hidden-name'

/** Keeps a comment on all levels of a student, and whether they took no part. */
export async function saveNote(input: unknown): Promise<GradeNote | null> {
  const me = await caller()
  return me ? giveGradeNote(me, input) : null
}

/** What became of a student's levels; null where they are not the reader's to grade. */
export async function readHistory(input: unknown): Promise<GradeHistory | null> {
  const me = await caller()
  return me ? readGradeHistory(me, input, await hiddenName()) : null
}

/** Shows students their grades as they stand. */
export async function release(input: unknown): Promise<ReleaseAnswer> {
  const me = await caller()
  return me ? releaseGrades(me, input) : { ok: false, fault: 'not-found' }
}

/** Takes one release back. */
export async function withdraw(input: unknown): Promise<boolean> {
  const me = await caller()
  return me !== null && (await withdrawGrades(me, input))
}

/** Answers a student who asked for a regrade, with the level that counts. */
export async function answerRegrade(input: unknown): Promise<'not-found' | 'other-level' | 'answered' | null> {
  const me = await caller()
  return me ? answer(me, input) : 'not-found'
}

/** Keeps how the activity is graded. */
export async function saveGrading(input: unknown): Promise<GradingFault | null> {
  const me = await caller()
  return me ? changeGrading(me, input) : 'not-found'
}
