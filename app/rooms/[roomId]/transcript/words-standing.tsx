'use client'
// Over a record for its chair: words that are off in it still stand in a debate that plays on from it, or the other way round, and one press
// takes them off there too (K10).
import { useTranslations } from 'next-intl'
import { followStrikes } from '#room/off/strike-actions.ts'
import { Button } from '#ui/controls/button'
import { ErrorText } from '#ui/controls/error-text'
import { useSending } from '#ui/controls/use-sending.ts'
import styles from './words-standing.module.css'

type StillThere = { roomId: string; name: string; activity: string; here: boolean; count: number }

export function WordsStanding({ roomId, standing }: { roomId: string; standing: readonly StillThere[] }) {
  const t = useTranslations('off.standing')
  const { busy, fault, send } = useSending()
  if (standing.length === 0) return null
  return (
    <section className={`stack unprinted ${styles.notice}`} aria-label={t('title')}>
      <ul>
        {standing.map(({ roomId: id, here, ...of }) => (
          <li key={id}>{here ? t('here', of) : t('there', of)}</li>
        ))}
      </ul>
      <div className="tools">
        <Button size="dense" busy={busy} onClick={() => void send(() => followStrikes(roomId))}>
          {t('follow')}
        </Button>
      </div>
      {fault === null ? null : <ErrorText>{t('failed')}</ErrorText>}
    </section>
  )
}
