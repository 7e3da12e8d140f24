// Makes the links of those who have none. It is a press of its own, because from then on whoever has no student number comes in at a
// roster's door by their link alone.
import { useTranslations } from 'next-intl'
import { SubmitButton } from '#ui/submit-button'
import { makeLinks } from './actions'
import styles from './links.module.css'

/** `count`: who has no link yet. `byName`: those of them who come in at a roster's door by their name alone until then. */
export function MakeLinks({ courseId, count, byName }: { courseId: string; count: number; byName: number }) {
  const t = useTranslations('courses.links')
  if (count === 0) return null
  return (
    <form action={makeLinks} className={styles.row}>
      <input type="hidden" name="courseId" value={courseId} />
      <SubmitButton>{t('make', { count })}</SubmitButton>
      {byName === 0 ? null : <p className={styles.hint}>{t('makeHint', { count: byName })}</p>}
    </form>
  )
}
