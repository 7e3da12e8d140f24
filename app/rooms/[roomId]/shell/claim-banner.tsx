'use client'
// Somebody on another device says that this seat is theirs: whoever sits in it can hand it over from here, or say that it is not them.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { timeOfDay } from '#format/clock-time'
import { Banner } from '#ui/banner'
import { Button } from '#ui/button'
import { useToast } from '#ui/toast'
import type { RoomView } from '../../../_room/room-view'
import { answerKnock } from '../desk/desk-actions'

export function ClaimBanner({ knocks }: Pick<RoomView, 'knocks'>) {
  const t = useTranslations('room.claim')
  const tell = useToast()
  const [busy, setBusy] = useState(false)
  const [knock] = knocks
  if (!knock) return null
  const answer = async (admit: boolean) => {
    setBusy(true)
    const outcome = await answerKnock({ requestId: knock.id, admit }).catch(() => 'failed' as const)
    setBusy(false)
    if (outcome === 'failed') tell({ text: t('failed') })
  }
  return (
    <Banner
      kind="help"
      title={t('title')}
      action={
        <>
          <Button size="dense" busy={busy} onClick={() => void answer(true)}>
            {t('yes')}
          </Button>
          <Button size="dense" busy={busy} onClick={() => void answer(false)}>
            {t('no')}
          </Button>
        </>
      }
    >
      {t('text', { name: knock.name, time: timeOfDay(knock.askedAt, { seconds: false }) })}
    </Banner>
  )
}
