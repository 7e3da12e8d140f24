'use server'
// Server Actions by which people write beside a record. Permission and validity are checked in server/store/records/annotations.ts.
import { caller } from '#access'
import { annotate, answerThread, deleteComment, hideComment } from '#server/store/records/annotations'
import type { Person } from '#server/web/identity'
import type { AnnotationFault } from '#simulation/reading/record/annotations'

export const saveThread = async (input: unknown): Promise<AnnotationFault | null> =>
  asked((user) => annotate(user, input), 'not-found')

export const saveAnswer = async (input: unknown): Promise<AnnotationFault | null> =>
  asked((user) => answerThread(user, input), 'not-found')

export const removeComment = async (input: unknown): Promise<boolean> =>
  asked((user) => deleteComment(user, input), false)

/** Hides a comment with a reason, or without one shows it again. */
export const setHidden = async (input: unknown): Promise<boolean> => asked((user) => hideComment(user, input), false)

async function asked<Answer>(work: (user: Person) => Promise<Answer>, otherwise: Answer): Promise<Answer> {
  const me = await caller()
  return me ? work(me) : otherwise
}
