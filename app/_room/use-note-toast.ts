'use client'
// Shows the chair's newest note to this person as a toast, in whichever tab they are. The record holds it too.
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import type { RoomState } from '#simulation/kernel/room-state'
import { useToast } from '#ui/toast'

export function useNoteToast({ record, privateEntries }: Pick<RoomState, 'record' | 'privateEntries'>): void {
  const t = useTranslations('room.notes')
  const tell = useToast()
  const isNote = ({ event }: { event: { type: string } }) => event.type === 'NudgeSent'
  const last = [record.findLast(isNote), privateEntries.findLast(isNote)].reduce(
    (newest, entry) => (entry && (!newest || entry.seq > newest.seq) ? entry : newest),
    undefined,
  )
  const seen = useRef(last?.seq ?? 0)
  const text = last?.event.type === 'NudgeSent' ? last.event.text : ''
  const seq = last?.seq ?? 0
  useEffect(() => {
    if (seq <= seen.current) return
    seen.current = seq
    tell({ text: t('note', { text }) })
  }, [seq, text, tell, t])
}
