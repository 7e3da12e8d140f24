'use client'
// Another device claims this seat: a banner in which its holder hands the seat over or declines.
import { useTranslations } from 'next-intl'
import { timeOfDay } from '#format/clock-time'
import { KnockBanner } from '#room/knock-banner'
import type { RoomView } from '#room/link/room-view.ts'

export function ClaimBanner({ knocks }: Pick<RoomView, 'knocks'>) {
  const t = useTranslations('room.claim')
  const [knock] = knocks
  if (!knock) return null
  return (
    <KnockBanner
      requestId={knock.id}
      title={t('title')}
      yes={t('yes')}
      no={t('no')}
      faultOf={(outcome) => (outcome === 'failed' ? t('failed') : null)}
    >
      {t('text', { name: knock.name, time: timeOfDay(knock.askedAt, { seconds: false }) })}
    </KnockBanner>
  )
}
