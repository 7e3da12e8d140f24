'use client'
// Asks something of the room and says, near the control, why the room refused. It must not know what is asked.
import { useTranslations } from 'next-intl'
import { useCallback, useState } from 'react'
import type { ClientCommand } from '#simulation/kernel/room-command'
import type { RoomView } from './room-view'

export type Request = {
  /** Resolves true once it is saved. */
  ask: (command: ClientCommand) => Promise<boolean>
  /** The refusal as a sentence, until the next request. */
  refused: string | null
  /** Shows a reason of the page's own in the same place. */
  object: (why: string | null) => void
  busy: boolean
}

export function useRequest({ submit }: Pick<RoomView, 'submit'>): Request {
  const t = useTranslations('refusals')
  const [refused, object] = useState<string | null>(null)
  const [asking, setAsking] = useState(0)
  const ask = useCallback(
    async (command: ClientCommand) => {
      object(null)
      setAsking((count) => count + 1)
      const answer = await submit(command)
      setAsking((count) => count - 1)
      if (!answer.ok) object(t(answer.rejection))
      return answer.ok
    },
    [submit, t],
  )
  return { ask, refused, object, busy: asking > 0 }
}
