// Every date of the repeated debate, before anything is published.
import { useLocale, useTranslations } from 'next-intl'
import { timeOfWall } from '#format/clock-time'
import { wallWords } from '#format/days'
import type { PhaseKind } from '#simulation/agenda/phase-kinds'
import { ErrorText } from '#ui/error-text'
import styles from '../../_wizard/wizard.module.css'
import own from './repeat.module.css'

export type LaterDate = {
  kind: PhaseKind
  opens: string
  due: string
  /** A reveal has an instant and no length. */
  moment: boolean
  /** What a change of clocks does to the deadline. */
  turned: 'exact' | 'skipped' | 'repeated'
  fault: 'past' | 'before-the-last' | null
}

export function LaterDates({ phases, zone }: { phases: readonly LaterDate[]; zone: string }) {
  const t = useTranslations('homework.repeat')
  const dates = useTranslations('homework.wizard.dates')
  const kinds = useTranslations('record.homeworkPhases')
  const locale = useLocale()
  return (
    <section aria-labelledby="later-dates" className={own.later}>
      <h2 id="later-dates" className={styles.heading}>
        {t('dates', { zone: zone.replaceAll('_', ' ') })}
      </h2>
      <ol className={own.dates}>
        {phases.map(({ kind, opens, due, moment, turned, fault }) => (
          <li key={kind}>
            <span>
              <b>{kinds(kind)}</b>{' '}
              <span className="faint">
                {moment ? dates('moment') : dates('opens', { when: wallWords(locale, opens) })}
              </span>
            </span>
            <span>
              {t(moment ? 'at' : 'due', { when: wallWords(locale, due) })}
              {turned === 'skipped' ? (
                <small className="faint"> {dates('skipped', { time: timeOfWall(due) })}</small>
              ) : null}
              {turned === 'repeated' ? <small className="faint"> {dates('repeated')}</small> : null}
              {fault ? <ErrorText>{dates(`fault.${fault}`)}</ErrorText> : null}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
