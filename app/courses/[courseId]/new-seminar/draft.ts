// A seminar as far as it has been thought out. The whole draft stands in the page's address, so nothing is lost by going back,
// reloading or coming tomorrow. It knows no database and no screen.

import { chairsOf, planSeminar, type SeminarChoices } from '#simulation/agenda/planning'
import { blocksOf } from '#simulation/reading/agenda-blocks'
import type { Scenario, SeminarAgenda } from '#simulation/scenario/scenario'
import { all, type Fields, isTicked, last, ticked, whole } from '../_wizard/fields'

export const STEPS = [1, 2, 3, 4] as const
export type Step = (typeof STEPS)[number]
export const SEATINGS = ['choose', 'lot', 'place'] as const
export const DOORS = ['code', 'roster', 'ask'] as const
export const CHAIRS = [3, 4, 5, 6, 7, 8] as const
const mostTables = 40
const mostStudents = 720

export type Draft = {
  step: Step
  /** The key of the scenario that is played. */
  scenario: string
  agenda: string
  /** How many offices each delegation of the scenario has; a chair past them is a second one of an office, and no understudy plays it. */
  offices: readonly number[]
  /** Every tension, in the order of the list. */
  order: string[]
  /** Those that are played. */
  on: string[]
  /** Minutes for a round, where they differ from the agenda's own. */
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

/** Reads a draft out of an address or a form; whatever is missing or makes no sense gets a sensible value. */
export function readDraft(fields: Fields, scenario: Scenario, rosterSize: number): Draft {
  const begun = fields.agenda !== undefined
  const agendas = seminarAgendas(scenario)
  const agenda = agendas.find((candidate) => candidate.key === last(fields, 'agenda')) ?? agendas[0]
  if (!agenda) throw new Error('The scenario has no agenda for a seminar.')
  // What was laid out for one agenda of one scenario is laid out anew for another.
  const laid = laidIn(fields, scenario.key)
  const laidFor = laid === laidOutFor(scenario.key, agenda.key)
  const isOfThis = laid === undefined || laid.startsWith(laidOutFor(scenario.key, ''))
  const known = scenario.tensions.toSorted((a, b) => a.order - b.order).map((tension) => tension.key)
  const listed = laidFor ? (last(fields, 'order') ?? '').split(',').filter((key) => known.includes(key)) : agenda.plays
  const draft: Draft = {
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
    chairs: oneOf(CHAIRS, last(fields, 'chairs'), 6),
    seating: oneOf(SEATINGS, last(fields, 'seating'), 'choose'),
    understudies: isTicked(fields, 'understudies', begun, true),
    practice: isTicked(fields, 'practice', begun, false),
    title: ((isOfThis ? last(fields, 'title') : undefined) ?? scenario.title).slice(0, 120),
    door: oneOf(DOORS, last(fields, 'door'), 'code'),
    lateArrivals: isTicked(fields, 'lateArrivals', begun, true),
    observers: isTicked(fields, 'observers', begun, false),
  }
  if (laidFor) draft.minutes = readMinutes(fields, draft.on)
  move(draft, last(fields, 'move'))
  if (last(fields, 'fit') === 'yes') draft.minutes = fitted(scenario, draft, agenda)
  return draft
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

function move(draft: Draft, asked: string | undefined): void {
  const [key = '', direction] = (asked ?? '').split(':')
  const from = draft.order.indexOf(key)
  const to = direction === 'up' ? from - 1 : from + 1
  const other = draft.order[to]
  if (from < 0 || other === undefined || (direction !== 'up' && direction !== 'down')) return
  draft.order[from] = other
  draft.order[to] = key
}

/** What the rules are given to plan one table. */
export function choicesOf(
  draft: Draft,
  scenario: Pick<Scenario, 'delegations'>,
  observers: readonly string[],
  seed: number,
): SeminarChoices {
  return {
    agendaKey: draft.agenda,
    rounds: playedIn(draft).map((tension) => ({ tension, seconds: secondsOf(draft, tension) })),
    chairs: chairsOf(scenario, () => draft.chairs),
    observers: draft.observers ? [...observers] : [],
    seating: draft.seating,
    understudies: draft.understudies,
    speed: 1,
    seed,
  }
}

const secondsOf = (draft: Draft, tension: string): number | null => {
  const minutes = draft.minutes[tension]
  return minutes === undefined ? null : minutes * 60
}

export const playedIn = (draft: Draft): string[] => draft.order.filter((key) => draft.on.includes(key))

export type Part = { kind: 'start' | 'round' | 'close'; label: string; seconds: number }

/** The seminar's parts to scale: what comes before the rounds, each round, what comes after. Empty when nothing is played. */
export function partsOf(scenario: Scenario, draft: Draft): Part[] {
  if (playedIn(draft).length === 0) return []
  const { plan } = planSeminar(scenario, choicesOf(draft, scenario, [], 0))
  return blocksOf(plan).map(({ where, round, seconds, phases: [first] }) => ({
    kind: where,
    label: round?.plan.key ?? first.phase.kind,
    seconds,
  }))
}

export const totalSeconds = (parts: readonly Part[]): number => parts.reduce((sum, part) => sum + part.seconds, 0)

/** The rounds' lengths that make the whole fit the agenda's own length; the parts around them keep theirs. */
function fitted(scenario: Scenario, draft: Draft, agenda: SeminarAgenda): Record<string, number> {
  const parts = partsOf(scenario, draft)
  const rounds = parts.filter((part) => part.kind === 'round')
  const left = agenda.totalSeconds - totalSeconds(parts.filter((part) => part.kind !== 'round'))
  const minutes = Math.max(2 * rounds.length, Math.floor(left / 60))
  const share = Math.floor(minutes / Math.max(1, rounds.length))
  return Object.fromEntries(
    rounds.map((part, place) => [part.label, share + (place < minutes - share * rounds.length ? 1 : 0)]),
  )
}

export const tableSize = ({ chairs, offices }: Draft): number => chairs * offices.length

/** How many sit at each table: as even as can be. */
export function tablesOf(draft: Draft): number[] {
  const size = tableSize(draft)
  const count = Math.min(mostTables, Math.max(1, Math.ceil(draft.students / size)))
  const seated = Math.min(draft.students, count * size)
  return Array.from({ length: count }, (_, index) => Math.floor(seated / count) + (index < seated % count ? 1 : 0))
}

/** How a table's students fall to so many delegations; which of them get the odd students turns from table to table. */
export function sidesOf(delegations: number, students: number, table: number): readonly number[] {
  const base = Math.floor(students / delegations)
  const turned = (place: number) => (((place - table) % delegations) + delegations) % delegations
  return Array.from({ length: delegations }, (_, place) => base + (turned(place) < students % delegations ? 1 : 0))
}

/** What the seats come to over all tables: offices that stay empty, chairs that do, and students who share an office with another. */
export function remaindersOf(draft: Draft): { offices: number; chairs: number; sharing: number } {
  const sides = tablesOf(draft).flatMap((students, table) =>
    sidesOf(draft.offices.length, students, table).map((seated, place) => ({
      seated,
      offices: draft.offices[place] ?? 0,
    })),
  )
  const sum = (count: (side: (typeof sides)[number]) => number) => sides.reduce((all, side) => all + count(side), 0)
  return {
    offices: sum(({ seated, offices }) => Math.max(0, Math.min(draft.chairs, offices) - seated)),
    chairs: sum(({ seated }) => draft.chairs - seated),
    sharing: sum(({ seated, offices }) => Math.max(0, seated - offices)),
  }
}

/** The draft as the fields of an address or a form. */
export function fieldsOf(draft: Draft, step: Step = draft.step): [string, string][] {
  return [
    ['scenario', draft.scenario],
    ['agenda', draft.agenda],
    ['for', laidOutFor(draft.scenario, draft.agenda)],
    ['order', draft.order.join(',')],
    ...draft.on.map((key): [string, string] => ['round', key]),
    ...Object.entries(draft.minutes).map(([key, minutes]): [string, string] => [`minutes-${key}`, String(minutes)]),
    ['students', String(draft.students)],
    ['chairs', String(draft.chairs)],
    ['seating', draft.seating],
    ...ticked('understudies', draft.understudies),
    ...ticked('practice', draft.practice),
    ['title', draft.title],
    ['door', draft.door],
    ...ticked('lateArrivals', draft.lateArrivals),
    ...ticked('observers', draft.observers),
    ['step', String(step)],
  ]
}

export const addressOf = (draft: Draft, step: Step): string => `?${new URLSearchParams(fieldsOf(draft, step))}`
