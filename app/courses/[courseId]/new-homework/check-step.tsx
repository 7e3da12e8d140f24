// The page on which a homework debate is made: how long, the first day, what is due when, and the button that publishes. The rest is proposed,
// and stands folded with a link to where it is changed.

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Fragment, type ReactNode } from 'react'
import { wallDay, wallWords } from '#format/days'
import { rosterPath } from '#paths'
import type { HomeworkAgenda } from '#simulation/scenario/scenario'
import { LinkButton } from '#ui/controls/button'
import { Choice, ChoiceGroup } from '#ui/controls/choice'
import { ErrorText } from '#ui/controls/error-text'
import type { WizardOffer } from '../../../_beside/kind/on-pages'
import { AutoForm } from '../_wizard/auto-form'
import { CarriedFields } from '../_wizard/carried-fields'
import styles from '../_wizard/wizard.module.css'
import { isShort, type OfferedLength, type ShownPhase } from './dates'
import { DAY_FIELDS, DayFields } from './day-fields'
import { policyOf } from './grading-in'
import own from './new-homework.module.css'
import { PublishForm } from './publish-form'
import { addressOf, type DebateSetup, fieldsOf, requirementsOf, type WizardStep, wordsOf } from './setup'

type CheckStepProps = {
  setup: DebateSetup
  agenda: HomeworkAgenda
  course: { id: string; title: string; timeZone: string }
  phases: readonly ShownPhase[]
  students: number
  /** Whether the server sends mail. */
  mails: boolean
  /** What stands beside the log and is offered in this debate. */
  beside: readonly WizardOffer[]
  /** The lengths to choose from. */
  lengths: readonly OfferedLength[]
  /** On how many days of the class the debate lasts as it is. */
  classDays: number
}

export function CheckStep(props: CheckStepProps) {
  const { setup, agenda, course, phases, students } = props
  const t = useTranslations('homework.wizard.check')
  const asksNothing = requirementsOf(setup, agenda).every(({ length }) => length === 0) ? 'no-parts' : null
  const wrong = setup.on.length === 0 ? 'no-rounds' : asksNothing
  const dates = phases.some(({ fault }) => fault !== null) ? 'dates' : null
  return (
    <div>
      <h1 className={styles.title}>{t('heading')}</h1>
      <p className={`lead ${styles.lead}`}>{t('lead')}</p>
      {students === 0 ? (
        <div className={`stack ${own.fault}`} role="status">
          <ErrorText>{t('fault.no-roster')}</ErrorText>
          <LinkButton href={rosterPath(course.id)}>{t('toRoster')}</LinkButton>
        </div>
      ) : null}
      <Length {...props} />
      <Week {...props} />
      <PublishForm
        courseId={course.id}
        title={setup.title}
        wrong={students === 0 ? 'no-roster' : (wrong ?? dates)}
        toDates={addressOf(setup, 2)}
        rest={<Rest {...props} />}
      >
        <CarriedFields fields={fieldsOf(setup)} except={['title']} />
      </PublishForm>
    </div>
  )
}

/** How long it lasts and on which days. Choosing works the dates out anew. */
function Length({ setup, lengths }: CheckStepProps) {
  const t = useTranslations('homework.wizard')
  const locale = useLocale()
  return (
    <AutoForm>
      <div className={styles.form}>
        <CarriedFields fields={fieldsOf(setup)} except={['agenda', ...DAY_FIELDS]} />
        <ChoiceGroup legend={t('scenario.shape')}>
          {lengths.map(({ key, tensions, until, classDays }) => (
            <Choice
              key={key}
              name="agenda"
              value={key}
              title={t('check.length', { days: classDays, until: wallDay(locale, until) ?? '', tensions })}
              defaultChecked={key === setup.agenda}
            />
          ))}
        </ChoiceGroup>
        <DayFields setup={setup} />
        <noscript>
          <button type="submit">{t('again')}</button>
        </noscript>
      </div>
    </AutoForm>
  )
}

/** What is due when, how long each part is open and what is asked in it. */
function Week({ setup, agenda, phases, classDays }: CheckStepProps) {
  const t = useTranslations('homework.wizard.check')
  const dates = useTranslations('homework.wizard.dates')
  const kinds = useTranslations('record.homeworkPhases')
  const asks = useTranslations('homework.wizard.asks')
  const locale = useLocale()
  const requirements = requirementsOf(setup, agenda)
  const span = {
    days: classDays,
    from: wallDay(locale, `${setup.start}T00:00`) ?? '',
    until: wallWords(locale, phases.at(-1)?.due ?? ''),
  }
  return (
    <section className={own.week} aria-label={t('week')}>
      <h2 className={styles.heading}>{t('span', span)}</h2>
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
              {phase.moment ? null : (
                <span className={`faint ${own.open}`}>{dates('open', { hours: phase.hours })}</span>
              )}
              {isShort(phase) ? <b className={own.open}>{dates('short')}</b> : null}
              {phase.fault ? <ErrorText>{dates(`fault.${phase.fault}`)}</ErrorText> : null}
            </span>
          </li>
        ))}
      </ol>
      <p>
        <Link href={addressOf(setup, 2)}>{t('toDates')}</Link>
      </p>
    </section>
  )
}

/** What is proposed, each with where it is changed. */
function Rest({ setup, course, students, mails, beside }: CheckStepProps) {
  const t = useTranslations('homework.wizard.check')
  const asks = useTranslations('homework.wizard.asks')
  const grading = useTranslations('grading')
  const policy = policyOf(setup)
  const fact = (name: string, text: ReactNode, step: WizardStep | null) => (
    <>
      <dt>{name}</dt>
      <dd>
        {text} {step === null ? null : <Link href={addressOf(setup, step)}>{t('change', { what: name })}</Link>}
      </dd>
    </>
  )
  return (
    <dl className={own.facts}>
      {fact(t('rounds'), t('roundsText', { count: setup.on.length }), 1)}
      {fact(
        t('rooms'),
        t('roomsText', { rooms: setup.rooms, students, understudies: setup.understudies ? 'yes' : 'no' }),
        3,
      )}
      {fact(t('reading'), setup.postFirst ? t('postFirst') : t('openAtOnce'), 4)}
      {setup.learning ? fact(asks('learning'), t('learning'), 4) : null}
      {fact(
        t('late'),
        <>
          {asks('lateFor', { hours: setup.lateHours })}
          {policy ? `; ${t('off', policy)}` : null}
        </>,
        4,
      )}
      {beside.map((part) => {
        const chosen = part.fact(setup.beside, grading)
        return chosen ? <Fragment key={chosen.name}>{fact(chosen.name, chosen.text, 4)}</Fragment> : null
      })}
      {fact(t('typed'), setup.handInDrafts ? asks('handIn') : t('notHandedIn'), 4)}
      {fact(t('mail'), t(mails ? 'mails' : 'noMails'), null)}
      {fact(t('zone'), course.timeZone.replaceAll('_', ' '), null)}
    </dl>
  )
}
