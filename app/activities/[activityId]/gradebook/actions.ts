'use server'
// The gradebook's server action: fills a gradebook file exported from Canvas. The file is not stored.
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { accessActivity, may } from '#server/store/access/access'
import { readGradebook } from '#server/store/marks/gradebook'
import { whoIs } from '#server/web/identity'
import { requireForm } from '#server/web/sent-form'
import { newestRubric } from '#simulation/reading/rubric'
import { type Filled, fillCanvas } from './canvas-fill'
import { gradesOf } from './grades'

const LARGEST_FILE = 900_000

export type FillState = { attempt: number; filled: Filled | { ok: false; fault: 'no-file' | 'too-large' } | null }

export async function fillExport(before: FillState, form: FormData): Promise<FillState> {
  requireForm(form, before)
  const attempt = before.attempt + 1
  const me = await whoIs(await headers())
  const activityId = form.get('activityId')
  const found = me && typeof activityId === 'string' ? await accessActivity(me.user, activityId) : null
  if (!found || !may(found.as, 'take-grade-files')) notFound()
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) return { attempt, filled: { ok: false, fault: 'no-file' } }
  if (file.size > LARGEST_FILE) return { attempt, filled: { ok: false, fault: 'too-large' } }
  const { people, marks, rubrics, grading } = await readGradebook(found.activity)
  const grades = gradesOf(
    people.filter(({ hidden }) => !hidden),
    marks,
    rubrics,
    grading,
  )
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer())
  return { attempt, filled: fillCanvas(text, grades, found.activity.title, newestRubric(rubrics).points) }
}
