// The setup of a seminar while its wizard is filled in. All of it is in the page's address, so going back, reloading or coming back
// tomorrow loses nothing.

import { chairsOf, planSeminar, type SeminarChoices } from '#simulation/agenda/planning'
import { blocksOf } from '#simulation/reading/agenda-blocks'
import { tensionsInOrder } from '#simulation/scenario/lookup'
import type { Scenario, SeminarAgenda } from '#simulation/scenario/scenario'
import { all, type Fields, isTicked, last, ticked, whole } from '../_wizard/fields'

export const STEPS = [1, 2, 3, 4] as const
export type WizardStep = (typeof STEPS)[number]
export const SEATINGS = ['choose', 'lot', 'place'] as const
export const DOORS = ['code', 'roster', 'ask'] as const
export const CHAIRS = [3, 4, 5, 6, 7, 8] as const
const mostTables = 40
const mostStudents = 720

export type SeminarSetup = {
  step: WizardStep
  /** The key of the played scenario. */
  scenario: string
  agenda: string
  /** How many offices each delegation has in the scenario. Seats beyond them are shared offices, and no understudy fills those. */
  offices: readonly number[]
  /** Every tension, in the order of the wizard's list. */
  order: string[]
  /** The tensions that are played. */
  on: string[]
  /** Minutes for a round, where they differ from the agenda's. */
  minutes: Record<string, number>
  students: number
  chairs: number
  seating: (typeof SEATINGS)[number]
  understudies: boolean
  practice: boolean
  title: string
  door: (typeof DOORS)[number]
  lateArrivals: boolean
  observers: boolean
}

function oneOf<Value extends string | number>(
  allowed: readonly Value[],
  text: string | undefined,
  otherwise: Value,
): Value {
  return allowed.find((value) => String(value) === text) ?? otherwise
}

export const seminarAgendas = (scenario: Scenario): SeminarAgenda[] =>
  scenario.agendas.filter((agenda) => agenda.kind === 'seminar')

const laidOutFor = (scenario: string, agenda: string): string => `${scenario} ${agenda}`

/** What a draft was laid out for. An address from before a scenario could be chosen names no scenario, and its agenda alone. */
function laidIn(fields: Fields, scenario: string): string | undefined {
  const laid = last(fields, 'for')
  return laid !== undefined && last(fields, 'scenario') === undefined ? laidOutFor(scenario, laid) : laid
}

/** Reads a setup from the fields of an address or a form, with a default for what is missing or invalid. */
export function readSetup(fields: Fields, scenario: Scenario, rosterSize: number): SeminarSetup {
  const begun = fields.agenda !== undefined
  const agendas = seminarAgendas(scenario)
  const agenda = agendas.find((candidate) => candidate.key === last(fields, 'agenda')) ?? agendas[0]
  if (!agenda) throw new Error('The scenario has no agenda for a seminar.')
  // Rounds and minutes chosen for another agenda or scenario do not fit this one.
  const laid = laidIn(fields, scenario.key)
  const laidFor = laid === laidOutFor(scenario.key, agenda.key)
  const isOfThis = laid === undefined || laid.startsWith(laidOutFor(scenario.key, ''))
  const known = tensionsInOrder(scenario).map((tension) => tension.key)
  const listed = laidFor ? (last(fields, 'order') ?? '').split(',').filter((key) => known.includes(key)) : agenda.plays
  const setup: SeminarSetup = {
    step: oneOf(STEPS, last(fields, 'step'), 1),
    scenario: scenario.key,
    agenda: agenda.key,
    offices: Object.values(scenario.delegations).map(
      ({ id }) => scenario.seats.filter(({ delegation }) => delegation === id).length,
    ),
    order: [...new Set([...listed, ...known])],
    on: laidFor ? known.filter((key) => all(fields, 'round').includes(key)) : [...agenda.plays],
    minutes: {},
    students: whole(last(fields, 'students'), 1, mostStudents, rosterSize || 18),
    chairs: oneOf(CHAIRS, isOfThis ? last(fields, 'chairs') : undefined, officesOfLargest(scenario)),
    seating: oneOf(SEATINGS, last(fields, 'seating'), 'choose'),
    understudies: isTicked(fields, 'understudies', begun, true),
    practice: isTicked(fields, 'practice', begun, false),
    title: ((isOfThis ? last(fields, 'title') : undefined) ?? scenario.title).slice(0, 120),
    door: oneOf(DOORS, last(fields, 'door'), 'code'),
    lateArrivals: isTicked(fields, 'lateArrivals', begun, true),
    observers: isTicked(fields, 'observers', begun, false),
  }
  if (laidFor) setup.minutes = readMinutes(fields, setup.on)
  move(setup, last(fields, 'move'))
  if (last(fields, 'fit') === 'yes') setup.minutes = fitted(scenario, setup, agenda)
  return setup
}

/** Chairs for every office of the delegation that has most; where it has fewer than a table can have chairs, the fewest chairs. */
function officesOfLargest({ delegations, seats }: Scenario): (typeof CHAIRS)[number] {
  const most = Math.max(...delegations.map(({ id }) => seats.filter(({ delegation }) => delegation === id).length))
  return CHAIRS.findLast((chairs) => chairs <= most) ?? CHAIRS[0]
}

/** A length typed for a round; one that only repeats what the agenda gave is not a choice. */
function readMinutes(fields: Fields, on: readonly string[]): Record<string, number> {
  const given = (last(fields, 'given') ?? '').split(',')
  return Object.fromEntries(
    on.flatMap((key) => {
      const typed = last(fields, `minutes-${key}`)
      if (typed === undefined || given.includes(`${key}:${typed}`)) return []
      const minutes = whole(typed, 2, 240, Number.NaN)
      return Number.isNaN(minutes) ? [] : [[key, minutes]]
    }),
  )
}

