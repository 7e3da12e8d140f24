'use client'
// Reminds whoever acts as a delegation's head, by a note to them alone, of what the phase still waits for. One press sends one note.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { DelegationId } from '#simulation/kernel/ids'
import { actingHead } from '#simulation/state/room-state'
import { Button } from '#ui/controls/button'
import { type DeskView, nameOf } from '../scoring/desk-view'

type RemindButtonProps = { desk: DeskView; delegation: DelegationId; of: 'filing' | 'ballot' }

/** Nothing where no person acts as the head: nobody reads a note to an understudy. */
export function RemindButton({ desk: { state, ask, displayNames }, delegation, of }: RemindButtonProps) {
  const t = useTranslations('desk.face.remind')
  const [sentIn, sent] = useState<number | null>(null)
  const head = actingHead(state, delegation)
  if (!head?.holder) return null
  const { index } = state.agenda
  const remind = () => {
    sent(index)
    void ask({ type: 'nudge', to: head.id, text: t(`words.${of}`) }).then((taken) => {
      if (!taken) sent(null)
    })
  }
  return (
    <Button
      size="dense"
      aria-label={t('name', { name: nameOf(displayNames, head.holder) ?? head.title })}
      idle={sentIn === index ? t('sent') : null}
      onClick={remind}
    >
      {t('press')}
    </Button>
  )
}
