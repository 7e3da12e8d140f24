/** Random assignments as the wizard can produce them, each with a class: some seats empty, some people idle. */
import fc from 'fast-check'
import { PHASE_KINDS, type PhaseKind } from '#simulation/agenda/phase-kinds'
import { agendaWithout, takenOut } from '#simulation/planning/homework-parts'
import { planHomework } from '#simulation/planning/homework-planning'
import { agendaToLay, type DebateSetup, requirementsOf } from '../../app/courses/[courseId]/new-homework/setup'
import { CHAIR } from './cast'
import { instantOf, opened, type Room } from './given'
import { chinaGap } from './stories/china-gap'

const scenario = chinaGap()
export const HOMEWORK_AGENDAS = scenario.agendas.flatMap((agenda) => (agenda.kind === 'homework' ? [agenda.key] : []))
const TENSIONS = scenario.tensions.map(({ key }) => key)

const HOUR = 3600
const DAY = 24 * HOUR
/** Phase n opens on day n and is due twenty hours later. */
export const opensAt = (phase: number) => phase * DAY
export const dueAt = (phase: number) => phase * DAY + 20 * HOUR

export type Assignment = {
  agenda: string
  rounds: string[]
  chairs: { us: number; jp: number; cn: number }
  observers: number
  understudies: boolean
  postFirst: boolean
  learning: boolean
  lateHours: number
  /** Whether sides ask each other in a part of its own. */
  cases: boolean
  /** The parts that were taken out. */
  without: readonly PhaseKind[]
  /** Required counts by phase and requirement; -1 keeps the agenda's. */
  counts: readonly number[]
  /** Empty seats and idle people, by index among all seats. */
  empty: readonly number[]
  idle: readonly number[]
}

export const assignment = fc.record<Assignment>({
  agenda: fc.constantFrom(...HOMEWORK_AGENDAS),
  rounds: fc.subarray([...TENSIONS], { minLength: 1 }),
  chairs: fc.record({
    us: fc.integer({ min: 1, max: 8 }),
    jp: fc.integer({ min: 1, max: 8 }),
    cn: fc.integer({ min: 1, max: 8 }),
  }),
  observers: fc.integer({ min: 0, max: 2 }),
  understudies: fc.boolean(),
  postFirst: fc.boolean(),
  learning: fc.boolean(),
  lateHours: fc.constantFrom(0, 24, 48),
  cases: fc.boolean(),
  without: fc.oneof(fc.constant([]), fc.subarray([...PHASE_KINDS])),
  counts: fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(-1) }, fc.integer({ min: 0, max: 20 })), {
    minLength: 16,
    maxLength: 16,
  }),
  empty: fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 6 }),
  idle: fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 6 }),
})

export type Assigned = { room: Room; people: readonly string[]; idle: ReadonlySet<string> }

/** The room with its people seated, before the first phase. */
export function assigned(of: Assignment): Assigned {
  const whole = agendaToLay(scenario, of)
  const without = takenOut(whole, of.without)
  const agenda = agendaWithout(whole, without)
  const places = whole.phases.flatMap((phase, index) => phase.requires.map((_, place) => `${index}.${place}`))
  const draft: DebateSetup = {
    ...{
      step: 5,
      scenario: scenario.key,
      agenda: of.agenda,
      on: of.rounds,
      start: '2026-01-12',
      typed: {},
      holidays: [],
      beside: {},
      rooms: 1,
      understudies: of.understudies,
      cases: of.cases,
      without,
    },
    lengths: {},
    actAfterHours: 24,
    asks: Object.fromEntries(
      places.flatMap((key, at) => {
        const count = of.counts[at % of.counts.length] ?? -1
        return count < 0 ? [] : [[key, count]]
      }),
    ),
    ...{
      postFirst: of.postFirst,
      learning: of.learning,
      handInDrafts: true,
      lateHours: of.lateHours,
      off: { percent: 0, floor: 50, days: 0 },
      title: 'The week',
      kept: null,
      weekends: false,
      ...{ split: 'lot', listed: null },
    },
  }
  const requires = requirementsOf(draft, whole)
  const room = opened(
    planHomework(scenario, {
      ...{
        agendaKey: of.agenda,
        rounds: of.rounds,
        chairs: of.chairs,
        understudies: of.understudies,
        cases: of.cases,
        without: [...without],
        seed: 7,
      },
      observers: Array.from({ length: of.observers }, (_, index) => `Observer ${index + 1}`),
      seating: 'choose',
      ...{ lateHours: of.lateHours, postFirst: of.postFirst, learning: of.learning },
      // A reveal has no length, as in the wizard's calendar.
      phases: agenda.phases.map(({ phase }, index) => ({
        opensAt: instantOf(phase === 'reveal' ? dueAt(index) : opensAt(index)),
        dueAt: instantOf(dueAt(index)),
        requires: requires[index] ?? [],
        injects: [],
      })),
    }),
  )
  const chairs = Object.values(room.state.seats)
  const people: string[] = []
  const idle = new Set<string>()
  for (const [at, seat] of chairs.entries()) {
    if (of.empty.includes(at)) continue
    const name = `person${at}`
    room.does(CHAIR, { type: 'placePerson', person: name, seat: seat.id })
    people.push(name)
    if (of.idle.includes(at)) idle.add(name)
  }
  return { room, people, idle }
}
