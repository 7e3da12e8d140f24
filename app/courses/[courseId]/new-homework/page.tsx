// A homework debate in its making: one page with its length, first day and the button that publishes, and four on which what is proposed is
// changed. Each is a GET form whose address holds the setup, so it works before hydration and
// the browser's back button works.

import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { courseFor } from '#access'
import { wallDay, wallWords } from '#format/days'
import { newHomeworkPath } from '#paths'
import { environment } from '#server/base/environment'
import { addDays, countClassDays, dayOf, isDay, nightsAt } from '#server/store/activities/deadlines'
import { readClassList } from '#server/store/courses/class-list'
import { readZones } from '#server/store/courses/roster'
import { judgeCalendar } from '#server/store/homework/calendar-faults'
import { roomChoices, roomSizes } from '#server/store/homework/homework'
import { offeredIn } from '#server/store/scenarios/offered'
import { HOUR_MS } from '#simulation/kernel/time'
import { homeworkAgendas } from '#simulation/scenario/lookup'
import { Messages, titled } from '#ui/page/messages'
import { besideOnPages } from '../../../_beside/slices'
import { chosenScenario } from '../_wizard/chosen-scenario'
import type { Fields } from '../_wizard/fields'
import { Steps } from '../_wizard/steps'
import styles from '../_wizard/wizard.module.css'
import { AsksStep } from './asks-step'
import { CheckStep } from './check-step'
import type { OfferedLength, ShownPhase } from './dates'
import { DatesStep } from './dates-step'
import { KeepForm } from './keep-form'
import { splitsFor } from './room-splits'
import { RoomsStep } from './rooms-step'
import { ScenarioStep } from './scenario-step'
import { addressOf, agendaToLay, type DebateSetup, offersLearning, PUBLISHING, readSetup, STEPS } from './setup'

type Props = { params: Promise<{ courseId: string }>; searchParams: Promise<Fields> }

export const generateMetadata = titled('homework.wizard.title')

export default async function NewHomeworkPage({ params, searchParams }: Props) {
  const { courseId } = await params
  const fields = await searchParams
  const { me, course } = await courseFor('make-activity', courseId, newHomeworkPath(courseId))
  const offered = await offeredIn({ me, courseId }, await getLocale())
  const scenario = chosenScenario(fields, offered)
  const [classList, zones] = await Promise.all([readClassList(courseId), readZones(courseId)])
  const students = classList.people.length
  const now = Date.now()
  const rooms = roomChoices(students)
  const tomorrow = addDays(dayOf(now, course.timeZone), 1)
  const setup = readSetup(fields, { scenario, tomorrow, rooms, classList, isDay })
  const agenda = agendaToLay(scenario, setup)
  if (setup.on.length === 0) setup.step = 1
  const calendar = judgeCalendar(agenda, setup, course.timeZone, now)
  const phases = calendar.phases.map(
    ({ kind, moment, opens, due, planned }, index): ShownPhase => ({
      ...{ kind, moment, planned, turned: due.turned, fault: calendar.faultOf(index) },
      nights: moment ? [] : nightsAt(due.at, zones),
      ...{ opens: opens.wall, due: due.wall, place: calendar.places[index] ?? index },
      hours: Math.floor((due.at - opens.at) / HOUR_MS),
    }),
  )
  const beside = besideOnPages().flatMap(({ wizard }) => (wizard?.offers(agenda, setup.without) ? [wizard] : []))
  const lengths = homeworkAgendas(scenario).map(({ key, plays }): OfferedLength => {
    const laid = agendaToLay(scenario, { ...setup, agenda: key })
    const until = judgeCalendar(laid, { ...setup, typed: {} }, course.timeZone, now).phases.at(-1)?.due.wall ?? ''
    return { key, tensions: plays.length, until, classDays: countClassDays(setup.start, until.slice(0, 10), setup) }
  })
  const choices = Array.from({ length: rooms.most - rooms.fewest + 1 }, (_, index) => {
    const sizes = roomSizes(students, rooms.fewest + index)
    return { rooms: rooms.fewest + index, low: Math.min(...sizes), high: Math.max(...sizes) }
  })
  return (
    <Messages namespaces={['courses', 'people', 'homework', 'record', 'grading']}>
      <main id="main" className={`page ${styles.page}`}>
        <OwnSteps setup={setup} course={course.title} students={students} phases={phases}>
          <KeepForm courseId={courseId} setup={setup} saved={fields.saved !== undefined} />
        </OwnSteps>
        {setup.step === 1 ? (
          <ScenarioStep courseId={courseId} setup={setup} scenario={scenario} offered={offered} />
        ) : null}
        {setup.step === 2 ? <DatesStep setup={setup} agenda={agenda} phases={phases} zone={course.timeZone} /> : null}
        {setup.step === 3 ? (
          <RoomsStep
            setup={setup}
            courseId={courseId}
            students={students}
            choices={choices}
            splits={splitsFor(classList)}
          />
        ) : null}
        {setup.step === 4 ? (
          <AsksStep
            setup={setup}
            agenda={agenda}
            offersLearning={offersLearning(scenario, agenda, setup.without)}
            beside={beside}
          />
        ) : null}
        {setup.step === 5 ? (
          <CheckStep
            setup={setup}
            agenda={agenda}
            course={course}
            phases={phases}
            students={students}
            mails={environment().mail !== null}
            beside={beside}
            lengths={lengths}
            classDays={countClassDays(setup.start, (phases.at(-1)?.due ?? setup.start).slice(0, 10), setup)}
          />
        ) : null}
      </main>
    </Messages>
  )
}

type StepsProps = {
  setup: DebateSetup
  course: string
  students: number
  phases: readonly ShownPhase[]
  children: ReactNode
}

async function OwnSteps({ setup, course, students, phases, children }: StepsProps) {
  const t = await getTranslations('homework.wizard')
  const locale = await getLocale()
  const details = {
    1: t('steps.tensions', { count: setup.on.length }),
    2: t('steps.span', {
      from: wallDay(locale, `${setup.start}T00:00`) ?? '',
      to: wallWords(locale, phases.at(-1)?.due ?? ''),
    }),
    3: t('steps.rooms', { rooms: setup.rooms, students }),
    4: setup.postFirst ? t('steps.postFirst') : t('steps.open'),
    5: t('steps.links'),
  }
  const pages = [PUBLISHING, ...STEPS.filter((step) => step !== PUBLISHING)]
  const steps = pages.map((step) => ({
    title: t(`steps.${step}`),
    detail: details[step],
    href: addressOf(setup, step),
  }))
  return (
    <Steps label={t('steps.label')} course={course} now={pages.indexOf(setup.step) + 1} steps={steps} anyOrder>
      {children}
    </Steps>
  )
}
