'use client'
// What the headline of a homework room asks for: the phase, and the first kind of work that is still missing in it. Buttons that lead to it
// are chosen by this too, so that they cannot disagree with the headline.
import { type AssignedPhase, assignmentOf, nextOwed } from '#simulation/reading/assignment'
import { type Work, workOwed } from '#simulation/reading/completion'
import type { SeatView } from './seat-view'
import { useNow } from './use-now'

type AskedWork = { phase: AssignedPhase | null; what: Work | null }

export function useAskedWork({ state, person, view }: SeatView): AskedWork {
  const now = useNow(view.now, 1000)
  const phase = state.plan.kind === 'homework' ? nextOwed(assignmentOf(state, person, now)) : null
  return { phase, what: phase && workOwed(phase) }
}
