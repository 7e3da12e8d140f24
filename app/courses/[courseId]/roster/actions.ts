'use server'
// What the roster page sends: the list as typed, to be checked or to be kept. A list with a fault is never kept.
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { whoIs } from '#server/identity'
import { accessCourse } from '#server/store/access'
import { longestRoster, type RosterFault, type RosterLine, readPastedRoster, writeRoster } from '#server/store/roster'
import { rowId } from '#server/store/row-id'

export type RosterState = {
  attempt: number
  text: string
  /** What was read of the text, once it has been checked. */
  read: { places: RosterLine[]; faults: RosterFault[] } | null
  outcome: { kind: 'saved'; count: number } | { kind: 'too-long'; most: number } | null
}

const Typed = z.object({
  courseId: rowId,
  text: z.string().max(500_000),
  step: z.enum(['check', 'save']),
})

export async function judgeRoster(before: RosterState, form: FormData): Promise<RosterState> {
  const attempt = before.attempt + 1
  const me = await whoIs(await headers())
  const typed = Typed.safeParse(Object.fromEntries(form))
  if (!me || !typed.success || !(await accessCourse(me.user, typed.data.courseId, 'edit-roster'))) notFound()
  const { courseId, step } = typed.data
  // A form sends its line ends as CRLF; what comes back must equal what stands in the field.
  const text = typed.data.text.replace(/\r\n?/g, '\n')
  const read = readPastedRoster(text)
  if (read.places.length > longestRoster)
    return { attempt, text, read, outcome: { kind: 'too-long', most: longestRoster } }
  if (step === 'check' || read.faults.length > 0) return { attempt, text, read, outcome: null }
  await writeRoster(courseId, read.places)
  return { attempt, text, read, outcome: { kind: 'saved', count: read.places.length } }
}
