// Step 5: a summary, the title, and the button that publishes.
import { useLocale, useTranslations } from 'next-intl'
import { wallWords } from '#format/days'
import type { HomeworkAgenda } from '#simulation/scenario/scenario'
import { CarriedFields } from '../_wizard/carried-fields'
import styles from '../_wizard/wizard.module.css'
import type { ShownPhase } from './dates'
import { policyOf } from './grading-in'
import own from './new-homework.module.css'
import { PublishForm } from './publish-form'
import { addressOf, type DebateSetup, fieldsOf, requirementsOf, wordsOf } from './setup'

type CheckStepProps = {
  setup: DebateSetup
  agenda: HomeworkAgenda
  course: { id: string; title: string; timeZone: string }
  phases: readonly ShownPhase[]
  students: number
  /** Whether the server sends mail. */
  mails: boolean
  offersReviews: boolean
}

export function CheckStep({ setup, agenda, course, phases, students, mails, offersReviews }: CheckStepProps) {
  const t = useTranslations('homework.wizard.check')
  const locale = useLocale()
  const policy = policyOf(setup)
  const kinds = useTranslations('record.homeworkPhases')
  const asks = useTranslations('homework.wizard.asks')
  const peers = useTranslations('grading.peer')
  const requirements = requirementsOf(setup, agenda)
  const asksNothing = requirements.every(({ length }) => length === 0) ? 'no-parts' : null
  const wrong = students === 0 ? 'no-roster' : setup.on.length === 0 ? 'no-rounds' : asksNothing
  const dates = phases.some(({ fault }) => fault !== null) ? 'dates' : null
  return (
    <PublishForm
      courseId={course.id}
      title={setup.title}
      back={addressOf(setup, 4)}
      wrong={wrong ?? dates}
      toDates={addressOf(setup, 2)}
    >
      <CarriedFields fields={fieldsOf(setup)} except={['title']} />
      <dl className={own.facts}>
        <dt>{t('rounds')}</dt>
        <dd>{t('roundsText', { count: setup.on.length })}</dd>
        <dt>{t('rooms')}</dt>
        <dd>{t('roomsText', { rooms: setup.rooms, students, understudies: setup.understudies ? 'yes' : 'no' })}</dd>
        <dt>{t('reading')}</dt>
        <dd>{setup.postFirst ? t('postFirst') : t('openAtOnce')}</dd>
        {setup.learning ? (
          <>
            <dt>{asks('learning')}</dt>
            <dd>{t('learning')}</dd>
          </>
        ) : null}
        <dt>{t('late')}</dt>
        <dd>
          {asks('lateFor', { hours: setup.lateHours })}
          {policy ? `; ${t('off', policy)}` : null}
        </dd>
        {setup.peer && offersReviews ? (
          <>
            <dt>{peers('title')}</dt>
            <dd>{peers('chosen', setup.peer)}</dd>
          </>
        ) : null}
        <dt>{t('typed')}</dt>
        <dd>{setup.handInDrafts ? asks('handIn') : t('notHandedIn')}</dd>
        <dt>{t('mail')}</dt>
        <dd>{t(mails ? 'mails' : 'noMails')}</dd>
        <dt>{t('zone')}</dt>
        <dd>{course.timeZone.replaceAll('_', ' ')}</dd>
      </dl>
      <section className={own.week} aria-label={t('week')}>
        <h2 className={styles.heading}>{t('week')}</h2>
        <ol className={own.dates}>
          {phases.map((phase, index) => (
            <li key={phase.kind}>
              <span>
                <b>{kinds(phase.kind)}</b>
                <span className="faint">
                  {(requirements[index] ?? [])
                    .map((asked) => {
                      const what = `${asked.count} ${asks(`what.${asked.what}`, wordsOf(asked))}`
                      return asks('long', { what, least: asked.least ?? 0, most: asked.most ?? 0 })
                    })
                    .join('; ')}
                </span>
              </span>
              <span>
                {phase.moment
                  ? t('at', { when: wallWords(locale, phase.due) })
                  : t('by', { when: wallWords(locale, phase.due) })}
              </span>
            </li>
          ))}
        </ol>
      </section>
    </PublishForm>
  )
}
