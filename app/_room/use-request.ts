'use client'
// Asks something of the room and says why the room refused. It must not know what is asked, nor where the reason is shown.
import { useTranslations } from 'next-intl'
import { useCallback, useState } from 'react'
import type { ClientCommand } from '#simulation/kernel/room-command'
import type { RoomView } from './room-view'

/** Resolves true once it is saved. */
export type Ask = (command: ClientCommand) => Promise<boolean>

/** `say` is handed the refusal as a sentence. */
export function useAsk({ submit }: Pick<RoomView, 'submit'>, say: (why: string) => void): Ask {
  const t = useTranslations('refusals')
  return useCallback(
    async (command) => {
      const answer = await submit(command)
      if (!answer.ok) say(t(answer.rejection))
      return answer.ok
    },
    [submit, say, t],
  )
}

export type Request = {
  ask: Ask
  /** The refusal as a sentence, until the next request. */
  refused: string | null
  /** Shows a reason of the page's own in the same place. */
  object: (why: string | null) => void
  busy: boolean
}

/** For a control that shows the reason near itself. */
export function useRequest(view: Pick<RoomView, 'submit'>): Request {
  const [refused, object] = useState<string | null>(null)
  const [asking, setAsking] = useState(0)
  const send = useAsk(view, object)
  const ask: Ask = useCallback(
    async (command) => {
      object(null)
      setAsking((count) => count + 1)
      const saved = await send(command)
      setAsking((count) => count - 1)
      return saved
    },
    [send],
  )
  return { ask, refused, object, busy: asking > 0 }
}
