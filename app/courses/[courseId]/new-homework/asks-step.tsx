// What each phase requires of whom, in one sentence with its numbers folded; whether students post before they read others, and how long late work is accepted.
import { useLocale, useTranslations } from 'next-intl'
import { commaList } from '#format/lists'
import { MOST_LENGTH } from '#simulation/agenda/plan'
import { LIMITS } from '#simulation/kernel/limits'
import { WRITTEN } from '#simulation/questions/lengths'
import { type LatePolicy, MOST_LATE_DAYS } from '#simulation/reading/marks/lateness'
import type { HomeworkAgenda } from '#simulation/scenario/scenario'
import { Choice, ChoiceGroup } from '#ui/controls/choice'
import type { AskedChoice, AskedNumber, WizardOffer } from '../../../_beside/kind/on-pages'
import { AutoForm } from '../_wizard/auto-form'
import { CarriedFields } from '../_wizard/carried-fields'
import { Wish } from '../_wizard/wish'
import styles from '../_wizard/wizard.module.css'
import own from './new-homework.module.css'
import { askedIn, type DebateSetup, fieldsOf, LATE_HOURS, requirementAt, wordsOf } from './setup'
import { StepFoot } from './step-foot'

type AsksStepProps = {
  setup: DebateSetup
  agenda: HomeworkAgenda
  /** Whether the scenario has the questions for evidence of learning. */
  offersLearning: boolean
  /** What stands beside the log and is offered in this debate. */
  beside: readonly WizardOffer[]
}

export function AsksStep({ setup, agenda, offersLearning, beside }: AsksStepProps) {
  const t = useTranslations('homework.wizard.asks')
  const grading = useTranslations('grading')
  const locale = useLocale()
  const kinds = useTranslations('record.homeworkPhases')
  const asks = agenda.phases.flatMap((phase, index) =>
    setup.without.includes(phase.phase)
      ? []
      : phase.requires.map((requirement, place) => ({ phase, index, requirement, place })),
  )
  const choices = beside.map((part) => part.asks(setup.beside, grading))
  const sentence = asks.flatMap(({ index, requirement, place }) => {
    const asked = requirementAt(setup, index, place, requirement)
    return asked.count === 0 ? [] : [`${asked.count} ${t(`what.${asked.what}`, wordsOf(asked))}`]
  })
  return (
    <div>
      <h1 className={styles.title}>{t('heading')}</h1>
      <p className={`lead ${styles.lead}`}>{t('lead')}</p>
      <AutoForm>
        <div className={styles.form}>
          <CarriedFields
            fields={fieldsOf(setup)}
            except={[
              ...asks.map(({ index, place }) => `ask-${index}.${place}`),
              ...['postFirst', 'handInDrafts', 'learning', 'late'],
              ...choices.flatMap(({ name, more }) => [name, ...(more?.fields ?? []).map((field) => field.name)]),
              ...(setup.lateHours > 0 ? ['off', 'floor', 'days'] : []),
            ]}
          />
          <details className={own.fold}>
            <summary>
              <b>{t('counts')}</b> {commaList(locale, sentence)}. <u>{t('change')}</u>
            </summary>
            <ul className={own.asks}>
              {asks.map(({ phase, index, requirement, place }) => (
                <li key={`${index}.${place}`}>
                  <label htmlFor={`ask-${index}.${place}`}>
                    <b>{kinds(phase.phase)}</b>
                    <span className="faint">
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
            <p className="faint">{t('zero')}</p>
          </details>
          <details className={own.fold}>
            <summary>
              <b>{t('lengths')}</b> {t('lengthsSet', { count: Object.keys(setup.lengths).length })} <u>{t('change')}</u>
            </summary>
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
            <p className="faint">{t('lengthsHint', { paper: LIMITS.paper, answer: LIMITS.answer })}</p>
          </details>
          <ChoiceGroup legend={t('reading')}>
            <Wish name="postFirst" on={setup.postFirst} title={t('postFirst')} text={t('postFirstText')} />
          </ChoiceGroup>
          {offersLearning ? (
            <ChoiceGroup legend={t('both')}>
              <Wish name="learning" on={setup.learning} title={t('learning')} text={t('learningText')} />
            </ChoiceGroup>
          ) : null}
          <ChoiceGroup legend={t('late')}>
            <Wish name="handInDrafts" on={setup.handInDrafts} title={t('handIn')} text={t('handInText')} />
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
          <p className="faint">{t('lateHint')}</p>
          {setup.lateHours > 0 ? <OffFields off={setup.off} /> : null}
          {choices.map((choice) => (
            <ChoiceFields key={choice.name} {...choice} />
          ))}
          <StepFoot />
        </div>
      </AutoForm>
    </div>
  )
}

function NumberField({ name, title, most, value }: AskedNumber) {
  return (
    <li>
      <label htmlFor={name}>{title}</label>
      <input id={name} type="number" name={name} min={0} max={most} defaultValue={value} />
    </li>
  )
}

/** What is chosen of something beside the log, and once it is chosen its numbers. */
function ChoiceFields({ name, legend, hint, options, more }: AskedChoice) {
  return (
    <>
      <ChoiceGroup legend={legend} hint={hint}>
        {options.map(({ value, title, chosen }) => (
          <Choice key={value} name={name} value={value} title={title} defaultChecked={chosen} />
        ))}
      </ChoiceGroup>
      {more ? (
        <fieldset>
          <legend className={styles.heading}>{more.legend}</legend>
          <ul className={own.asks}>
            {more.fields.map((field) => (
              <NumberField key={field.name} {...field} />
            ))}
          </ul>
          <p className="faint">{more.hint}</p>
        </fieldset>
      ) : null}
    </>
  )
}

/** What lateness takes off the sum of the levels. */
function OffFields({ off }: { off: LatePolicy }) {
  const t = useTranslations('grading.lateWork')
  const check = useTranslations('homework.wizard.check')
  const asks = useTranslations('homework.wizard.asks')
  return (
    <details className={own.fold}>
      <summary>
        <b>{t('perDay')}</b> {off.percent === 0 ? check('offNothing') : check('off', off)} <u>{asks('change')}</u>
      </summary>
      <ul className={own.asks}>
        <NumberField name="off" title={t('percent')} most={100} value={off.percent} />
        <NumberField name="floor" title={t('floor')} most={99} value={off.floor} />
        <NumberField name="days" title={t('days')} most={MOST_LATE_DAYS} value={off.days} />
      </ul>
      <p className="faint">{t('wizardHint')}</p>
    </details>
  )
}
