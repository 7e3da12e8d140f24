'use client'
// Which stage of the joint text a person's tab shows: its negotiation, the vote, its ratification or what was issued. It follows the room, but not away from a
// reason that they are writing.
import { useEffect, useState } from 'react'
import { hasOwnForm } from '#room/hooks/form-focus.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { held } from '#room/table/own-page.ts'
import { opensNow } from '#simulation/state/room-state'

type Stage = 'text' | 'votes' | 'home' | 'issued'

export type TextStage = {
  stage: Stage
  /** The room is at another stage by now. */
  over: boolean
  leave: () => void
  /** The clause for which the reader has just begun words elsewhere: its form is opened. */
  begun: string | null
  begin: (clause: string | null) => void
}

export function useTextStage({ state }: SeatView): TextStage {
  const calls = opensNow(state, 'ratifies')
    ? 'home'
    : state.issued
      ? 'issued'
      : opensNow(state, 'votes')
        ? 'votes'
        : 'text'
  const [open, setOpen] = useState<Stage>(calls)
  const [begun, begin] = useState<string | null>(null)
  const stage = held(open, calls, hasOwnForm('text'))
  useEffect(() => {
    if (stage !== open) setOpen(stage)
  })
  return { stage, over: stage !== calls, leave: () => setOpen(calls), begun, begin }
}
