// Step 1: the code. A plain form that works before hydration; the next page checks the code.
import { useTranslations } from 'next-intl'
import { CodeField } from '#ui/controls/code-field'
import { SubmitButton } from '#ui/controls/submit-button'
import { goToCode } from './actions'
import styles from './join.module.css'

export function CodeForm({ code = '', isRefused = false }: { code?: string; isRefused?: boolean }) {
  const t = useTranslations('join.code')
  return (
    <form action={goToCode} className={styles.form}>
      <div className={styles.body}>
        <h1 className={styles.heading}>{t('heading')}</h1>
        <CodeField label={t('label')} hint={t('hint')} error={isRefused ? t('refused') : undefined} code={code} />
      </div>
      <div className={`stack ${styles.foot}`}>
        <SubmitButton wide>{isRefused ? t('again') : t('submit')}</SubmitButton>
        <p>{t('foot')}</p>
      </div>
    </form>
  )
}
