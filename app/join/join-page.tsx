// The frame of the join pages: one question, and the progress through three steps.
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { VisuallyHidden } from '#ui/page/visually-hidden'
import { OwnCorner } from '../_device/account-menu'
import { Mark } from '../_device/app-bar'
import styles from './join.module.css'

export function JoinPage({ step, children }: { step?: 1 | 2 | 3; children: ReactNode }) {
  const t = useTranslations('join')
  const common = useTranslations('common')
  return (
    <div className={`pane ${styles.page}`}>
      <header className={`line ${styles.top}`}>
        <Link href="/">
          <Mark />
          <VisuallyHidden>{common('title')}</VisuallyHidden>
        </Link>
        {step ? <span className="faint">{t('step', { number: step })}</span> : null}
        <OwnCorner />
      </header>
      <main id="main" className={styles.form}>
        {children}
      </main>
    </div>
  )
}
