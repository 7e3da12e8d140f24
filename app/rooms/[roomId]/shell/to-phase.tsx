'use client'
// In a homework room, the button that leads to where the running phase is played; null where that tab is open already.
import { useTranslations } from 'next-intl'
import { PHASE_SCREENS } from '#room/phase-screens.ts'
import type { SeatView } from '#room/seat-view.ts'
import { isRunning, phaseNow } from '#simulation/kernel/room-state'
import { Button } from '#ui/button'
import type { TabChoice } from './use-room-tab'

type ToPhaseProps = { at: Pick<SeatView, 'state' | 'delegation'>; placed: TabChoice; wide?: boolean }

export function ToPhase({ at: { state, delegation }, placed, wide = false }: ToPhaseProps) {
  const t = useTranslations('room.dock')
  const phase = isRunning(state) ? phaseNow(state) : null
  const call = phase && PHASE_SCREENS[phase.kind].call
  if (!call || call.to === placed.place || !placed.places.includes(call.to)) return null
  if (delegation === null && !call.observers) return null
  return (
    <Button kind="primary" wide={wide} onClick={() => placed.go(call.to)}>
      {t(call.words)}
    </Button>
  )
}
