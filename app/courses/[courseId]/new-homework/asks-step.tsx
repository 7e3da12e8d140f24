// What each phase requires of whom, in one sentence with its numbers folded; whether students post before they read others, and how long late work is accepted.
import { useLocale, useTranslations } from 'next-intl'
import { commaList } from '#format/lists'
import { MOST_LENGTH } from '#simulation/agenda/plan'
import {
  MOST_REVIEW_DAYS,
  MOST_REVIEW_WEIGHT,
  type PeerPolicy,
  REVIEWS_EACH,
} from '#simulation/beside/peer-reviews/peer-reviews'
import { LIMITS } from '#simulation/kernel/limits'
import { WRITTEN } from '#simulation/questions/lengths'
import { type LatePolicy, MOST_LATE_DAYS } from '#simulation/reading/marks/lateness'
import type { HomeworkAgenda } from '#simulation/scenario/scenario'
import { Choice, ChoiceGroup } from '#ui/controls/choice'
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
  offersReviews: boolean
}

export function AsksStep({ setup, agenda, offersLearning, offersReviews }: AsksStepProps) {
  const t = useTranslations('homework.wizard.asks')
  const locale = useLocale()
  const kinds = useTranslations('record.homeworkPhases')
  const asks = agenda.phases.flatMap((phase, index) =>
    setup.without.includes(phase.phase)
      ? []
      : phase.requires.map((requirement, place) => ({ phase, index, requirement, place })),
  )
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
              ...['postFirst', 'handInDrafts', 'learning', 'late', 'reviews'],
              ...(setup.peer ? ['reviewDays', 'reviewWeight'] : []),
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
          {offersReviews ? <PeerFields peer={setup.peer} /> : null}
          <StepFoot />
        </div>
      </AutoForm>
    </div>
  )
}

const number = (name: string, title: string, max: number, value: number) => (
  <li>
    <label htmlFor={name}>{title}</label>
    <input id={name} type="number" name={name} min={0} max={max} defaultValue={value} />
  </li>
)

/** Peer reviews, and once they are chosen until when and how much they count. */
function PeerFields({ peer }: { peer: PeerPolicy | null }) {
  const t = useTranslations('grading.peer')
  return (
    <>
      <ChoiceGroup legend={t('title')} hint={t('hint')}>
        {[0, ...REVIEWS_EACH].map((each) => (
          <Choice
            key={each}
            name="reviews"
            value={String(each)}
            title={t('each', { each })}
            defaultChecked={each === (peer?.each ?? 0)}
          />
        ))}
      </ChoiceGroup>
      {peer ? (
        <fieldset>
          <legend className={styles.heading}>{t('numbers')}</legend>
          <ul className={own.asks}>
            {number('reviewDays', t('days'), MOST_REVIEW_DAYS, peer.days)}
            {number('reviewWeight', t('weight'), MOST_REVIEW_WEIGHT, peer.weight)}
          </ul>
          <p className="faint">{t('numbersHint')}</p>
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
        {number('off', t('percent'), 100, off.percent)}
        {number('floor', t('floor'), 99, off.floor)}
        {number('days', t('days'), MOST_LATE_DAYS, off.days)}
      </ul>
      <p className="faint">{t('wizardHint')}</p>
    </details>
  )
}
