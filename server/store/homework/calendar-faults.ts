/**
 * The calendar of a homework debate in its making, with the faults of each phase; used by the wizard's page and when the debate is
 * created.
 */
import type { HomeworkAgenda } from '#simulation/scenario/scenario'
import { type Calendar, eveningsOf, scheduleAgenda } from '../activities/deadlines'

type PhaseFault = 'no-such-time' | 'before-the-last' | 'past'

type JudgedCalendar = Calendar & { faultOf(phase: number): PhaseFault | null }

/** Computes the calendar and its faults: no such time, before the previous deadline, or already past. */
export function judgeCalendar(
  agenda: HomeworkAgenda,
  draft: { start: string; weekends: boolean; typed: Readonly<Record<number, string>> },
  zone: string,
  now: number,
): JudgedCalendar {
  const calendar = scheduleAgenda(eveningsOf(agenda, draft.start, draft.weekends), draft.start, zone, draft.typed)
  return {
    ...calendar,
    faultOf: (phase) =>
      calendar.faults.find((fault) => fault.phase === phase)?.fault ??
      ((calendar.phases[phase]?.due.at ?? 0) <= now ? 'past' : null),
  }
}
