// Step 4: what each phase requires of whom, whether students post before they read others, and how long late work is accepted.
import { useTranslations } from 'next-intl'
import { MOST_LENGTH } from '#simulation/agenda/plan'
import { LIMITS } from '#simulation/kernel/limits'
import { WRITTEN } from '#simulation/questions/lengths'
import type { HomeworkAgenda } from '#simulation/scenario/scenario'
import { Choice, ChoiceGroup } from '#ui/choice'
import { AutoForm } from '../_wizard/auto-form'
import { CarriedFields } from '../_wizard/carried-fields'
import styles from '../_wizard/wizard.module.css'
import own from './new-homework.module.css'
import { askedIn, type DebateSetup, fieldsOf, LATE_HOURS, requirementAt, wordsOf } from './setup'
import { StepFoot } from './step-foot'

type AsksStepProps = {
  setup: DebateSetup
  agenda: HomeworkAgenda
  /** Whether the scenario has the questions for evidence of learning. */
  offersLearning: boolean
}

export function AsksStep({ setup, agenda, offersLearning }: AsksStepProps) {
  const t = useTranslations('homework.wizard.asks')
  const kinds = useTranslations('record.homeworkPhases')
  const asks = agenda.phases.flatMap((phase, index) =>
    phase.requires.map((requirement, place) => ({ phase, index, requirement, place })),
  )
  return (
    <div>
      <h1 className={styles.title}>{t('heading')}</h1>
      <p className={styles.lead}>{t('lead')}</p>
      <AutoForm>
        <div className={styles.form}>
          <CarriedFields
            fields={fieldsOf(setup)}
            except={['ask', 'lengths', 'postFirst', 'handInDrafts', 'learning', 'late']}
          />
          <fieldset>
            <legend className={styles.heading}>{t('counts')}</legend>
            <ul className={own.asks}>
              {asks.map(({ phase, index, requirement, place }) => (
                <li key={`${index}.${place}`}>
                  <label htmlFor={`ask-${index}.${place}`}>
                    <b>{kinds(phase.phase)}</b>
                    <span className={styles.hint}>
                      {`${t(`what.${requirement.what}`, wordsOf(requirementAt(setup, index, place, requirement)))}, ${t(`by.${requirement.by}`)}`}
                    </span>
                  </label>
                  <input
                    id={`ask-${index}.${place}`}
                    type="number"
                    name={`ask-${index}.${place}`}
                    min={0}
                    max={20}
                    defaultValue={askedIn(setup, index, place, requirement)}
                  />
                </li>
              ))}
            </ul>
            <p className={styles.hint}>{t('zero')}</p>
          </fieldset>
          <fieldset>
            <legend className={styles.heading}>{t('lengths')}</legend>
            <ul className={own.asks}>
              {asks
                .filter(({ requirement }) => WRITTEN.some((what) => what === requirement.what))
                .map(({ phase, index, place }) => (
                  <li key={`${index}.${place}`} className={own.lengths}>
                    <b>{kinds(phase.phase)}</b>
                    {(['least', 'most'] as const).map((end) => (
                      <label key={end}>
                        {t(end)}
                        <input
                          type="number"
                          name={`${end}-${index}.${place}`}
                          min={0}
                          max={MOST_LENGTH}
                          aria-label={t('lengthOf', { end: t(end), part: kinds(phase.phase) })}
                          defaultValue={setup.lengths[`${index}.${place}`]?.[end] ?? ''}
                        />
                      </label>
                    ))}
                  </li>
                ))}
            </ul>
            <p className={styles.hint}>{t('lengthsHint', { paper: LIMITS.paper, answer: LIMITS.answer })}</p>
          </fieldset>
          <ChoiceGroup legend={t('reading')}>
            <Choice
              type="checkbox"
              name="postFirst"
              value="yes"
              title={t('postFirst')}
              defaultChecked={setup.postFirst}
            >
              {t('postFirstText')}
            </Choice>
          </ChoiceGroup>
          {offersLearning ? (
            <ChoiceGroup legend={t('both')}>
              <Choice type="checkbox" name="learning" value="yes" title={t('learning')} defaultChecked={setup.learning}>
                {t('learningText')}
              </Choice>
            </ChoiceGroup>
          ) : null}
          <ChoiceGroup legend={t('late')}>
            <Choice
              type="checkbox"
              name="handInDrafts"
              value="yes"
              title={t('handIn')}
              defaultChecked={setup.handInDrafts}
            >
              {t('handInText')}
            </Choice>
            {LATE_HOURS.map((hours) => (
              <Choice
                key={hours}
                name="late"
                value={String(hours)}
                title={t('lateFor', { hours })}
                defaultChecked={hours === setup.lateHours}
              >
                {hours === 0 ? t('closedText') : t('lateText')}
              </Choice>
            ))}
          </ChoiceGroup>
          <p className={styles.hint}>{t('lateHint')}</p>
          <StepFoot setup={setup} />
        </div>
      </AutoForm>
    </div>
  )
}
