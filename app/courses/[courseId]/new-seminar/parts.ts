// The parts of the seminar that a setup makes, with their lengths to the second, and how its rounds are fitted to a whole length.
import type { PhaseKind } from '#simulation/agenda/phase-kinds'
import { chairsOf, keyedPhases, planSeminar, type SeminarChoices } from '#simulation/planning/planning'
import { blocksOf } from '#simulation/reading/room/agenda-blocks'
import type { Scenario, SeminarAgenda } from '#simulation/scenario/scenario'
import { type Fields, last } from '../_wizard/fields'
import { LEAST_ROUND, LONGEST, secondsIn } from './lengths'
import { playedIn, type SeminarSetup } from './setup'
import { chairsFor } from './tables'

/** The choices from which `planSeminar` plans one room. */
export function choicesOf(
  setup: SeminarSetup,
  scenario: Pick<Scenario, 'delegations'>,
  observers: Readonly<SeminarChoices['observers']>,
  seed: number,
): SeminarChoices {
  return {
    agendaKey: setup.agenda,
    rounds: playedIn(setup).map((tension) => ({ tension, seconds: setup.minutes[tension] ?? null })),
    lengths: setup.lengths,
    chairs: chairsOf(scenario, () => chairsFor(setup)),
    observers: setup.observers ? [...observers] : [],
    seating: setup.seating,
    understudies: setup.understudies,
    understudiesWait: setup.understudiesWait,
    ratification: setup.ratification,
    cases: setup.cases,
    learning: setup.learning,
    briefAfterCheck: setup.briefAfterCheck,
    speed: 1,
    seed,
  }
}

/** A part of the seminar with its phases; `key` is the one by which a phase's length is chosen. */
export type Part = {
  kind: 'start' | 'round' | 'close'
  label: string
  opens: PhaseKind
  seconds: number
  phases: readonly { key: string; kind: PhaseKind; seconds: number }[]
}

/** The seminar's parts with their lengths: what comes before the rounds, each round, what comes after. Empty where no round is played. */
export function partsOf(scenario: Scenario, setup: SeminarSetup): Part[] {
  if (playedIn(setup).length === 0) return []
  const choices = choicesOf(setup, scenario, [], 0)
  const { plan } = planSeminar(scenario, choices)
  const keys = keyedPhases(scenario, choices)
  return blocksOf(plan).map(({ where, round, seconds, phases }) => ({
    kind: where,
    label: round?.plan.key ?? phases[0].phase.kind,
    opens: phases[0].phase.kind,
    seconds,
    phases: phases.map(({ index, phase }) => ({
      key: keys[index] ?? '',
      kind: phase.kind,
      seconds: phase.seconds,
    })),
  }))
}

export const totalSeconds = (parts: readonly Part[]): number => parts.reduce((sum, part) => sum + part.seconds, 0)

/** The whole length to which the rounds are to be fitted: the one typed, or the agenda's where its button was pressed. */
export function wantedTotal(fields: Fields, agenda: SeminarAgenda): number | null {
  if (last(fields, 'fit') === 'yes') return agenda.totalSeconds
  const typed = last(fields, 'total')
  return typed === last(fields, 'given-total') ? null : secondsIn(typed)
}

/** Lengths with which the seminar lasts as long as wanted: equal rounds, and the parts around them as they are. */
export function fitted(
  scenario: Scenario,
  setup: SeminarSetup,
  wanted: number,
): Pick<SeminarSetup, 'minutes' | 'lengths'> {
  const parts = partsOf(scenario, setup)
  const rounds = parts.filter((part) => part.kind === 'round')
  const left = wanted - totalSeconds(parts.filter((part) => part.kind !== 'round'))
  // What was added to a round comes on top of the length that is chosen for it.
  const added = setup.cases ? addedBy(scenario, setup, rounds) : 0
  const shared = Math.max(0, left - added)
  const share = Math.min(LONGEST, Math.max(LEAST_ROUND, Math.floor(shared / Math.max(1, rounds.length))))
  const rest = Math.max(0, shared - share * rounds.length)
  return {
    minutes: Object.fromEntries(rounds.map((part, place) => [part.label, share + (place < rest ? 1 : 0)])),
    lengths: Object.fromEntries(Object.entries(setup.lengths).filter(([key]) => /^(start|close)\./.test(key))),
  }
}

/** For how long sides ask each other, beside the phases that a round has by itself. */
const addedBy = (scenario: Scenario, setup: SeminarSetup, rounds: readonly Part[]): number =>
  totalSeconds(rounds) -
  totalSeconds(partsOf(scenario, { ...setup, cases: false }).filter(({ kind }) => kind === 'round'))
