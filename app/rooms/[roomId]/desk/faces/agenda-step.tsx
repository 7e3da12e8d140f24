'use client'
// The step that takes the agenda on, the end of the running phase or the start of the next: whichever button or key takes it, the chair is
// asked first where no undo takes it back.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { phaseName } from '#record/entries/phase-name.ts'
import { asksBefore, stepAhead } from '#simulation/reading/room/phase-end'
import type { ClientCommand } from '#simulation/shapes/room-command'
import type { RoomState } from '#simulation/state/room-state'
import { Button } from '#ui/controls/button'
import { Dialog } from '#ui/over/dialog'
import type { DeskView } from '../scoring/desk-view'
import { useForetold } from '../scoring/foretold-line'
import { isTicking, nextStep } from './chair-steps'

type Step = Extract<ClientCommand, { type: 'startPhase' | 'endPhase' }>

export type AgendaStep = {
  /** The step that the chair is asked about; null while none is, and once it has been taken, by whomever. */
  asked: Step | null
  onOpenChange: (open: boolean) => void
  /** Ends the running phase, or starts the next where none runs. */
  take: () => void
  /** Ends the running phase; nothing where none runs. */
  end: () => void
}

export function useAgendaStep({ state, ask }: DeskView): AgendaStep {
  const [asked, setAsked] = useState<Step | null>(null)
  const step = stepOf(state)
  const take = () => {
    const ahead = stepAhead(state)
    if (ahead && asksBefore(state.plan, ahead)) setAsked(step)
    else if (step) void ask(step)
  }
  // The clock or another desk may take the step meanwhile: a yes must not be taken for one to the step after it, and an undo must not ask again.
  if (asked && (asked.type !== step?.type || asked.index !== step.index)) setAsked(null)
  return {
    asked,
    onOpenChange: (open) => setAsked(open ? step : null),
    take,
    end: () => isTicking(state) && take(),
  }
}

function stepOf(state: RoomState): Step | null {
  if (isTicking(state)) return { type: 'endPhase', index: state.agenda.index }
  const next = nextStep(state)
  return next?.kind === 'start' ? { type: 'startPhase', index: next.index } : null
}

export function AgendaStepDialog({ desk, step: { asked, onOpenChange } }: { desk: DeskView; step: AgendaStep }) {
  const t = useTranslations('desk.clock.sure')
  const record = useTranslations('record')
  const { state, ask } = desk
  const filed = useForetold(state)
  const isForGood = stepAhead(state)?.forGood ?? false
  const started = asked?.type === 'startPhase' ? state.plan.phases[asked.index] : undefined
  const phase = started && phaseName(record, state.plan, started.kind)
  return (
    <Dialog
      alert
      open={asked !== null}
      onOpenChange={onOpenChange}
      title={phase ? t('startTitle', { phase }) : t('title')}
      description={phase ? t('startText') : [filed, isForGood ? t('text') : t('undoable')].filter(Boolean).join(' ')}
      closing={phase ? t('wait') : t('keep')}
      actions={
        <Button
          kind="danger"
          onClick={() => {
            onOpenChange(false)
            if (asked) void ask(asked)
          }}
        >
          {phase ? t('start') : t('end')}
        </Button>
      }
    />
  )
}
