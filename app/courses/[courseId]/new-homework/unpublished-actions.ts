'use server'
// The server actions that save a homework debate with its course before it is published, and discard one. Students see neither.
import { notFound, redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { caller } from '#access'
import { discardedDebatePath, newHomeworkPath } from '#paths'
import { accessCourse } from '#server/store/access/access'
import { addDays, dayOf, isDay } from '#server/store/activities/deadlines'
import { readClassList } from '#server/store/courses/class-list'
import { roomChoices } from '#server/store/homework/homework'
import { deleteUnpublishedDebate, saveUnpublishedDebate } from '#server/store/homework/unpublished-debates'
import { offeredIn } from '#server/store/scenarios/offered'
import { requireForm } from '#server/web/sent-form'
import { chosenScenario } from '../_wizard/chosen-scenario'
import { fieldsIn } from '../_wizard/fields'
import { addressOf, readSetup } from './setup'

async function courseOf(form: FormData) {
  const me = await caller()
  const courseId = form.get('courseId')
  const found = me && typeof courseId === 'string' ? await accessCourse(me, courseId, 'make-activity') : null
  return me && found ? { me, course: found.course } : notFound()
}

export async function keepHomework(form: FormData): Promise<void> {
  requireForm(form)
  const { me, course } = await courseOf(form)
  const classList = await readClassList(course.id)
  const rooms = roomChoices(classList.people.length)
  const tomorrow = addDays(dayOf(Date.now(), course.timeZone), 1)
  const fields = fieldsIn(form)
  const scenario = chosenScenario(fields, await offeredIn({ me, courseId: course.id }, await getLocale()))
  const setup = readSetup(fields, { scenario, tomorrow, rooms, classList, isDay })
  const kept = await saveUnpublishedDebate(course.id, {
    id: setup.kept,
    title: setup.title.trim(),
    addressOf: (id) => addressOf({ ...setup, kept: id }, setup.step),
  })
  redirect(newHomeworkPath(course.id, `${addressOf({ ...setup, kept }, setup.step)}&saved=1`))
}

/** Redirects with the discarded debate's address, so that the course page can offer it again. */
export async function discardHomework(form: FormData): Promise<void> {
  requireForm(form)
  const { course } = await courseOf(form)
  const id = form.get('draft')
  const address = typeof id === 'string' ? await deleteUnpublishedDebate(course.id, id) : null
  redirect(discardedDebatePath(course.id, address))
}