function move(setup: SeminarSetup, asked: string | undefined): void {
  const [key = '', direction] = (asked ?? '').split(':')
  const from = setup.order.indexOf(key)
  const to = direction === 'up' ? from - 1 : from + 1
  const other = setup.order[to]
  if (from < 0 || other === undefined || (direction !== 'up' && direction !== 'down')) return
  setup.order[from] = other
  setup.order[to] = key
}

/** The choices from which `planSeminar` plans one room. */
export function choicesOf(
  setup: SeminarSetup,
  scenario: Pick<Scenario, 'delegations'>,
  observers: Readonly<SeminarChoices['observers']>,
  seed: number,
): SeminarChoices {
  return {
    agendaKey: setup.agenda,
    rounds: playedIn(setup).map((tension) => ({ tension, seconds: secondsOf(setup, tension) })),
    chairs: chairsOf(scenario, () => setup.chairs),
    observers: setup.observers ? [...observers] : [],
    seating: setup.seating,
    understudies: setup.understudies,
    speed: 1,
    seed,
  }
}

const secondsOf = (setup: SeminarSetup, tension: string): number | null => {
  const minutes = setup.minutes[tension]
  return minutes === undefined ? null : minutes * 60
}

export const playedIn = (setup: SeminarSetup): string[] => setup.order.filter((key) => setup.on.includes(key))

export type Part = { kind: 'start' | 'round' | 'close'; label: string; seconds: number }

/** The seminar's parts with their lengths: what comes before the rounds, each round, what comes after. Empty where no round is played. */
export function partsOf(scenario: Scenario, setup: SeminarSetup): Part[] {
  if (playedIn(setup).length === 0) return []
  const { plan } = planSeminar(scenario, choicesOf(setup, scenario, [], 0))
  return blocksOf(plan).map(({ where, round, seconds, phases: [first] }) => ({
    kind: where,
    label: round?.plan.key ?? first.phase.kind,
    seconds,
  }))
}

export const totalSeconds = (parts: readonly Part[]): number => parts.reduce((sum, part) => sum + part.seconds, 0)

/** Minutes for each round so that the seminar lasts as long as the agenda; the parts around the rounds keep their lengths. */
function fitted(scenario: Scenario, setup: SeminarSetup, agenda: SeminarAgenda): Record<string, number> {
  const parts = partsOf(scenario, setup)
  const rounds = parts.filter((part) => part.kind === 'round')
  const left = agenda.totalSeconds - totalSeconds(parts.filter((part) => part.kind !== 'round'))
  const minutes = Math.max(2 * rounds.length, Math.floor(left / 60))
  const share = Math.floor(minutes / Math.max(1, rounds.length))
  return Object.fromEntries(
    rounds.map((part, place) => [part.label, share + (place < minutes - share * rounds.length ? 1 : 0)]),
  )
}

export const tableSize = ({ chairs, offices }: SeminarSetup): number => chairs * offices.length

/** How many students each room gets, as even as possible. */
export function tablesOf(setup: SeminarSetup): number[] {
  const size = tableSize(setup)
  const count = Math.min(mostTables, Math.max(1, Math.ceil(setup.students / size)))
  const seated = Math.min(setup.students, count * size)
  return Array.from({ length: count }, (_, index) => Math.floor(seated / count) + (index < seated % count ? 1 : 0))
}

/** How many of a room's students each delegation gets; which delegations get one more rotates with the room's index. */
export function sidesOf(delegations: number, students: number, table: number): readonly number[] {
  const base = Math.floor(students / delegations)
  const turned = (place: number) => (((place - table) % delegations) + delegations) % delegations
  return Array.from({ length: delegations }, (_, place) => base + (turned(place) < students % delegations ? 1 : 0))
}

/** Totals over all rooms: empty offices, empty seats, and students who share an office. */
export function remaindersOf(setup: SeminarSetup): { offices: number; chairs: number; sharing: number } {
  const sides = tablesOf(setup).flatMap((students, table) =>
    sidesOf(setup.offices.length, students, table).map((seated, place) => ({
      seated,
      offices: setup.offices[place] ?? 0,
    })),
  )
  const sum = (count: (side: (typeof sides)[number]) => number) => sides.reduce((all, side) => all + count(side), 0)
  return {
    offices: sum(({ seated, offices }) => Math.max(0, Math.min(setup.chairs, offices) - seated)),
    chairs: sum(({ seated }) => setup.chairs - seated),
    sharing: sum(({ seated, offices }) => Math.max(0, seated - offices)),
  }
}

/** The setup as the fields of an address or a form. */
export function fieldsOf(setup: SeminarSetup, step: WizardStep = setup.step): [string, string][] {
  return [
    ['scenario', setup.scenario],
    ['agenda', setup.agenda],
    ['for', laidOutFor(setup.scenario, setup.agenda)],
    ['order', setup.order.join(',')],
    ...setup.on.map((key): [string, string] => ['round', key]),
    ...Object.entries(setup.minutes).map(([key, minutes]): [string, string] => [`minutes-${key}`, String(minutes)]),
    ['students', String(setup.students)],
    ['chairs', String(setup.chairs)],
    ['seating', setup.seating],
    ...ticked('understudies', setup.understudies),
    ...ticked('practice', setup.practice),
    ['title', setup.title],
    ['door', setup.door],
    ...ticked('lateArrivals', setup.lateArrivals),
    ...ticked('observers', setup.observers),
    ['step', String(step)],
  ]
}

export const addressOf = (setup: SeminarSetup, step: WizardStep): string =>
  `?${new URLSearchParams(fieldsOf(setup, step))}`
