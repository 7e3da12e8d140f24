'use client'
// The banner under the bar: whether the page is connected, which words are saved and which still wait to be sent.
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { timeOfDay } from '#format/clock-time'
import { Button } from '#ui/controls/button'
import { Banner } from '#ui/page/banner'
import { useNow } from './hooks/use-now'
import { useSecondTab } from './hooks/use-second-tab'
import type { RoomView } from './link/room-view'
import { LostBanner } from './lost-banner'
import { lostOf, NotRecorded } from './words/not-recorded'
import { UnsavedNotice } from './words/unsaved-notice'

/** Saving is announced only when it takes longer than this; otherwise the banner would flash on every message. */
const PATIENCE_MS = 4_000
/** How long "reconnected" stays on screen. */
const BACK_MS = 8_000

export function ConnectionBanner({ view, roomId }: { view: RoomView; roomId: string }) {
  const t = useTranslations('room.connection')
  const back = useBack(view)
  const second = useSecondTab(roomId)
  const lost = lostOf(view)
  const waiting = view.waiting.filter(({ status }) => status.kind === 'sending')
  switch (view.connection.kind) {
    case 'offline':
    case 'restarting':
    case 'outdated':
      return <LostBanner connection={view.connection} namespace="room.connection" waiting={waiting.length} />
    case 'live':
      if (view.unsavedSince !== null)
        return <UnsavedNotice reader="student" since={view.unsavedSince} waiting={waiting.length} />
      if (lost) return <NotRecorded key={lost.id} lost={lost} view={view} />
      if (back !== null) {
        return (
          <Banner kind="back" title={t('back', { time: timeOfDay(back) })}>
            {t('backSafe', { count: waiting.length, refused: view.waiting.length - waiting.length })}
          </Banner>
        )
      }
      if (second.elsewhere) {
        return (
          <Banner
            kind="secondTab"
            title={t('second')}
            action={
              <Button size="dense" onClick={second.useHere}>
                {t('useHere')}
              </Button>
            }
          >
            {t('secondSafe')}
          </Banner>
        )
      }
      return waiting.length > 0 ? <Saving view={view} since={waiting[0]?.at ?? 0} /> : null
    case 'connecting':
    case 'removed':
    case 'moved':
    case 'refused':
      return null
    default:
      return view.connection satisfies never
  }
}

function Saving({ view, since }: { view: RoomView; since: number }) {
  const t = useTranslations('room.connection')
  const now = useNow(view.now, 1000)
  return now - since > PATIENCE_MS ? <Banner kind="saving">{t('saving', { time: timeOfDay(since) })}</Banner> : null
}

/** When the connection came back; null again after BACK_MS. */
function useBack({ connection, now }: RoomView): number | null {
  const { kind } = connection
  const lost = useRef(false)
  const [at, setAt] = useState<number | null>(null)
  useEffect(() => {
    if (kind === 'offline' || kind === 'restarting') lost.current = true
    if (kind !== 'live' || !lost.current) return
    lost.current = false
    setAt(now())
    const timer = setTimeout(() => setAt(null), BACK_MS)
    return () => clearTimeout(timer)
  }, [kind, now])
  return at
}
