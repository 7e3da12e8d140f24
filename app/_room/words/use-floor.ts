'use client'
// What one seat can do with the floor now, with the requests that do it.
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import type { Intent } from '#simulation/kernel/ids'
import { maySpeak } from '#simulation/questions/floor'
import { askedIn } from '#simulation/reading/homework/addressee'
import { nextInLine } from '#simulation/reading/log/queue'
import type { Hand } from '#simulation/shapes/floor'
import { type Request, useRequest } from '../hooks/use-request'
import type { SeatView } from '../link/seat-view'
import type { Drafting } from './statement-draft'

export type SeatFloor = {
  /** A phase with a floor runs, and this seat may speak in it. */
  open: boolean
  holds: boolean
  hand: Hand | null
  next: boolean
  request: Request
  askFor: (intent: Intent) => void
  /** Raises the hand again that came down with an earlier phase, as it was; null where none did. */
  again: { intent: Intent; ask: () => void } | null
  /** Puts the draft on the record; only while holding the floor. */
  send: (() => void) | null
}

export function useFloor(at: SeatView, drafting: Drafting): SeatFloor {
  const t = useTranslations('room.composer')
  const request = useRequest(at.view)
  const { state, seat } = at
  const open = state.plan.kind === 'seminar' && maySpeak(state, seat)
  const holds = state.floor.holder?.seat === seat.id
  const hand = state.floor.hands.find((raised) => raised.seat === seat.id) ?? null
  const carried = state.floor.carried.find((came) => came.seat === seat.id)
  const { draft, change, clear } = drafting

  const { object } = request
  // A refusal is about the old text: it goes when the text changes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the text changes
  useEffect(() => object(null), [draft.text, object])

  const send = () => {
    if (draft.text.trim() === '') {
      request.object(t('empty'))
      document.querySelector<HTMLTextAreaElement>('#statement textarea')?.focus()
      return
    }
    request.object(null)
    const { text, intent, answers, anchors } = draft
    const to = askedIn(state, seat.delegation, draft)
    const put = to === null ? {} : { to }
    // The draft can be cleared: the outbox holds the text, and if the room refuses it the page shows it with the reason.
    void at.view.submit({ type: 'makeStatement', text: text.trim(), intent, answers, ...put, anchors })
    clear()
  }

  return {
    open,
    holds,
    hand,
    next: hand !== null && nextInLine(state) === seat.id,
    request,
    askFor: (intent) => {
      // The composer follows the intent that is asked for now, whatever was chosen in the draft before.
      change({ intent: null })
      void request.ask({ type: 'askForFloor', intent, answers: draft.answers })
    },
    again: carried
      ? {
          intent: carried.intent,
          ask: () => {
            const { intent, answers } = carried
            change({ intent: null })
            void request.ask({ type: 'askForFloor', intent, answers })
          },
        }
      : null,
    send: holds ? send : null,
  }
}
