'use server'
// The server action that publishes the homework debate of a setup and redirects to its board.
import { notFound, redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { caller } from '#access'
import { boardPath } from '#paths'
import { accessCourse } from '#server/store/access/access'
import { addDays, dayOf, isDay } from '#server/store/activities/deadlines'
import { readClassList } from '#server/store/courses/class-list'
import { judgeCalendar } from '#server/store/homework/calendar-faults'
import { createHomework, roomChoices } from '#server/store/homework/homework'
import { WrittenInstructions } from '#server/store/homework/instructions'
import { deleteUnpublishedDebate } from '#server/store/homework/unpublished-debates'
import { offeredIn } from '#server/store/scenarios/offered'
import { requireForm } from '#server/web/sent-form'
import { chosenScenario, isGone } from '../_wizard/chosen-scenario'
import { fieldsIn } from '../_wizard/fields'
import { gradingIn } from './grading-in'
import { agendaToLay, readSetup, requirementsOf } from './setup'

export type PublishFault = 'no-scenario' | 'no-name' | 'no-rounds' | 'no-parts' | 'no-roster' | 'dates'

export async function publishHomework(
  _: { fault: PublishFault | null },
  form: FormData,
): Promise<{ fault: PublishFault | null }> {
  requireForm(form)
  const me = await caller()
  const courseId = form.get('courseId')
  const found = me && typeof courseId === 'string' ? await accessCourse(me, courseId, 'make-activity') : null
  if (!me || !found) notFound()
  const { course } = found
  const fields = fieldsIn(form)
  const offered = await offeredIn({ me, courseId: course.id }, await getLocale())
  if (isGone(fields, offered)) return { fault: 'no-scenario' }
  const scenario = chosenScenario(fields, offered)
  const now = Date.now()
  const classList = await readClassList(course.id)
  const rooms = roomChoices(classList.people.length)
  const tomorrow = addDays(dayOf(now, course.timeZone), 1)
  const setup = readSetup(fields, { scenario, tomorrow, rooms, classList, isDay })
  const agenda = agendaToLay(scenario, setup)
  const title = setup.title.trim()
  if (title === '') return { fault: 'no-name' }
  if (setup.on.length === 0) return { fault: 'no-rounds' }
  const requires = requirementsOf(setup, agenda)
  if (requires.every(({ length }) => length === 0)) return { fault: 'no-parts' }
  const calendar = judgeCalendar(agenda, setup, course.timeZone, now)
  if (calendar.phases.some((_phase, index) => calendar.faultOf(index) !== null)) return { fault: 'dates' }
  const written = WrittenInstructions.safeParse({
    instructions: form.get('instructions') ?? '',
    aiUse: form.get('aiUse') ?? '',
  }).data
  const t = await getTranslations('homework')
  const made = await createHomework({
    courseId: course.id,
    by: me.id,
    title,
    scenario,
    agendaKey: agenda.key,
    rounds: setup.on,
    roomCount: setup.rooms,
    understudies: setup.understudies,
    actAfterHours: setup.actAfterHours,
    cases: setup.cases,
    without: [...setup.without],
    lateHours: setup.lateHours,
    grading: gradingIn(setup),
    postFirst: setup.postFirst,
    handInDrafts: setup.handInDrafts,
    ...written,
    learning: setup.learning,
    timeZone: course.timeZone,
    phases: calendar.phases.map((phase, index) => ({ ...phase, requires: requires[index] ?? [] })),
    tables: setup.listed?.tables.map(({ people, assistant }) => ({
      places: people.map(({ place }) => place),
      assistants: assistant === null ? [] : [assistant],
    })),
    nameRoom: (number) => {
      const group = setup.listed?.tables[number - 1]?.group ?? null
      return group === null ? t('room', { number }) : t('roomOf', { number, group })
    },
  })
  if (made === 'no-roster') return { fault: 'no-roster' }
  if (setup.kept) await deleteUnpublishedDebate(course.id, setup.kept)
  redirect(boardPath(made.activityId))
}
