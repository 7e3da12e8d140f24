// Tells who came by the activity's link that the seminar is full or closed.

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { joinPath } from '#paths'
import styles from '../join.module.css'

export function ShutDoor({ why }: { why: 'full' | 'closed' }) {
  const t = useTranslations('join.shut')
  return (
    <div className={styles.body}>
      <h1 className={styles.heading}>{t(`${why}.heading`)}</h1>
      <p className={styles.text}>{t(`${why}.text`)}</p>
      <p className={styles.hint}>
        <Link href={joinPath()}>{t('again')}</Link>
      </p>
    </div>
  )
}
