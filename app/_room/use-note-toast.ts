'use client'
// Shows the chair's newest note to this person as a toast, in whichever tab they are. The record holds it too.
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import type { RoomState } from '#simulation/kernel/room-state'
import { newestNote } from '#simulation/reading/notices'
import { useToast } from '#ui/toast'

export function useNoteToast(state: Pick<RoomState, 'record' | 'privateEntries'>): void {
  const t = useTranslations('chair-notes')
  const tell = useToast()
  const last = newestNote(state)
  const seen = useRef(last?.seq ?? 0)
  const text = last?.event.text ?? ''
  const seq = last?.seq ?? 0
  useEffect(() => {
    if (seq <= seen.current) return
    seen.current = seq
    tell({ text: t('note', { text }) })
  }, [seq, text, tell, t])
}
