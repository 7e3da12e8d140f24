// Students of the roster who have no place in the debate yet, and the button that gives them one; and who has come into it of late.
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { dayAndTime } from '#format/days'
import { commaList } from '#format/lists'
import { lobbyPath } from '#paths'
import { SubmitButton } from '#ui/submit-button'
import { placeNewcomers } from './actions'
import styles from './board.module.css'
import type { BoardData } from './board-data'

type ArrivalsProps = { activityId: string; names: readonly string[] } & Pick<BoardData, 'newcomers' | 'timeZone'>

export function Arrivals({ activityId, names, newcomers, timeZone }: ArrivalsProps) {
  const t = useTranslations('board.arrivals')
  const locale = useLocale()
  return (
    <>
      {newcomers.map(({ name, room, at }) => (
        <p key={`${name} ${at}`} className={styles.arrivals}>
          <span>
            {t.rich('joined', {
              ...{ name, room, when: dayAndTime(locale, at, timeZone) },
              bdi: (text) => <bdi>{text}</bdi>,
            })}
          </span>
          <Link href={lobbyPath(activityId)}>{t('change')}</Link>
        </p>
      ))}
      {names.length === 0 ? null : (
        <form action={placeNewcomers} className={styles.arrivals}>
          <input type="hidden" name="activityId" value={activityId} />
          <span>{t('who', { count: names.length, names: commaList(locale, names.slice(0, 5)) })}</span>
          <SubmitButton kind="plain" size="dense">
            {t('place')}
          </SubmitButton>
        </form>
      )}
    </>
  )
}
