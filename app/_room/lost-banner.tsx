'use client'
// The banner while the server cannot be reached, restarts or is of another version: since when, and what becomes of what waits to be sent.
import { useTranslations } from 'next-intl'
import { timeOfDay } from '#format/clock-time'
import { Banner } from '#ui/page/banner'
import type { Connection } from './link/room-view'

type LostBannerProps = {
  connection: Connection
  /** The messages of the screen: `offlineText`, `restartingText`. */
  namespace: 'room.connection' | 'desk.connection' | 'lobby.connection' | 'wall.connection'
  /** How many commands of this page wait to be sent. */
  waiting: number
}

export function LostBanner({ connection, namespace, waiting }: LostBannerProps) {
  const t = useTranslations(namespace)
  const since = useTranslations('ui.lost')
  const tooMany = useTranslations('ui.tooMany')
  const newVersion = useTranslations('ui.newVersion')
  switch (connection.kind) {
    case 'offline':
      return (
        <Banner kind="offline" title={since('offline', { time: timeOfDay(connection.since) })}>
          {t('offlineText', { count: waiting })}
        </Banner>
      )
    case 'restarting':
      return (
        <Banner kind="restarting" title={since('restarting', { time: timeOfDay(connection.since) })}>
          {t('restartingText', { count: waiting })}
        </Banner>
      )
    case 'outdated':
      return (
        <Banner kind="restarting" title={newVersion('title')}>
          {newVersion('text')}
        </Banner>
      )
    case 'refused':
      return connection.why === 'too-many' ? (
        <Banner kind="offline" title={tooMany('title')}>
          {tooMany('text')}
        </Banner>
      ) : null
    case 'live':
    case 'connecting':
    case 'removed':
    case 'moved':
      return null
    default:
      return connection satisfies never
  }
}
