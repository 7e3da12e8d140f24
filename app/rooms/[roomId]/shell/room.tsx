'use client'
// A room as one participant sees it, drawn from its RoomView.
import { useTranslations } from 'next-intl'
import type { RoomView } from '#room/link/room-view.ts'
import { type EssayParagraph, useSeatView } from '#room/link/seat-view.ts'
import { lazyPart } from '#ui/over/lazy-part.ts'
import { Skeleton } from '#ui/page/skeleton'
import { VisuallyHidden } from '#ui/page/visually-hidden'
import { AppBar } from '../../../_device/app-bar'
import styles from './room.module.css'

/** Loaded while the page joins the room, so that no second wait follows the join. */
const useParts = lazyPart(() => import('./room-parts'))

type RoomProps = { view: RoomView; roomId: string; essay: readonly EssayParagraph[]; courseZone: string }

export function Room({ view, roomId, essay, courseZone }: RoomProps) {
  const at = useSeatView(view, roomId, essay, courseZone)
  const parts = useParts()
  const { kind } = view.connection
  const isHere = kind !== 'removed' && kind !== 'moved' && kind !== 'refused'
  if (parts && at && isHere && view.viewer?.kind === 'person') return <parts.Seated at={at} />
  return (
    <div className={styles.frame}>
      <AppBar
        place={[view.room?.name, view.room?.title].filter(Boolean).join(' · ')}
        right={
          parts && isHere && view.state && view.viewer?.kind === 'person' ? (
            <parts.ChairNotes at={{ view, state: view.state, person: view.viewer.person }} iconOnly />
          ) : null
        }
      />
      {parts ? <NotSeated parts={parts} view={view} roomId={roomId} /> : <Loading />}
    </div>
  )
}

type StandingProps = { parts: NonNullable<ReturnType<typeof useParts>>; view: RoomView; roomId: string }

function NotSeated({ parts, view, roomId }: StandingProps) {
  const { state, viewer, connection } = view
  if (connection.kind === 'removed') return <parts.Removed />
  if (connection.kind === 'moved') return <parts.MovedAway from={roomId} to={connection.to} />
  if (connection.kind === 'refused') return <parts.NoRoom roomId={roomId} why={connection.why} />
  if (viewer?.kind === 'chair') return <parts.ForTheChair roomId={roomId} />
  return (
    <>
      <parts.ConnectionBanner view={view} roomId={roomId} />
      {state && viewer?.kind === 'person' ? (
        <>
          <parts.MovedNotice roomId={roomId} person={viewer.person} state={state} />
          <parts.UnseatedNow view={view} state={state} person={viewer.person} />
          <parts.SeatChoice view={view} state={state} person={viewer.person} />
        </>
      ) : (
        <Loading />
      )}
    </>
  )
}

function Loading() {
  const t = useTranslations('room')
  return (
    <main id="main" className={styles.page}>
      <VisuallyHidden as="h1">{t('loading')}</VisuallyHidden>
      <Skeleton label={t('loading')} />
    </main>
  )
}
