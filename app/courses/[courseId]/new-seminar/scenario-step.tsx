// Step 1: what is argued, and by which agenda.
import { useFormatter, useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import type { Scenario } from '#simulation/scenario/scenario'
import { Choice, ChoiceGroup } from '#ui/choice'
import { delegationsIn } from '../../../_ui/delegations'
import { AutoForm } from './auto-form'
import { CarriedFields } from './carried-fields'
import { type Draft, partsOf, readDraft, seminarAgendas } from './draft'
import styles from './new-seminar.module.css'
import { StepFoot } from './step-foot'

export function ScenarioStep({ draft, scenario }: { draft: Draft; scenario: Scenario }) {
  const t = useTranslations('new-seminar')
  const format = useFormatter()
  return (
    <div>
      <h1 className={styles.title}>{t('scenario.heading')}</h1>
      <p className={styles.lead}>{t('scenario.lead')}</p>
      <AutoForm>
        <div className={styles.form}>
          <CarriedFields draft={draft} except={['agenda']} />
          <ChoiceGroup legend={t('scenario.scenario')}>
            <Choice name="scenario" value={scenario.key} title={scenario.title} defaultChecked>
              {t('scenario.about', {
                capitals: format.list(delegationsIn(scenario).map(({ capital }) => capital)),
                sources: 1,
                tensions: scenario.tensions.length,
                seats: scenario.seats.length,
                injects: scenario.injects.length,
              })}
            </Choice>
          </ChoiceGroup>
          <fieldset>
            <legend className={styles.heading}>{t('scenario.agenda')}</legend>
            <div className={styles.shapes}>
              {seminarAgendas(scenario).map((agenda) => (
                <label key={agenda.key} className={styles.shape}>
                  <input type="radio" name="agenda" value={agenda.key} defaultChecked={agenda.key === draft.agenda} />
                  <span>
                    <b>{t('scenario.minutes', { minutes: Math.round(agenda.totalSeconds / 60) })}</b>
                    <small className={styles.about}>
                      {t('scenario.rounds', { rounds: agenda.plays.length, clauses: agenda.clauses.length })}
                    </small>
                    <span className={styles.bars} aria-hidden="true">
                      {partsOf(scenario, readDraft({ agenda: agenda.key }, scenario, 0)).map((part, place) => (
                        // biome-ignore lint/suspicious/noArrayIndexKey: a part's place is its identity
                        <i key={place} data-kind={part.kind} style={{ '--share': part.seconds } as CSSProperties} />
                      ))}
                    </span>
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
          <StepFoot draft={draft} />
        </div>
      </AutoForm>
    </div>
  )
}
