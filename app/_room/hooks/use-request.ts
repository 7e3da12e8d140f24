'use client'
// Submits a command to the room and reports a refusal as a sentence.
import { useTranslations } from 'next-intl'
import { useCallback, useState } from 'react'
import type { ClientCommand } from '#simulation/shapes/room-command'
import type { RoomView } from '../link/room-view'

/** Resolves to true once the command is saved. */
export type Ask = (command: ClientCommand) => Promise<boolean>

/** `say` receives the refusal as a sentence. */
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
  /** Shows an objection of the page itself (such as an empty text) in the same place. */
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
