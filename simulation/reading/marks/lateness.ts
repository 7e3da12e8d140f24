// What lateness takes off the sum of a student's levels (rule H24). It never touches a level. The gradebook, its files and the student's own
// page ask here.
import type { PhaseKind } from '../../agenda/phase-kinds'
import type { PersonId } from '../../kernel/ids'
import { DAY_MS } from '../../kernel/time'
import type { RoomState } from '../../state/room-state'
import { askedSoFar, progressOf } from './completion'

/** A part that came late loses `percent` of its share for each begun day, until `floor` percent are left. `days` are taken as in time. */
export type LatePolicy = Readonly<{ percent: number; floor: number; days: number }>
/** How many late days a student may be given. */
export const MOST_LATE_DAYS = 14

/** A part that was asked of a student, and how many days late it came, begun ones counted; 0 where it was in time. */
export type LatePart = Readonly<{ kind: PhaseKind; days: number }>

/** The parts that are asked of this person, in the order of the agenda. */
export const latePartsOf = (state: RoomState, person: PersonId, now: number): readonly LatePart[] =>
  progressOf(state, person, now).flatMap(({ phase, counted, status, lateBy }) =>
    counted.length === 0 || status === 'before'
      ? []
      : [
          {
            kind: state.plan.phases[phase]?.kind ?? 'briefing',
            days: lateBy === null ? 0 : 1 + Math.floor(lateBy / DAY_MS),
          },
        ],
  )

/** What was asked of this person so far and is done, and the parts with how late each came. */
export const handedIn = (state: RoomState, person: PersonId, now: number) => ({
  ...askedSoFar(progressOf(state, person, now)),
  parts: latePartsOf(state, person, now),
})
export type HandedIn = ReturnType<typeof handedIn>

export type AfterLate = Readonly<{
  /** The sum once lateness is taken off, with two decimals; null while there is no sum. */
  total: number | null
  /** What is taken off it; null while there is no sum. */
  off: number | null
  /** The late parts, each with what percentage of its share it loses. */
  late: readonly (LatePart & Readonly<{ loses: number }>)[]
  /** How many late days are left. */
  daysLeft: number
}>

/** Late days go to the parts in their order; what they do not cover costs. Each part is an equal share of the sum. */
export function afterLate(
  sum: number | null,
  parts: readonly LatePart[],
  { percent, floor, days }: LatePolicy,
): AfterLate {
  const late: AfterLate['late'][number][] = []
  let daysLeft = days
  for (const part of parts) {
    const covered = Math.min(part.days, daysLeft)
    daysLeft -= covered
    if (part.days > 0) late.push({ ...part, loses: Math.min(percent * (part.days - covered), 100 - floor) })
  }
  const lost = late.reduce((all, { loses }) => all + loses, 0)
  if (sum === null || lost === 0) return { total: sum, off: sum === null ? null : 0, late, daysLeft }
  // In hundredths of a point: a half is rounded up, away from zero.
  const [whole, shares] = [Math.round(sum * 100), parts.length * 100]
  const total = Math.round((whole * (shares - lost)) / shares)
  return { total: total / 100, off: (whole - total) / 100, late, daysLeft }
}
