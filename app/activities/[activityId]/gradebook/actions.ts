'use server'
// The gradebook's server actions: one fills a gradebook file exported from Canvas, which is not stored; one keeps in the grades whoever was taken out.
import { notFound } from 'next/navigation'
import { caller } from '#access'
import { accessActivity, may } from '#server/store/access/access'
import { readGradebook } from '#server/store/marks/gradebook'
import { keepInGrades as keep } from '#server/store/marks/grading-place'
import { requireForm } from '#server/web/sent-form'
import { newestRubric } from '#simulation/reading/rubric'
import { type Filled, fillCanvas } from './canvas-fill'
import { gradesOf } from './grades'

const LARGEST_FILE = 900_000

export type FillState = { attempt: number; filled: Filled | { ok: false; fault: 'no-file' | 'too-large' } | null }

/** Lets the grade of somebody who was taken out count, or not. */
export async function keepInGrades(input: unknown): Promise<boolean> {
  const me = await caller()
  return me !== null && (await keep(me, input))
}

export async function fillExport(before: FillState, form: FormData): Promise<FillState> {
  requireForm(form, before)
  const attempt = before.attempt + 1
  const me = await caller()
  const activityId = form.get('activityId')
  const found = me && typeof activityId === 'string' ? await accessActivity(me, activityId) : null
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
