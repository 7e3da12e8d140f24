'use server'
// The server actions that create the seminar of a setup with its door open, and that show a long step again.
import { notFound, redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { caller } from '#access'
import { lobbyPath, newSeminarPath } from '#paths'
import { accessCourse } from '#server/store/access/access'
import { rowId } from '#server/store/access/row-id'
import { createSeminar } from '#server/store/activities/activities'
import { readClassList } from '#server/store/courses/class-list'
import { offeredIn } from '#server/store/scenarios/offered'
import { requireForm } from '#server/web/sent-form'
import type { ClassTable } from '#simulation/seating/class-tables'
import { chosenScenario, isGone } from '../_wizard/chosen-scenario'
import { fieldsIn, last } from '../_wizard/fields'
import { saidIn } from '../_wizard/said-fields'
import { choicesOf } from './parts'
import { readSetup } from './read-setup'
import { playedIn } from './setup'
import { chairsFor, plannedText, tablesOf } from './tables'

export type MakeFault = 'no-scenario' | 'no-name' | 'no-rounds' | 'roster-changed'

export async function makeSeminar(
  _: { fault: MakeFault | null },
  form: FormData,
): Promise<{ fault: MakeFault | null }> {
  requireForm(form)
  const me = await caller()
  const courseId = form.get('courseId')
  const found = me && typeof courseId === 'string' ? await accessCourse(me, courseId, 'make-activity') : null
  if (!me || !found) notFound()
  const fields = fieldsIn(form)
  const offered = await offeredIn({ me, courseId: found.course.id }, await getLocale())
  if (isGone(fields, offered)) return { fault: 'no-scenario' }
  const scenario = chosenScenario(fields, offered)
  const setup = readSetup(fields, scenario, await readClassList(found.course.id))
  const title = setup.title.trim()
  if (title === '') return { fault: 'no-name' }
  if (playedIn(setup).length === 0) return { fault: 'no-rounds' }
  if (setup.listed && last(fields, 'planned') !== plannedText(setup)) return { fault: 'roster-changed' }
  const t = await getTranslations('new-seminar')
  const observers = [
    { title: t('observerTitles.factChecker'), task: 'fact-checker' },
    { title: t('observerTitles.press'), task: 'scribe' },
    { title: t('observerTitles.historian'), task: 'historian' },
  ] as const
  const choices = choicesOf(setup, scenario, observers, 0)
  const { activityId } = await createSeminar({
    courseId: found.course.id,
    by: me.id,
    title,
    scenario,
    agendaKey: setup.agenda,
    settings: {
      rounds: choices.rounds,
      roomCount: tablesOf(setup).length,
      seatsPerDelegation: chairsFor(setup),
      lengths: setup.lengths,
      seating: setup.seating,
      practiceSpeed: setup.practice ? 30 : 1,
      understudies: setup.understudies,
      understudiesWait: setup.understudiesWait,
      ratification: setup.ratification,
      cases: setup.cases,
      learning: setup.learning,
      briefAfterCheck: setup.briefAfterCheck,
      door: setup.door,
      lateArrivals: setup.lateArrivals ? 'until-round-1' : 'until-start',
      observers: choices.observers,
    },
    nameRoom: (number) => {
      const group = setup.listed?.tables[number - 1]?.group ?? null
      return group === null ? t('seats.table', { number }) : t('seats.tableOf', { number, group })
    },
    ...(setup.listed ? { tables: setup.listed.tables.map(plannedTable) } : {}),
    doorOpen: true,
  })
  redirect(lobbyPath(activityId))
}

/**
 * The next view of the wizard for a page without a script, whose form says every length: more than an address may hold. What the form
 * says beyond what it was given goes on in the address.
 */
export async function showAgain(form: FormData): Promise<void> {
  requireForm(form)
  const courseId = rowId.safeParse(form.get('courseId'))
  if (!courseId.success) notFound()
  redirect(`${newSeminarPath(courseId.data)}?${new URLSearchParams(saidIn(form))}`)
}

const plannedTable = ({ people, assistant }: ClassTable) => ({
  places: people.map(({ place }) => place),
  assistants: assistant === null ? [] : [assistant],
})
