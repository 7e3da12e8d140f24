// Under a code that does not open, folded away: the door may have closed already, and then the instructor can be asked. It stands under every
// such code, so it does not tell which codes exist.
import { useTranslations } from 'next-intl'
import styles from '../join.module.css'
import { LateForm } from './late-form'

export function LateDoor({ code }: { code: string }) {
  const t = useTranslations('join.late')
  return (
    <details className={styles.late}>
      <summary>{t('heading')}</summary>
      <LateForm code={code} words={t('submit')}>
        <p className={styles.hint}>{t('text')}</p>
      </LateForm>
    </details>
  )
}
