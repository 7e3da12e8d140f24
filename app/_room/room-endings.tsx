'use client'
// The page for a person who cannot enter this room as a participant: removed or moved away by the chair, signed out, no such room, or its chair.
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { deskPath, joinPath, myPath, roomPath, signInPath } from '#paths'
import type { RoomId } from '#simulation/kernel/ids'
import { LinkButton } from '#ui/controls/button'
import { Banner } from '#ui/page/banner'
import { EmptyState, ErrorState } from '#ui/page/empty-state'
import styles from './room-endings.module.css'
import { carryStatement } from './words/carried-words'

export function Removed() {
  const t = useTranslations('room.removed')
  return (
    <>
      <Banner kind="removed" title={t('title')}>
        {t('text')}
      </Banner>
      <main id="main" className={styles.page}>
        <EmptyState title={t('heading')} level={1}>
          {t('whatNow')}
        </EmptyState>
      </main>
    </>
  )
}

/** The chair has moved this person to another table, where their page is not until they go there. */
export function MovedAway({ from, to }: { from: string; to: RoomId }) {
  const t = useTranslations('room.movedAway')
  const [carried, setCarried] = useState(false)
  useEffect(() => {
    try {
      if (carryStatement(from, to, window.localStorage)) setCarried(true)
    } catch {
      // No storage on this device, so that nothing was kept that could go along.
    }
  }, [from, to])
  return (
    <main id="main" className={styles.page}>
      <EmptyState
        title={t('title')}
        level={1}
        action={
          <LinkButton kind="primary" href={roomPath(to)}>
            {t('action')}
          </LinkButton>
        }
      >
        {t('text')} {carried ? t('carried') : null}
      </EmptyState>
    </main>
  )
}

const WORDS = {
  'signed-out': 'room.signedOut',
  'not-found': 'room.notFound',
  'taken-away': 'room.takenAway',
  'made-by-newer': 'room.madeByNewer',
  'too-many': 'ui.tooMany',
} as const

export function NoRoom({ roomId, why }: { roomId: string; why: keyof typeof WORDS }) {
  const t = useTranslations(WORDS[why])
  const signedOut = useTranslations('room.signedOut')
  const onward = {
    'signed-out': signInPath(roomPath(roomId)),
    'not-found': joinPath(),
    'taken-away': myPath(),
    'made-by-newer': roomPath(roomId),
    'too-many': roomPath(roomId),
  }
  return (
    <main id="main" className={styles.page}>
      <ErrorState
        level={1}
        title={t('title')}
        action={
          <>
            {why === 'signed-out' ? (
              <LinkButton kind="primary" href={joinPath()}>
                {signedOut('join')}
              </LinkButton>
            ) : null}
            <LinkButton kind={why === 'signed-out' ? 'plain' : 'primary'} href={onward[why]}>
              {t('action')}
            </LinkButton>
          </>
        }
      >
        {t('text')}
      </ErrorState>
    </main>
  )
}

export function ForTheChair({ roomId }: { roomId: string }) {
  const t = useTranslations('room.chair')
  return (
    <main id="main" className={styles.page}>
      <EmptyState
        level={1}
        title={t('title')}
        action={
          <LinkButton kind="primary" href={deskPath(roomId)}>
            {t('action')}
          </LinkButton>
        }
      />
    </main>
  )
}
