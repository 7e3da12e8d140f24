'use client'
// What a panel among the rules of grading knows: how the activity is graded, and how that is changed.
import { createContext, use } from 'react'
import type { ActivityGrading, SettingsFault } from '#simulation/beside/slices'

export type Choosing = {
  grading: ActivityGrading
  /** Null where it is kept. */
  changeGrading: (more: Partial<ActivityGrading>) => Promise<SettingsFault | 'failed' | null>
}

export const ChoosingContext = createContext<Choosing | null>(null)

/** The rules of grading around this panel. */
export function useChoosing(): Choosing {
  const choosing = use(ChoosingContext)
  if (!choosing) throw new Error('A panel of grading stands outside the rules of grading.')
  return choosing
}
