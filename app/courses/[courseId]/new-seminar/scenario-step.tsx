// Step 1: the scenario and the agenda.

import { useFormatter, useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { seminarAgendas } from '#simulation/scenario/lookup'
import type { Scenario } from '#simulation/scenario/scenario'
import { NOBODY_LISTED } from '#simulation/seating/class-tables'
import { PageHead } from '#ui/page/page-head'
import { delegationsIn } from '#ui/words/delegations.ts'
import { AutoForm } from '../_wizard/auto-form'
import { CarriedFields } from '../_wizard/carried-fields'
import { ScenarioChoice } from '../_wizard/scenario-choice'
import wizard from '../_wizard/wizard.module.css'
import { partsOf } from './parts'
import { readSetup } from './read-setup'
import styles from './scenario-step.module.css'
import { fieldsOf, type SeminarSetup } from './setup'
import { StepFoot } from './step-foot'

type ScenarioStepProps = {
  courseId: string
  setup: SeminarSetup
  scenario: Scenario
  offered: readonly Scenario[]
}

export function ScenarioStep({ courseId, setup, scenario, offered }: ScenarioStepProps) {
  const t = useTranslations('new-seminar')
  const format = useFormatter()
  return (
    <div>
      <PageHead title={t('scenario.heading')} lead={t('scenario.lead')} />
      <AutoForm>
        <div className={wizard.form}>
          <CarriedFields fields={fieldsOf(setup)} except={['scenario', 'agenda']} />
          <ScenarioChoice
            courseId={courseId}
            legend={t('scenario.scenario')}
            chosen={scenario}
            offered={offered}
            about={(each) =>
              t('scenario.about', {
                capitals: format.list(delegationsIn(each).map(({ capital }) => capital)),
                sources: each.sources.length,
                tensions: each.tensions.length,
                seats: each.seats.length,
                injects: each.injects.length,
              })
            }
          />
          <fieldset>
            <legend className={wizard.heading}>{t('scenario.agenda')}</legend>
            <div className={`fields ${styles.shapes}`}>
              {seminarAgendas(scenario).map((agenda) => (
                <label key={agenda.key} className={`fields ${styles.shape}`}>
                  <input type="radio" name="agenda" value={agenda.key} defaultChecked={agenda.key === setup.agenda} />
                  <span>
                    <b>{t('scenario.minutes', { minutes: Math.round(agenda.totalSeconds / 60) })}</b>
                    <small className={styles.about}>
                      {agenda.title} ·{' '}
                      {t('scenario.rounds', { rounds: agenda.plays.length, clauses: agenda.clauses.length })}
                    </small>
                    <span className={styles.bars} aria-hidden="true">
                      {partsOf(scenario, readSetup({ agenda: agenda.key }, scenario, NOBODY_LISTED)).map(
                        (part, place) => (
                          // biome-ignore lint/suspicious/noArrayIndexKey: a part's place is its identity
                          <i key={place} data-kind={part.kind} style={{ '--share': part.seconds } as CSSProperties} />
                        ),
                      )}
                    </span>
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
          <StepFoot setup={setup} />
        </div>
      </AutoForm>
    </div>
  )
}
