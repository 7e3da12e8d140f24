// The scenario, over how many days it is debated, and which of its tensions are.
import { useFormatter, useTranslations } from 'next-intl'
import { homeworkAgendas, tensionsInOrder } from '#simulation/scenario/lookup'
import type { Scenario } from '#simulation/scenario/scenario'
import { Choice, ChoiceGroup } from '#ui/controls/choice'
import { delegationsIn } from '#ui/words/delegations.ts'
import { AutoForm } from '../_wizard/auto-form'
import { CarriedFields } from '../_wizard/carried-fields'
import { ScenarioChoice } from '../_wizard/scenario-choice'
import { Wish } from '../_wizard/wish'
import styles from '../_wizard/wizard.module.css'
import { type DebateSetup, fieldsOf } from './setup'
import { StepFoot } from './step-foot'

type ScenarioStepProps = {
  courseId: string
  setup: DebateSetup
  scenario: Scenario
  offered: readonly Scenario[]
}

export function ScenarioStep({ courseId, setup, scenario, offered }: ScenarioStepProps) {
  const t = useTranslations('homework.wizard.scenario')
  const format = useFormatter()
  return (
    <div>
      <h1 className={styles.title}>{t('heading')}</h1>
      <p className={`lead ${styles.lead}`}>{t('lead')}</p>
      <AutoForm>
        <div className={styles.form}>
          <CarriedFields fields={fieldsOf(setup)} except={['scenario', 'agenda', 'cases', 'round']} />
          <ScenarioChoice
            courseId={courseId}
            legend={t('scenario')}
            chosen={scenario}
            offered={offered}
            about={(each) =>
              t('about', {
                capitals: format.list(delegationsIn(each).map(({ capital }) => capital)),
                sources: each.sources.length,
                tensions: each.tensions.length,
                seats: each.seats.length,
              })
            }
          />
          <ChoiceGroup legend={t('shape')}>
            {homeworkAgendas(scenario).map((agenda) => (
              <Choice
                key={agenda.key}
                name="agenda"
                value={agenda.key}
                title={t('days', { days: agenda.totalDays, tensions: agenda.plays.length })}
                defaultChecked={agenda.key === setup.agenda}
              >
                {agenda.why}
              </Choice>
            ))}
          </ChoiceGroup>
          <Wish name="cases" on={setup.cases} title={t('cases')} text={t('casesText')} />
          {/* The key remounts the tensions with the agenda: otherwise their boxes would stay as they were ticked for another. */}
          <ChoiceGroup
            key={setup.agenda}
            legend={t('tensions')}
            hint={t('hint')}
            error={setup.on.length === 0 ? t('none') : undefined}
          >
            {tensionsInOrder(scenario).map((tension) => (
              <Choice
                key={tension.key}
                type="checkbox"
                name="round"
                value={tension.key}
                title={tension.title}
                defaultChecked={setup.on.includes(tension.key)}
              >
                {tension.question}
              </Choice>
            ))}
          </ChoiceGroup>
          <StepFoot />
        </div>
      </AutoForm>
    </div>
  )
}
