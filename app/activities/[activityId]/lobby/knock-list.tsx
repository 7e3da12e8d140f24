'use client'
// The join requests that wait for an answer. Each answer is a form, so it works before hydration.
import { useFormatter, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Band } from '#ui/band'
import { ErrorText } from '#ui/error-text'
import { SubmitButton } from '#ui/submit-button'
import { answerKnock } from '../actions'
import styles from './lobby.module.css'
import type { LobbyKnock, LobbyPerson } from './lobby-data'

type KnockListProps = {
  activityId: string
  waiting: readonly LobbyKnock[]
  people: readonly LobbyPerson[]
  timeZone: string
}

export function KnockList({ activityId, waiting, people, timeZone }: KnockListProps) {
  const t = useTranslations('lobby.door')
  const format = useFormatter()
  const [{ fault }, answer] = useActionState(answerKnock, { fault: null })
  if (waiting.length === 0) return null
  return (
    <section className={styles.section} aria-live="polite">
      <Band level={2} title={t('title', { count: waiting.length })} />
      {fault ? <ErrorText>{t(`fault.${fault}`)}</ErrorText> : null}
      <ul className={styles.list}>
        {waiting.map((knock) => {
          const time = format.dateTime(knock.askedAt, { timeStyle: 'medium', hourCycle: 'h23', timeZone })
          const holder = people.find((person) => person.id === knock.claims)
          return (
            <li key={knock.id}>
              <span>
                <b>{knock.name}</b>{' '}
                <span className={styles.meta}>
                  {holder
                    ? t('claims', { name: holder.name, time })
                    : t(knock.isRemoved ? 'returns' : 'asks', { time })}
                </span>
              </span>
              <form action={answer} className={styles.row}>
                <input type="hidden" name="activityId" value={activityId} />
                <input type="hidden" name="requestId" value={knock.id} />
                <SubmitButton size="dense" name="answer" value="admit">
                  {holder ? t('hand') : t('admit')}
                </SubmitButton>
                <SubmitButton kind="plain" size="dense" name="answer" value="refuse">
                  {t('refuse')}
                </SubmitButton>
              </form>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
