// Plans a homework debate's room: the scenario's homework agenda with the instants that the instructor chose. The caller has turned
// days and hours into instants in the course's time zone.

import { z } from 'zod'
import { type PhaseKind, ruleOf } from '../agenda/phase-kinds'
import { type PhasePlan, phaseKind, type RoomPlan, requirement } from '../agenda/plan'
import type { TensionKey } from '../kernel/ids'
import { instant, LEARNING_ITEMS, MOST_PHASES, MOST_ROUNDS, shortText, tensionKey } from '../kernel/ids'
import { agendaOf } from '../scenario/lookup'
import type { HomeworkAgenda, HomeworkPhase, Scenario } from '../scenario/scenario'
import { briefsFor, learningFor, papersFor } from './briefs'
import { withCards } from './home-cards'
import { agendaWithout } from './homework-parts'
import { clausesFor, textFor } from './joint-text'
import { frameOf, type PlannedRoom, roundFor, seatsFor, seminarChoices } from './planning'

/** What the instructor chooses for one phase; the list is in the agenda's order. */
const homeworkPhaseChoice = z.strictObject({
  opensAt: instant,
  dueAt: instant,
  requires: z.array(requirement).max(24),
  injects: z.array(z.strictObject({ key: shortText, at: instant })).max(24),
})

/** The most people of a homework debate's room (H34). */
export const LARGEST_ROOM = 24

export const homeworkChoices = seminarChoices
  .pick({
    ...{ agendaKey: true, chairs: true, observers: true, seating: true, understudies: true },
    ...{ learning: true, seed: true },
  })
  .extend({
    rounds: z
      .array(tensionKey)
      .min(1)
      .max(MOST_ROUNDS)
      .refine((rounds) => new Set(rounds).size === rounds.length, 'a tension is played once'),
    phases: z.array(homeworkPhaseChoice).min(1).max(MOST_PHASES),
    /** Whether the agenda has the part in which sides ask each other (E1); `phases` has it then. */
    cases: z.boolean().optional(),
    /** The kinds of the parts that were taken out of the agenda (H26); `phases` is in the order of what stays. */
    without: z.array(phaseKind).max(MOST_PHASES).optional(),
    lateHours: z.number().min(0).max(336),
    postFirst: z.boolean(),
    handInDrafts: z.boolean().optional(),
    actAfterHours: z.number().positive().optional(),
  })
/** S22: where the instructor does not say otherwise. */
export const ACT_AFTER_HOURS = 24
type HomeworkChoices = z.infer<typeof homeworkChoices>

/** An agenda of a scenario, with the part in which sides ask each other where it is wanted, and without the parts taken out. */
export function homeworkAgendaOf(
  scenario: Scenario,
  key: string,
  cases = false,
  without: readonly PhaseKind[] = [],
): HomeworkAgenda {
  const agenda = agendaOf(scenario, key)
  if (agenda?.kind !== 'homework') throw new Error(`The scenario has no homework agenda called ${key}`)
  const whole = cases ? withCasesPart(agenda, scenario.delegations.length - 1) : agenda
  return without.length === 0 ? whole : agendaWithout(whole, without)
}

/** E1: the agenda with a day after the last rebuttals for asking each other; what follows comes a day later. */
function withCasesPart(agenda: HomeworkAgenda, others: number): HomeworkAgenda {
  const place = agenda.phases.findLastIndex(({ phase }) => ruleOf({ kind: phase }).weekPosts === 'answers')
  const before = agenda.phases[place]
  if (!before || agenda.phases.some(({ phase }) => ruleOf({ kind: phase }).asksSides)) return agenda
  const asks = (['question', 'case', 'case-score'] as const).map((what) => ({
    what,
    count: others,
    by: 'student' as const,
  }))
  const part: HomeworkPhase = {
    ...{ phase: 'cases', fromDay: before.dueDay, dueDay: before.dueDay + 1, note: '', requires: asks, injects: [] },
    ...(before.dueTime === undefined ? {} : { dueTime: before.dueTime }),
  }
  const later = agenda.phases.slice(place + 1).map((phase) => ({
    ...phase,
    ...{ fromDay: phase.fromDay + 1, dueDay: phase.dueDay + 1 },
    injects: phase.injects.map((inject) => ({ ...inject, day: inject.day + 1 })),
  }))
  return { ...agenda, totalDays: agenda.totalDays + 1, phases: [...agenda.phases.slice(0, place + 1), part, ...later] }
}

