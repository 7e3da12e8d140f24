// How the desk asks something of its room: sends it, and says why when the room refuses.
// It must not know which part of the desk asks.
'use client'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { useToast } from '#ui/toast'
import type { RoomView } from '../../../_room/room-view'
import type { AtDesk } from './at-desk'

export function useAsk({ submit }: Pick<RoomView, 'submit'>): AtDesk['ask'] {
  const tell = useToast()
  const t = useTranslations('refusals')
  return useCallback(
    async (command) => {
      const answer = await submit(command)
      if (!answer.ok) tell({ text: t(answer.rejection) })
      return answer.ok
    },
    [submit, tell, t],
  )
}
