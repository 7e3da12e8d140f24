'use server'
// The roster page's server action: checks or saves the typed list. A list with a fault is not saved.
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { runInWorker } from '#server/jobs/worker-queue'
import { accessCourse } from '#server/store/access/access'
import { rowId } from '#server/store/access/row-id'
import { longestRoster, mostPasted, type RosterRead } from '#server/store/courses/pasted-roster'
import { writeRoster } from '#server/store/courses/roster'
import { whoIs } from '#server/web/identity'
import { typedText } from '#server/web/typed-text'

export type RosterState = {
  attempt: number
  text: string
  /** What was parsed from the text, once it has been checked. */
  read: RosterRead | null
  outcome: { kind: 'saved'; count: number } | { kind: 'too-long' | 'too-much'; most: number } | { kind: 'over' } | null
}

const Typed = z.object({
  courseId: rowId,
  text: typedText(1_000_000),
  step: z.enum(['check', 'save']),
})

export async function judgeRoster(before: RosterState, form: FormData): Promise<RosterState> {
  const attempt = before.attempt + 1
  const me = await whoIs(await headers())
  const given = Typed.safeParse(Object.fromEntries(form))
  if (!me || !given.success || !(await accessCourse(me.user, given.data.courseId, 'edit-roster'))) notFound()
  const { courseId, step } = given.data
  // Forms send CRLF; the answer must equal the field's text, which has LF.
  const text = given.data.text.replace(/\r\n?/g, '\n')
  if (text.length > mostPasted) return { attempt, text, read: null, outcome: { kind: 'too-much', most: longestRoster } }
  const read = await runInWorker({ kind: 'roster', text })
  if (read === 'over') return { attempt, text, read: null, outcome: { kind: 'over' } }
  if (read.places.length > longestRoster)
    return { attempt, text, read, outcome: { kind: 'too-long', most: longestRoster } }
  if (step === 'check' || read.faults.length > 0) return { attempt, text, read, outcome: null }
  await writeRoster(courseId, read.places)
  return { attempt, text, read, outcome: { kind: 'saved', count: read.places.length } }
}
