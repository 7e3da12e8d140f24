// How a homework debate is graded, as its wizard's setup says it.
import type { ActivityGrading } from '#simulation/beside/slices'
import { gradingOf } from '#simulation/reading/marks/grades'
import type { LatePolicy } from '#simulation/reading/marks/lateness'
import type { DebateSetup } from './setup'

/** The policy that the week is published with: none where nothing late is taken, or lateness takes nothing off. */
export const policyOf = ({ lateHours, off }: Pick<DebateSetup, 'lateHours' | 'off'>): LatePolicy | undefined =>
  lateHours > 0 && off.percent > 0 ? off : undefined

/** How the week that is published is graded; undefined where nothing of it was chosen. */
export function gradingIn(setup: Pick<DebateSetup, 'lateHours' | 'off' | 'beside'>): ActivityGrading | undefined {
  const late = policyOf(setup)
  const isChosen = late !== undefined || Object.keys(setup.beside).length > 0
  return isChosen ? { ...gradingOf('homework', undefined), late, ...setup.beside } : undefined
}