export function planHomework(scenario: Scenario, choices: HomeworkChoices): PlannedRoom {
  const agenda = homeworkAgendaOf(scenario, choices.agendaKey, choices.cases, choices.without)
  const rules = agenda.phases.map(({ phase }) => ruleOf({ kind: phase }))
  const files = rules.some(({ weekFiles }) => weekFiles === 'opening')
  const clauses = rules.some(({ text }) => text) ? clausesFor(scenario, agenda, choices.rounds) : []
  // Chips are laid while the opening positions are filed (Q19).
  const text = textFor(scenario, agenda, clauses)
  const { chips: _, ...unlaid } = text
  const learning = learningFor(scenario, choices.learning)
  const plan: RoomPlan = {
    ...frameOf(scenario),
    kind: 'homework',
    seating: choices.seating,
    lateHours: choices.lateHours,
    postFirst: choices.postFirst,
    ...(choices.handInDrafts ? { handInDrafts: true } : {}),
    actAfterHours: choices.actAfterHours ?? ACT_AFTER_HOURS,
    agendaKey: agenda.key,
    seats: seatsFor(scenario, choices),
    rounds: choices.rounds.map((tension, number) => roundFor(scenario, tension, [], number, choices.seed)),
    phases: agenda.phases.flatMap((phase, index) => {
      const dates = choices.phases[index]
      return dates
        ? [
            withLearning(
              phaseFor(phase, dates, files ? choices.rounds : []),
              learning.learning !== undefined,
              choices.rounds.length,
            ),
          ]
        : []
    }),
    communique: files ? text : unlaid,
    ...learning,
    understudies: choices.understudies,
    speed: 1,
  }
  const news = choices.phases.flatMap(({ opensAt, injects }, phase) =>
    injects.map(({ key, at }) => ({ phase, key, atSeconds: Math.max(0, Math.round((at - opensAt) / 1000)) })),
  )
  const chairPlan = { seed: choices.seed, news }
  const briefs = withCards(scenario, plan, choices.seed, briefsFor(scenario, plan, plan))
  return { plan, briefs, papers: papersFor(scenario, choices.rounds, choices.learning), chairPlan }
}

/** V3: evidence of learning asks for own views and for its questions at both times, whatever else the agenda asks for there. */
function withLearning(phase: PhasePlan, asked: boolean, rounds: number): PhasePlan {
  const others = phase.requires.filter(({ what }) => what !== 'knowledge')
  if (!asked || ruleOf(phase).stance === null) return { ...phase, requires: others }
  const own = others.find(({ what }) => what === 'own-view') ?? { what: 'own-view', count: rounds, by: 'student' }
  const questions = { what: 'knowledge', count: LEARNING_ITEMS, by: 'student' } as const
  return { ...phase, requires: [own, questions, ...others.filter((each) => each !== own)] }
}

function phaseFor(
  phase: HomeworkPhase,
  dates: z.infer<typeof homeworkPhaseChoice>,
  /** The tensions on which positions are filed. */
  filed: readonly TensionKey[],
): PhasePlan {
  const { opensAt, dueAt, requires } = dates
  const { weekFiles, reveals, weekPosts } = ruleOf({ kind: phase.phase })
  return {
    kind: phase.phase,
    round: null,
    seconds: Math.max(1, Math.round((dueAt - opensAt) / 1000)),
    note: phase.note,
    turnSeconds: null,
    // Unlike in a seminar, one phase files the positions of all rounds.
    files: weekFiles && filed.length > 0 ? { stage: weekFiles, rounds: [...filed] } : null,
    reveals: reveals ? { stage: 'opening', rounds: [...filed] } : null,
    opensAt,
    dueAt,
    posts: weekPosts !== null,
    requires: [...requires],
  }
}
