// Students of the roster who have no place in the debate yet, and the button that gives them one.
import { useLocale, useTranslations } from 'next-intl'
import { commaList } from '#format/lists'
import { SubmitButton } from '#ui/submit-button'
import { placeNewcomers } from './actions'
import styles from './board.module.css'

export function Arrivals({ activityId, names }: { activityId: string; names: readonly string[] }) {
  const t = useTranslations('board.arrivals')
  const locale = useLocale()
  if (names.length === 0) return null
  return (
    <form action={placeNewcomers} className={styles.arrivals}>
      <input type="hidden" name="activityId" value={activityId} />
      <span>{t('who', { count: names.length, names: commaList(locale, names.slice(0, 5)) })}</span>
      <SubmitButton kind="plain" size="dense">
        {t('place')}
      </SubmitButton>
    </form>
  )
}
