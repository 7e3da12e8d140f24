// The wizard for a seminar, in four steps. Each step is a GET form whose address holds the setup, so it works before hydration and the
// browser's back button works.

import { getLocale, getTranslations } from 'next-intl/server'
import { courseFor } from '#access'
import { newSeminarPath } from '#paths'
import { readClassList } from '#server/store/courses/class-list'
import { offeredIn } from '#server/store/scenarios/offered'
import type { Scenario } from '#simulation/scenario/scenario'
import { Messages, titled } from '#ui/page/messages'
import { delegationsIn } from '#ui/words/delegations.ts'
import { chosenScenario } from '../_wizard/chosen-scenario'
import type { Fields } from '../_wizard/fields'
import { Steps } from '../_wizard/steps'
import styles from '../_wizard/wizard.module.css'
import { DoorStep } from './door-step'
import { lengthText } from './lengths'
import { partsOf, totalSeconds } from './parts'
import { readSetup } from './read-setup'
import { RoundsStep } from './rounds-step'
import { ScenarioStep } from './scenario-step'
import { SeatsStep } from './seats-step'
import { addressOf, playedIn, type SeminarSetup, STEPS } from './setup'
import { tableSize, tablesOf } from './tables'

type Props = { params: Promise<{ courseId: string }>; searchParams: Promise<Fields> }

export const generateMetadata = titled('new-seminar.title')

export default async function NewSeminarPage({ params, searchParams }: Props) {
  const { courseId } = await params
  const fields = await searchParams
  const { me, course } = await courseFor('make-activity', courseId, newSeminarPath(courseId))
  const offered = await offeredIn({ me, courseId }, await getLocale())
  const scenario = chosenScenario(fields, offered)
  const listed = await readClassList(courseId)
  const setup = readSetup(fields, scenario, listed)
  if (playedIn(setup).length === 0 && setup.step > 2) setup.step = 2
  return (
    <Messages namespaces={['courses', 'people', 'new-seminar', 'record']}>
      <main id="main" className={`page ${styles.page}`}>
        <OwnSteps setup={setup} scenario={scenario} course={course.title} />
        {setup.step === 1 ? (
          <ScenarioStep courseId={courseId} setup={setup} scenario={scenario} offered={offered} />
        ) : null}
        {setup.step === 2 ? <RoundsStep courseId={courseId} setup={setup} scenario={scenario} /> : null}
        {setup.step === 3 ? (
          <SeatsStep setup={setup} courseId={courseId} delegations={delegationsIn(scenario)} listed={listed} />
        ) : null}
        {setup.step === 4 ? (
          <DoorStep
            setup={setup}
            course={course}
            rosterSize={listed.people.length}
            offers={{ learning: scenario.knowledge !== undefined, readingCheck: scenario.checkQuestions.length > 0 }}
          />
        ) : null}
      </main>
    </Messages>
  )
}

async function OwnSteps({ setup, scenario, course }: { setup: SeminarSetup; scenario: Scenario; course: string }) {
  const t = await getTranslations('new-seminar')
  const minutes = lengthText(totalSeconds(partsOf(scenario, setup)))
  const tables = tablesOf(setup)
  const details = {
    1: scenario.title,
    2: t('steps.rounds', { count: playedIn(setup).length, minutes }),
    3: t('steps.tables', { tables: tables.length, seats: tables.length * tableSize(setup) }),
    4: t('steps.door'),
  }
  const steps = STEPS.map((step) => ({
    title: t(`steps.${step}`),
    detail: details[step],
    href: addressOf(setup, step),
  }))
  return (
    <Steps label={t('steps.label')} course={course} now={setup.step} steps={steps}>
      <p className="faint">{t('kept')}</p>
    </Steps>
  )
}
