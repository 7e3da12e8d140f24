// A seminar that is full, or closed to somebody who came by its link: what is so, and one form that asks the instructor.

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { joinPath } from '#paths'
import styles from '../join.module.css'
import { LateForm } from './late-form'

export function ShutDoor({ code, why }: { code: string; why: 'full' | 'closed' }) {
  const t = useTranslations('join.shut')
  return (
    <LateForm code={code} words={t('ask')}>
      <h1 className={styles.heading}>{t(`${why}.heading`)}</h1>
      <p className={`lead ${styles.text}`}>{t(`${why}.text`)}</p>
      <p className={`${styles.hint} ${styles.way}`}>
        <Link href={joinPath()}>{t('again')}</Link>
      </p>
    </LateForm>
  )
}
