'use client'
// The requests to join that wait for an answer, as lobby and wall show them. Each answer is a form, so it works before hydration.
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { timeOfDay } from '#format/clock-time'
import { useReaderZone } from '#room/hooks/use-reader-zone.ts'
import { useActivity } from '#room/link/use-activity.ts'
import type { Knock } from '#simulation/wire/protocol'
import { Band } from '#ui/charts/band'
import { ErrorText } from '#ui/controls/error-text'
import { SubmitButton } from '#ui/controls/submit-button'
import { RuledList } from '#ui/words/ruled-list'
import { answerKnock } from './actions'
import styles from './knock-list.module.css'

type KnockListProps = {
  activityId: string
  /** Who waited when the page was fetched; the page's connection knows more. */
  waiting: readonly Knock[]
  /** The course's, until it is known in which zone the reader is. */
  timeZone: string
}

export function KnockList({ activityId, waiting: first, timeZone: courseZone }: KnockListProps) {
  const timeZone = useReaderZone() ?? courseZone
  const t = useTranslations('knocks')
  const [{ fault }, answer] = useActionState(answerKnock, { fault: null })
  const people = useActivity(activityId, (view) => view.people)
  const waiting = useActivity(activityId, (view) => (view.heardAt === null ? null : view.knocks)) ?? first
  if (waiting.length === 0) return null
  return (
    <section className={styles.section} aria-live="polite">
      <Band level={2} title={t('title', { count: waiting.length })} />
      {fault ? <ErrorText>{t(`fault.${fault}`)}</ErrorText> : null}
      <RuledList>
        {waiting.map((knock) => {
          const time = timeOfDay(knock.askedAt, { timeZone })
          const claimed = knock.claims === null ? undefined : people.get(knock.claims)
          const holder = claimed?.removed === false ? claimed : undefined
          return (
            <li key={knock.id}>
              <span>
                <b>{knock.name}</b>{' '}
                <span className="faint">
                  {holder
                    ? t('claims', { name: holder.name, time })
                    : t(claimed?.removed ? 'returns' : 'asks', { time })}
                </span>
              </span>
              <form action={answer} className={`bar ${styles.row}`}>
                <input type="hidden" name="activityId" value={activityId} />
                <input type="hidden" name="requestId" value={knock.id} />
                {fault === 'full' && !claimed ? (
                  <SubmitButton size="dense" name="answer" value="further">
                    {t('further')}
                  </SubmitButton>
                ) : (
                  <SubmitButton size="dense" name="answer" value="admit">
                    {holder ? t('hand') : t('admit')}
                  </SubmitButton>
                )}
                <SubmitButton kind="plain" size="dense" name="answer" value="refuse">
                  {t('refuse')}
                </SubmitButton>
              </form>
            </li>
          )
        })}
      </RuledList>
    </section>
  )
}
