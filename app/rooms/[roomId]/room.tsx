'use client'
// A room as one participant sees it: a pure picture of the room's view. It must not know how the view is fetched.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { AppBar } from '#ui/app-bar'
import { Banner } from '#ui/banner'
import { LinkButton } from '#ui/button'
import { EmptyState, ErrorState } from '#ui/empty-state'
import { LoadingBones } from '#ui/loading-bones'
import { type EssayParagraph, useTable } from './at-table'
import { ConnectionBanner } from './connection-banner'
import { DraftsHere } from './homework/drafts-here'
import styles from './room.module.css'
import type { RoomView } from './room-view'
import { SeatChoice } from './seat-choice'
import { Table } from './table'

type RoomProps = { view: RoomView; roomId: string; essay: readonly EssayParagraph[]; courseZone: string }

export function Room({ view, roomId, essay, courseZone }: RoomProps) {
  const t = useTranslations('room')
  const at = useTable(view, roomId, essay, courseZone)
  const { state, viewer, connection } = view
  if (connection.kind === 'removed') {
    return (
      <Frame view={view}>
        <Banner kind="removed" title={t('removed.title')}>
          {t('removed.text')}
        </Banner>
        <main id="main" className={styles.page}>
          <EmptyState title={t('removed.heading')} level={1}>
            {t('removed.whatNow')}
          </EmptyState>
        </main>
      </Frame>
    )
  }
  if (connection.kind === 'refused') {
    const signedOut = connection.why === 'signed-out'
    return (
      <Frame view={view}>
        <main id="main" className={styles.page}>
          <ErrorState
            level={1}
            title={t(signedOut ? 'signedOut.title' : 'notFound.title')}
            action={
              <LinkButton kind="primary" href={signedOut ? `/sign-in?next=/rooms/${roomId}` : '/join'}>
                {t(signedOut ? 'signedOut.action' : 'notFound.action')}
              </LinkButton>
            }
          >
            {t(signedOut ? 'signedOut.text' : 'notFound.text')}
          </ErrorState>
        </main>
      </Frame>
    )
  }
  if (viewer?.kind === 'chair') {
    return (
      <Frame view={view}>
        <main id="main" className={styles.page}>
          <EmptyState
            level={1}
            title={t('chair.title')}
            action={
              <LinkButton kind="primary" href={`/rooms/${roomId}/desk`}>
                {t('chair.action')}
              </LinkButton>
            }
          >
            {t('chair.text')}
          </EmptyState>
        </main>
      </Frame>
    )
  }
  if (at) {
    const table = <Table key={at.seat.id} at={at} />
    return at.state.plan.kind === 'homework' ? <DraftsHere at={at}>{table}</DraftsHere> : table
  }
  if (state && viewer?.kind === 'person') {
    return (
      <Frame view={view}>
        <ConnectionBanner view={view} roomId={roomId} />
        <SeatChoice view={view} state={state} person={viewer.person} />
      </Frame>
    )
  }
  return (
    <Frame view={view}>
      <ConnectionBanner view={view} roomId={roomId} />
      <main id="main" className={styles.page}>
        <h1 className={styles.heard}>{t('loading')}</h1>
        <LoadingBones label={t('loading')} />
      </main>
    </Frame>
  )
}

function Frame({ view, children }: { view: RoomView; children: ReactNode }) {
  return (
    <div className={styles.frame}>
      <AppBar place={[view.room?.name, view.room?.title].filter(Boolean).join(' · ')} />
      {children}
    </div>
  )
}
