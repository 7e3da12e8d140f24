// The rate limit's queue for typed codes: the place in it, the expected wait, and the activity's link as the way around it. It retries by
// itself.

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { joinPath } from '#paths'
import { AskAgain } from '../ask-again'
import styles from '../join.module.css'
import { JoinPage } from '../join-page'

export function QueuePage({ place, waitMs }: { place: number; waitMs: number }) {
  const t = useTranslations('join.queue')
  return (
    <JoinPage step={1}>
      <div className={styles.body}>
        <h1 className={styles.heading}>{t('heading')}</h1>
        <p className={styles.wait} role="status">
          {t('place', { place, seconds: Math.max(1, Math.ceil(waitMs / 1000)) })}
        </p>
        <p className={`lead ${styles.text}`}>{t('text')}</p>
        <p className={styles.hint}>{t('link')}</p>
        <AskAgain everyMs={1000} withoutScriptSeconds={Math.max(1, Math.ceil(waitMs / 1000))} />
        <p className={`${styles.hint} ${styles.way}`}>
          <Link href={joinPath()}>{t('again')}</Link>
        </p>
      </div>
    </JoinPage>
  )
}
