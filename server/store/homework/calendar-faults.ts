/** What a draft of a homework debate becomes in a course: its calendar with every fault, as a page shows it and as it is made. */
import type { HomeworkAgenda } from '#simulation/scenario/scenario'
import { type Calendar, scheduleAgenda } from './deadlines'

export type PhaseFault = 'no-such-time' | 'before-the-last' | 'past'

export type JudgedCalendar = Calendar & { faultOf(phase: number): PhaseFault | null }

/** Lays the week out and judges it: a deadline that has passed already is a fault too. */
export function judgeCalendar(
  agenda: HomeworkAgenda,
  draft: { start: string; typed: Readonly<Record<number, string>> },
  zone: string,
  now: number,
): JudgedCalendar {
  const calendar = scheduleAgenda(agenda, draft.start, zone, draft.typed)
  return {
    ...calendar,
    faultOf: (phase) =>
      calendar.faults.find((fault) => fault.phase === phase)?.fault ??
      ((calendar.phases[phase]?.due.at ?? 0) <= now ? 'past' : null),
  }
}
