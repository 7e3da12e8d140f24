// Step 1: the scenario, and which of its tensions are debated side by side.
import { useFormatter, useTranslations } from 'next-intl'
import type { Scenario } from '#simulation/scenario/scenario'
import { Choice, ChoiceGroup } from '#ui/choice'
import { delegationsIn } from '../../../_ui/delegations'
import { AutoForm } from '../new-seminar/auto-form'
import styles from '../new-seminar/new-seminar.module.css'
import { CarriedFields } from './carried-fields'
import type { Draft } from './draft'
import { StepFoot } from './step-foot'

export function ScenarioStep({ draft, scenario }: { draft: Draft; scenario: Scenario }) {
  const t = useTranslations('homework.wizard.scenario')
  const format = useFormatter()
  return (
    <div>
      <h1 className={styles.title}>{t('heading')}</h1>
      <p className={styles.lead}>{t('lead')}</p>
      <AutoForm>
        <div className={styles.form}>
          <CarriedFields draft={draft} except={['round']} />
          <ChoiceGroup legend={t('scenario')}>
            <Choice name="scenario" value={scenario.key} title={scenario.title} defaultChecked>
              {t('about', {
                capitals: format.list(delegationsIn(scenario).map(({ capital }) => capital)),
                sources: 1,
                tensions: scenario.tensions.length,
                seats: scenario.seats.length,
              })}
            </Choice>
          </ChoiceGroup>
          <ChoiceGroup legend={t('tensions')} hint={t('hint')} error={draft.on.length === 0 ? t('none') : undefined}>
            {scenario.tensions
              .toSorted((a, b) => a.order - b.order)
              .map((tension) => (
                <Choice
                  key={tension.key}
                  type="checkbox"
                  name="round"
                  value={tension.key}
                  title={tension.title}
                  defaultChecked={draft.on.includes(tension.key)}
                >
                  {tension.question}
                </Choice>
              ))}
          </ChoiceGroup>
          <StepFoot draft={draft} />
        </div>
      </AutoForm>
    </div>
  )
}
