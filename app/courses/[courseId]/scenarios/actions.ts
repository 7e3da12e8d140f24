'use server'
// The server actions on scenarios that staff write: begin one, save what is written, read an older version, share and shelve. The demo is
// everybody's, so its people write none.
import { revalidatePath } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { caller } from '#access'
import { scenariosPath, writtenScenarioPath } from '#paths'
import { typedText } from '#server/base/text-schema'
import { accessCourse } from '#server/store/access/access'
import { rowId } from '#server/store/access/row-id'
import { isDemoPerson } from '#server/store/people/demo-person'
import {
  accessWritten,
  beginWriting,
  type Maker,
  readVersion,
  saveWriting,
  scenarioReach,
  shareWritten,
  shelveWritten,
} from '#server/store/scenarios/written'
import { requireForm } from '#server/web/sent-form'
import type { Crossing } from '#simulation/scenario/authoring/join-writings'
import { OUTLINE_MOST } from '#simulation/scenario/authoring/outline-bounds'
import { type Writing, writing, writingLanguage } from '#simulation/scenario/authoring/writing'

async function makerIn(courseId: unknown): Promise<Maker> {
  const me = await caller()
  const id = rowId.safeParse(courseId)
  const found = me && id.success && !isDemoPerson(me) ? await accessCourse(me, id.data, 'make-activity') : null
  return me && found ? { me, courseId: found.course.id } : notFound()
}

/** The scenario that a form names, where this person may write on it. */
async function writtenIn(form: FormData) {
  const maker = await makerIn(form.get('courseId'))
  const id = rowId.safeParse(form.get('scenarioId'))
  const found = id.success ? await accessWritten(maker, id.data) : null
  return found ? { maker, found } : notFound()
}

const begun = z.object({ title: typedText(OUTLINE_MOST.label), language: writingLanguage })

export async function beginScenario(
  before: { fault: 'no-title' | null },
  form: FormData,
): Promise<{ fault: 'no-title' | null }> {
  requireForm(form, before)
  const maker = await makerIn(form.get('courseId'))
  const typed = begun.safeParse({ title: form.get('title'), language: form.get('language') })
  const title = typed.success ? typed.data.title.trim() : ''
  if (!typed.success || title === '') return { fault: 'no-title' }
  redirect(writtenScenarioPath(maker.courseId, await beginWriting(maker, title, typed.data.language)))
}

const toSave = z.strictObject({
  ...{ courseId: rowId, scenarioId: rowId, version: z.int().min(1) },
  ...{ base: writing, own: writing },
})

/** `gone`: it is not this person's to write on any more. `unreadable`: what was sent, or both authors' rows together, are no scenario. */
export type SaveAnswer =
  | { ok: true; version: number; own: Writing; crossings: readonly Crossing[] }
  | { ok: false; fault: 'gone' | 'unreadable' }

/** Saves what is written; the answer holds what now stands, with what another author wrote meanwhile. */
export async function saveThisWriting(input: unknown): Promise<SaveAnswer> {
  const sent = toSave.safeParse(input)
  if (!sent.success) return { ok: false, fault: 'unreadable' }
  const { courseId, scenarioId, ...words } = sent.data
  const maker = await makerIn(courseId)
  if (!(await accessWritten(maker, scenarioId))) return { ok: false, fault: 'gone' }
  const saved = await saveWriting(maker, scenarioId, words)
  return saved ? { ok: true, ...saved } : { ok: false, fault: 'unreadable' }
}

const toRead = z.strictObject({ courseId: rowId, scenarioId: rowId, version: z.int().min(0) })

/** What stands in a version, or with version 0 now; null where there is none for this person. */
export async function readThisVersion(input: unknown): Promise<{ version: number; own: Writing } | null> {
  const asked = toRead.safeParse(input)
  if (!asked.success) return null
  const { courseId, scenarioId, version } = asked.data
  const found = await accessWritten(await makerIn(courseId), scenarioId)
  if (!found) return null
  if (version === 0) return { version: found.version, own: found.own }
  const own = await readVersion(found.id, version)
  return own && { version, own }
}

export async function shareScenario(form: FormData): Promise<void> {
  requireForm(form)
  const { maker, found } = await writtenIn(form)
  const reach = scenarioReach.safeParse(form.get('reach'))
  if (!reach.success || !(await shareWritten(maker, found.id, reach.data))) notFound()
  revalidatePath(writtenScenarioPath(maker.courseId, found.id))
  revalidatePath(scenariosPath(maker.courseId))
}

export async function shelveScenario(form: FormData): Promise<void> {
  requireForm(form)
  const { maker, found } = await writtenIn(form)
  await shelveWritten(found.id, form.get('shelved') === 'yes')
  revalidatePath(scenariosPath(maker.courseId))
}
