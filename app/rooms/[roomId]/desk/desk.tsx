'use client'
// Connects the instructor's desk to its room.
import { useTranslations } from 'next-intl'
import { coursesPath, signInPath } from '#paths'
import { useRoom } from '#room/link/use-room.ts'
import { LinkButton } from '#ui/controls/button'
import { EmptyState } from '#ui/page/empty-state'
import { Skeleton } from '#ui/page/skeleton'
import { DeskScreen } from './desk-screen'
import styles from './desk-screen.module.css'
import type { DeskPageData } from './faces/desk-parts'

export function Desk(papers: DeskPageData) {
  const view = useRoom(papers.roomId)
  const t = useTranslations('desk')
  if (view.connection.kind === 'refused') {
    const why = view.connection.why
    return (
      <main id="main" className={styles.alone}>
        <EmptyState
          level={1}
          title={t(`closed.${why}.title`)}
          action={
            <LinkButton kind="primary" href={why === 'signed-out' ? signInPath() : coursesPath()}>
              {t(`closed.${why}.action`)}
            </LinkButton>
          }
        >
          {t(`closed.${why}.text`)}
        </EmptyState>
      </main>
    )
  }
  if (!view.state || view.viewer?.kind !== 'chair')
    return (
      <main id="main" className={styles.alone}>
        <h1 className={styles.title}>{t('title', { room: papers.room })}</h1>
        <Skeleton label={t('loading')} />
      </main>
    )
  return <DeskScreen view={view} state={view.state} papers={papers} />
}
