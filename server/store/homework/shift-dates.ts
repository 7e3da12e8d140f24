/**
 * The dates of a homework debate some weeks later: every day moves by as many whole weeks, so that each part keeps its weekday and its time
 * on the clocks of the course, whatever those clocks do in between. Pure.
 */
import { Temporal } from 'temporal-polyfill'
import { addDays, dayOf, type ResolvedTime, resolveWallTime } from '../activities/deadlines'

/** A part of a debate as it was published, in wall times. */
export type DatedPhase = { opens: string; due: string; injects: readonly { key: string; wall: string }[] }

export type LaterPhase = {
  opens: ResolvedTime
  due: ResolvedTime
  injects: { key: string; at: number; wall: string }[]
}
export type LaterFault = 'past' | 'before-the-last'

const later = (wall: string, weeks: number): string => `${addDays(wall.slice(0, 10), 7 * weeks)}${wall.slice(10)}`

export function weeksLater(phases: readonly DatedPhase[], weeks: number, zone: string): LaterPhase[] {
  const land = (wall: string): ResolvedTime => {
    const landed = resolveWallTime(zone, later(wall, weeks))
    if (!landed) throw new Error(`A debate was published with a time that no day has: ${wall}`)
    return landed
  }
  return phases.map((phase) => {
    const [opens, due] = [land(phase.opens), land(phase.due)]
    const injects = phase.injects.map(({ key, wall }) => {
      const own = land(wall)
      // Where the clocks turned meanwhile it may have left its part.
      const { at, wall: shown } = own.at >= opens.at && own.at < due.at ? own : opens
      return { key, at, wall: shown }
    })
    return { opens, due, injects }
  })
}

/** What is wrong with a part's dates; null for nothing. A reveal opens and is due at one moment, and may come with the end before it. */
export function laterFault(phases: readonly LaterPhase[], index: number, now: number): LaterFault | null {
  const [phase, before] = [phases[index], phases[index - 1]]
  if (!phase) return null
  if (phase.due.at <= now) return 'past'
  const isMoment = phase.opens.at === phase.due.at
  return before && (isMoment ? phase.due.at < before.due.at : phase.due.at <= before.due.at) ? 'before-the-last' : null
}

/** How many whole weeks after the first day this day is; null for another weekday, and for a day that is not after it. */
export function weeksBetween(firstDay: string, day: string): number | null {
  const { days } = Temporal.PlainDate.from(firstDay).until(Temporal.PlainDate.from(day), { largestUnit: 'days' })
  return days > 0 && days % 7 === 0 ? days / 7 : null
}

/** The first day of the weekday of the debate's first day that is still to come. */
export function nextFirstDay(firstDay: string, now: number, zone: string): string {
  const today = dayOf(now, zone)
  const { days } = Temporal.PlainDate.from(firstDay).until(Temporal.PlainDate.from(today), { largestUnit: 'days' })
  return addDays(firstDay, 7 * Math.max(1, Math.floor(days / 7) + 1))
}
