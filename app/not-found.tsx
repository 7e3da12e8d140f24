// The "not found" page. It is also the answer for what the reader may not see, so that nobody learns what exists.

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AppBar } from '#ui/app-bar'
import { LinkButton } from '#ui/button'
import { EmptyState } from '#ui/empty-state'
import styles from './plain-page.module.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common')
  return { title: t('notFound.title') }
}

export default async function NotFound() {
  const t = await getTranslations('common')
  return (
    <>
      <AppBar />
      <main id="main" className={styles.page}>
        <EmptyState
          level={1}
          title={t('notFound.title')}
          action={<LinkButton href="/">{t('notFound.home')}</LinkButton>}
        >
          {t('notFound.text')}
        </EmptyState>
      </main>
    </>
  )
}
