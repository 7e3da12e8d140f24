/**
 * The calendar of a homework debate in its making, with the faults of each phase; used by the wizard's page and when the debate is
 * created.
 */
import { agendaWithout, keptPlaces } from '#simulation/planning/homework-parts'
import type { HomeworkAgenda } from '#simulation/scenario/scenario'
import { type Calendar, type ClassDays, eveningsOf, scheduleAgenda } from '../activities/deadlines'

type PhaseFault = 'no-such-time' | 'before-the-last' | 'past'

type JudgedCalendar = Calendar & {
  /** The place of each phase in the whole agenda. */
  places: readonly number[]
  faultOf(phase: number): PhaseFault | null
}

/**
 * Computes the calendar of what stays of the agenda and its faults: no such time, before the previous deadline, or already past. What was
 * typed is told by the places in the whole agenda.
 */
export function judgeCalendar(
  agenda: HomeworkAgenda,
  draft: ClassDays & { start: string; without?: readonly string[]; typed: Readonly<Record<number, string>> },
  zone: string,
  now: number,
): JudgedCalendar {
  const { start, without = [] } = draft
  const places = keptPlaces(agenda, without)
  const typed = Object.fromEntries(
    places.flatMap((place, phase): [number, string][] => {
      const wall = draft.typed[place]
      return wall === undefined ? [] : [[phase, wall]]
    }),
  )
  const calendar = scheduleAgenda(eveningsOf(agendaWithout(agenda, without), start, draft), start, zone, typed)
  return {
    ...calendar,
    places,
    faultOf: (phase) =>
      calendar.faults.find((fault) => fault.phase === phase)?.fault ??
      ((calendar.phases[phase]?.due.at ?? 0) <= now ? 'past' : null),
  }
}
