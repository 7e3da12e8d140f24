'use client'
// In a homework room, the button that leads to where the first thing is done that the headline asks for: also what is late or extended while
// another phase runs, or between two. Whoever owes nothing is led to where the phase is played; null where nothing is left to lead to.
import { useTranslations } from 'next-intl'
import { useLeading } from '#room/hooks/led.ts'
import { useAskedWork } from '#room/hooks/use-asked-work.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { PHASE_SCREENS } from '#room/table/phase-screens.ts'
import { Button } from '#ui/controls/button'
import type { TabChoice } from './use-room-tab'

export function ToPhase({ at, placed, dock = false }: { at: SeatView; placed: TabChoice; dock?: boolean }) {
  const t = useTranslations('room.dock')
  const todo = useTranslations('homework-room.do')
  const { lead } = useLeading()
  const { phase, where } = useAskedWork(at)
  if (where)
    return (
      <Button kind="primary" wide={dock} onClick={() => lead(where)}>
        {todo(where.what)}
      </Button>
    )
  const called = phase && PHASE_SCREENS[phase.kind].call
  if (!called || called.to === placed.place || !placed.places.includes(called.to)) return null
  if (at.delegation === null && !called.observers) return null
  return (
    <Button kind="primary" wide={dock} onClick={() => placed.go(called.to)}>
      {t(called.words)}
    </Button>
  )
}
