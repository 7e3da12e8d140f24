'use client'
// Where the first thing is done that the headline of a homework room asks for. Buttons that lead to it are chosen by this too, so that they
// cannot disagree with the headline.
import { type AssignedPhase, assignmentOf, nextOwed } from '#simulation/reading/homework/assignment'
import type { WhereDone } from '#simulation/reading/homework/where-done'
import type { SeatView } from '../link/seat-view'
import { useNow } from './use-now'

type AskedWork = { phase: AssignedPhase | null; where: WhereDone | null }

export function useAskedWork({ state, person, view }: SeatView): AskedWork {
  const now = useNow(view.now, 1000)
  const phase = state.plan.kind === 'homework' ? nextOwed(assignmentOf(state, person, now)) : null
  return { phase, where: phase?.where ?? null }
}
