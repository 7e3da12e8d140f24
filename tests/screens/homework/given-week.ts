// A homework week in a small room: each phase opens a day after the last and is due twenty hours later.

import type { PhaseKind } from '#simulation/agenda/phase-kinds'
import type { Requirement } from '#simulation/agenda/plan'
import { homeworkAgendaOf, planHomework } from '#simulation/planning/homework-planning'
import type { Written } from '../../support/cast'
import { given, instantOf, type Room } from '../../support/given'
import { chinaGap } from '../../support/stories/china-gap'
import { CN, JP, US } from '../../support/stories/sides'

const agenda = homeworkAgendaOf(chinaGap(), 'homework-week').phases

export const HOUR = 3600
export const DAY = 24 * HOUR
export const phaseOf = (kind: PhaseKind): number => agenda.findIndex(({ phase }) => phase === kind)
export const opensAt = (kind: PhaseKind): number => phaseOf(kind) * DAY
export const dueOf = (kind: PhaseKind): number => opensAt(kind) + 20 * HOUR

export type More = {
  lateHours?: number
  postFirst?: boolean
  handInDrafts?: boolean
  actAfterHours?: number
  requires?: Requirement[]
}

/** The room with everyone seated, advanced to an hour of its calendar by the clock alone. */
export function givenWeek(until: number, { requires, ...more }: More = {}): Room {
  const planned = planHomework(chinaGap(), {
    agendaKey: 'homework-week',
    rounds: ['framing', 'deterrence', 'cptpp'],
    chairs: { [US]: 3, [JP]: 2, [CN]: 2 },
    observers: ['Press'],
    seating: 'choose',
    understudies: false,
    seed: 7,
    lateHours: 48,
    postFirst: false,
    ...more,
    phases: agenda.map((phase, index) => ({
      opensAt: instantOf(index * DAY),
      dueAt: instantOf(index * DAY + 20 * HOUR),
      requires: [...(requires ?? phase.requires)],
      injects: [],
    })),
  })
  return given(planned).runs(until)
}

/** A post that makes a point and cites one paragraph, unless it is said otherwise. */
export const post = (
  phase: number,
  text: string,
  round = 'framing',
  answers: number | null = null,
  anchors: (string | { source: string })[] = ['E1.1'],
): Extract<Written, { type: 'postStatement' }> => ({
  type: 'postStatement',
  phase,
  round,
  text,
  intent: 'point',
  answers,
  anchors,
})
