'use client'
// Commands of the desk that depend on where the room stands: its next step, an inject with its undo, a bookmark set or lifted,
// the projector blanked.
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef } from 'react'
import { undoableStep } from '#simulation/reading/room/phase-end'
import type { StageScene } from '#simulation/shapes/injects'
import { useToast } from '#ui/over/toast'
import type { AgendaStep } from './faces/agenda-step'
import { isHomework, type NextStep } from './faces/chair-steps'
import type { DeskView } from './scoring/desk-view'

export type DeskCommands = {
  takeNext: () => void
  sendInject: (key: string) => void
  bookmark: (entry: string) => void
  pauseOrResume: () => void
  takeBackFloor: () => void
  undo: () => void
  /** Takes everything off the projector, or shows again what it showed. */
  blank: () => void
}

export function useDeskCommands({ state, ask }: DeskView, next: NextStep, step: AgendaStep): DeskCommands {
  const t = useTranslations('desk.injects')
  const tell = useToast()
  const latest = useRef(state)
  useEffect(() => {
    latest.current = state
  }, [state])
  /** Undoes an inject only while it is still the last step: otherwise the undo would take back another step. */
  const takeBack = (inject: string) => {
    if (latest.current.lastStep?.inject === inject) void ask({ type: 'undoLastStep' })
    else tell({ text: t('tooLate') })
  }
  const sendInject = async (key: string) => {
    const headline = state.papers?.injects.find((inject) => inject.key === key)?.headline ?? ''
    if (await ask({ type: 'sendInject', key })) tell({ text: t('told', { headline }), undo: () => takeBack(key) })
  }
  const bookmark = useCallback(
    (entry: string) => {
      const marked = state.bookmarks[entry] !== undefined
      void ask(marked ? { type: 'liftBookmark', entry } : { type: 'bookmarkEntry', entry, note: null })
    },
    [ask, state.bookmarks],
  )
  /** What the projector showed before it was blanked; what the phase shows by itself where this page does not know. */
  const shown = useRef<StageScene>('auto')
  if (state.stageScene !== 'blank') shown.current = state.stageScene
  return {
    bookmark,
    sendInject: (key) => void sendInject(key),
    takeNext: () => {
      if (next?.kind === 'start' || next?.kind === 'end') step.take()
      if (next?.kind === 'grant') void ask({ type: 'grantFloor', seat: next.seat })
    },
    pauseOrResume: () => {
      if (state.agenda.status !== 'running' || isHomework(state)) return
      void ask({ type: state.clock?.pausedAt != null ? 'resumeClock' : 'pauseClock' })
    },
    takeBackFloor: () => {
      if (state.floor.holder) void ask({ type: 'takeBackFloor' })
    },
    blank: () => void ask({ type: 'showOnStage', scene: state.stageScene === 'blank' ? shown.current : 'blank' }),
    undo: () => {
      if (undoableStep(state)) void ask({ type: 'undoLastStep' })
    },
  }
}
