'use client'
// In a homework room, the button that leads to where the work is done that the headline asks for: also what is late or extended while another
// phase runs, or between two. Where one's own view is asked for it leads in that tab to the first axis, for they lie beneath or beside the
// whole brief. Whoever owes nothing is led to where the phase is played; null where nothing is left to lead to.
import { useTranslations } from 'next-intl'
import { PHASE_SCREENS, WORK_SCREENS } from '#room/phase-screens.ts'
import type { SeatView } from '#room/seat-view.ts'
import { toOwnView } from '#room/stance-panel'
import { useAskedWork } from '#room/use-asked-work.ts'
import { stanceNow } from '#simulation/questions/stances'
import { filingNow } from '#simulation/reading/filings'
import { unmarkedBy } from '#simulation/reading/own-view'
import { Button } from '#ui/button'
import type { TabChoice } from './use-room-tab'

type ToPhaseProps = { at: SeatView; placed: TabChoice; dock?: boolean }

export function ToPhase({ at, placed, dock = false }: ToPhaseProps) {
  const t = useTranslations('room.dock')
  const { phase, what } = useAskedWork(at)
  const { state, delegation, person } = at
  // The form of a position has its own button in the dock.
  if (dock && placed.place === 'positions' && filingNow(state) && delegation !== null) return null
  const called = phase && PHASE_SCREENS[phase.kind].call
  if (what === null && delegation === null && !called?.observers) return null
  const when = stanceNow(state) ?? 'before'
  const ownView = what === 'own-view' && when === 'after' ? ({ to: 'reflection', words: 'toOwnView' } as const) : null
  const way = ownView ?? (what === null ? called : WORK_SCREENS[what])
  if (!way || !placed.places.includes(way.to)) return null
  if (way.to !== placed.place)
    return (
      <Button kind="primary" wide={dock} onClick={() => placed.go(way.to)}>
        {t(way.words)}
      </Button>
    )
  const [first] = what === 'own-view' ? unmarkedBy(state, person, when) : []
  return first === undefined ? null : (
    <Button kind="primary" wide={dock} onClick={() => toOwnView(when, first)}>
      {t('toOwnView')}
    </Button>
  )
}
