// Step 2: the first day, from which all deadlines are computed; each can be changed, in the course's time zone.
import { useLocale, useTranslations } from 'next-intl'
import { timeOfWall } from '#format/clock-time'
import { wallWords } from '#format/days'
import { Choice } from '#ui/choice'
import { ErrorText } from '#ui/error-text'
import { AutoForm } from '../_wizard/auto-form'
import { CarriedFields } from '../_wizard/carried-fields'
import styles from '../_wizard/wizard.module.css'
import type { ShownPhase } from './dates'
import own from './new-homework.module.css'
import { type DebateSetup, fieldsOf } from './setup'
import { StepFoot } from './step-foot'

type DatesStepProps = { setup: DebateSetup; phases: readonly ShownPhase[]; zone: string }

export function DatesStep({ setup, phases, zone }: DatesStepProps) {
  const t = useTranslations('homework.wizard.dates')
  const locale = useLocale()
  const kinds = useTranslations('record.homeworkPhases')
  return (
    <div>
      <h1 className={styles.title}>{t('heading')}</h1>
      <p className={styles.lead}>{t('lead', { zone: zone.replaceAll('_', ' ') })}</p>
      <AutoForm>
        <div className={styles.form}>
          <CarriedFields fields={fieldsOf(setup)} except={['start', 'due', 'weekends']} />
          <label className={own.start}>
            <span>{t('start')}</span>
            <input type="date" name="start" required defaultValue={setup.start} />
            <span className={styles.hint}>{t('startHint')}</span>
          </label>
          <Choice type="checkbox" name="weekends" value="yes" title={t('weekends')} defaultChecked={setup.weekends} />
          <ol className={own.dates}>
            {phases.map((phase, index) => (
              // The key remounts the inputs when the computed days change; otherwise they would keep the old default values.
              <li key={`${setup.start}-${phase.planned}-${phase.kind}`}>
                <input type="hidden" name={`planned-${index}`} value={phase.planned} />
                <label htmlFor={`due-${index}`}>
                  <b>{kinds(phase.kind)}</b>
                  <span className={styles.hint}>
                    {phase.moment ? t('moment') : t('opens', { when: wallWords(locale, phase.opens) })}
                  </span>
                </label>
                <span className={own.due}>
                  <input
                    id={`due-${index}`}
                    type="datetime-local"
                    name={`due-${index}`}
                    required
                    defaultValue={setup.typed[index] ?? phase.planned}
                    aria-invalid={phase.fault !== null || undefined}
                    aria-describedby={`due-note-${index}`}
                  />
                  <span id={`due-note-${index}`} className={styles.hint}>
                    {phase.fault ? <ErrorText>{t(`fault.${phase.fault}`)}</ErrorText> : null}
                    {phase.fault === null && phase.turned === 'skipped'
                      ? t('skipped', { time: timeOfWall(phase.due) })
                      : null}
                    {phase.fault === null && phase.turned === 'repeated' ? t('repeated') : null}
                  </span>
                </span>
              </li>
            ))}
          </ol>
          <p className={styles.hint}>{t('rule')}</p>
          <StepFoot setup={setup} again />
        </div>
      </AutoForm>
    </div>
  )
}
