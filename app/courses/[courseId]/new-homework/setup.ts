// The setup of a homework debate while its wizard is filled in. All of it is in the page's address, so going back, reloading or coming back
// tomorrow loses nothing. Times are wall times; the server converts them.
import { z } from 'zod'
import { asksForReflections, type PhaseKind, ruleOf } from '#simulation/agenda/phase-kinds'
import type { Requirement } from '#simulation/agenda/plan'
import { type ChosenBeside, chosenFields, readChosen } from '#simulation/beside/slices'
import { lift, type StoredFormat } from '#simulation/engine/versions'
import { keptPlaces, takenOut } from '#simulation/planning/homework-parts'
import { ACT_AFTER_HOURS, homeworkAgendaOf } from '#simulation/planning/homework-planning'
import { countsTensions } from '#simulation/questions/homework'
import { type LatePolicy, MOST_LATE_DAYS } from '#simulation/reading/marks/lateness'
import { homeworkAgendas, tensionsInOrder } from '#simulation/scenario/lookup'
import type { HomeworkAgenda, Scenario } from '#simulation/scenario/scenario'
import { type ClassList, type ClassSplit, NOBODY_LISTED } from '#simulation/seating/class-tables'
import { all, type Fields, isTicked, last, ownFields, ticked, whole } from '../_wizard/fields'
import { type AskedLengths, lengthsIn, readLengths } from './asked-lengths'
import { type Split, splitOf, splitsFor } from './room-splits'

export const STEPS = [1, 2, 3, 4, 5] as const
export type WizardStep = (typeof STEPS)[number]
/** The page on which a debate is made and published; the others change what it proposes. */
export const PUBLISHING: WizardStep = 5
export const LATE_HOURS = [0, 24, 48, 72, 168] as const
/** After how many silent hours of a head the next member acts. */
export const AWAY_HOURS = [6, 12, 24, 48, 72] as const

/** How many days may be struck out. */
const MOST_HOLIDAYS = 40

export type DebateSetup = {
  step: WizardStep
  /** The key of the debated scenario. */
  scenario: string
  /** The key of the agenda: over how many days, and what each of its parts asks. */
  agenda: string
  /** Whether sides ask each other in a part of its own, a day more. */
  cases: boolean
  /** The kinds of the parts that are taken out of the agenda (H26). */
  without: readonly PhaseKind[]
  /** The debated tensions, in the scenario's order. */
  on: string[]
  /** The first day, as `2026-11-30`. */
  start: string
  /** Deadlines fall on Saturdays and Sundays too. */
  weekends: boolean
  /** Days without a deadline, as `2026-12-24`, in their order. */
  holidays: readonly string[]
  /** Deadlines that differ from the computed ones, by phase index, as `2026-12-01T21:00`. */
  typed: Record<number, string>
  rooms: number
  split: Split
  /** Who is in which room, where these follow the roster; null where they are dealt out by lot. */
  listed: ClassSplit | null
  understudies: boolean
  actAfterHours: number
  /** Required counts that differ from the agenda's, by `phase.requirement` (two indexes). */
  asks: Record<string, number>
  lengths: AskedLengths
  postFirst: boolean
  handInDrafts: boolean
  /** Evidence of learning is asked for. */
  learning: boolean
  lateHours: number
  /** What lateness takes off (H24); 0 percent for nothing. */
  off: LatePolicy
  /** What is chosen of what stands beside the log, such as peer reviews (H30). */
  beside: ChosenBeside
  title: string
  /** The id of the saved debate, once it has been saved with the course. */
  kept: string | null
}

/** The agenda as the wizard lays it out: where annotations may be asked for, it offers to ask for some, and by itself asks for none (H28). */
export function agendaToLay(scenario: Scenario, setup: Pick<DebateSetup, 'agenda' | 'cases'>): HomeworkAgenda {
  const agenda = homeworkAgendaOf(scenario, setup.agenda, setup.cases)
  const offers = ({ phase, requires }: HomeworkAgenda['phases'][number]) =>
    asksForReflections({ kind: phase }) && requires.every(({ what }) => what !== 'annotation')
  const offered = { what: 'annotation', count: 0, by: 'student' } as const
  const phases = agenda.phases.map((one) => (offers(one) ? { ...one, requires: [...one.requires, offered] } : one))
  return { ...agenda, phases }
}

export type SetupBounds = {
  scenario: Scenario
  /** The first day by default: tomorrow in the course's time zone. */
  tomorrow: string
  rooms: { fewest: number; most: number; usual: number }
  /** The roster and who looks after rooms; where it is left out, rooms are dealt out by lot. */
  classList?: ClassList
  isDay: (text: string) => boolean
}

/** The version of an address's fields: a course keeps addresses for months. Raise it, with a lift, when a field changes its meaning. */
export const SETUP_SHAPE: StoredFormat = { name: 'draft', version: 1, lifts: {} }
const anyFields = z.record(z.string(), z.union([z.string(), z.array(z.string()), z.undefined()]))

/** Reads a setup from the fields of an address or a form, with a default for what is missing or invalid. */
export function readSetup(
  asWritten: Fields,
  { scenario, tomorrow, rooms, classList = NOBODY_LISTED, isDay }: SetupBounds,
): DebateSetup {
  const version = whole(last(asWritten, 'v'), 1, 1_000, 1)
  const fields = anyFields.parse(lift(SETUP_SHAPE, version, ownFields(asWritten)))
  const begun = fields.start !== undefined
  const agendas = homeworkAgendas(scenario)
  const chosen = agendas.find(({ key }) => key === last(fields, 'agenda')) ?? agendas[0]
  if (!chosen) throw new Error('The scenario has no agenda for a homework debate.')
  const cases = isTicked(fields, 'cases', begun, false)
  const agenda = agendaToLay(scenario, { agenda: chosen.key, cases })
  // Tensions, deadlines and requirements chosen for another scenario or another number of days do not fit this one. An address from before
  // an agenda could be chosen names none, and was laid out for the first.
  const isOfScenario = (last(fields, 'for') ?? scenario.key) === scenario.key
  const shape = last(fields, 'shape') ?? agendas[0]?.key ?? ''
  const isOfThis = isOfScenario && shape.split(' ')[0] === agenda.key
  // The parts are counted by their place: with one more of them, or one less, typed deadlines and counts would be another part's.
  const isLaid = isOfThis && shape === shapeOf({ agenda: agenda.key, cases })
  const known = tensionsInOrder(scenario).map((tension) => tension.key)
  const typedStart = last(fields, 'start') ?? ''
  const start = isDay(typedStart) ? typedStart : tomorrow
  const late = whole(last(fields, 'late'), 0, 336, 48)
  const away = whole(last(fields, 'away'), 0, 336, ACT_AFTER_HOURS)
  const split = splitsFor(classList).find((each) => each === last(fields, 'split')) ?? 'lot'
  const listed = splitOf(split, classList)
  const without = isOfThis ? takenOut(agenda, all(fields, 'without')) : []
  return {
    step: STEPS.find((step) => String(step) === last(fields, 'step')) ?? PUBLISHING,
    scenario: scenario.key,
    agenda: agenda.key,
    cases,
    without,
    on: begun && isOfThis ? known.filter((key) => all(fields, 'round').includes(key)) : [...agenda.plays],
    start,
    weekends: isTicked(fields, 'weekends', begun, false),
    holidays: readHolidays(fields, isDay),
    // Typed deadlines belong to the first day they were computed from; with another first day they are computed again.
    typed: isLaid && last(fields, 'laid') === start ? readTyped(fields, agenda) : {},
    rooms: listed?.tables.length ?? whole(last(fields, 'rooms'), rooms.fewest, rooms.most, rooms.usual),
    ...{ split, listed },
    understudies: isTicked(fields, 'understudies', begun, true),
    actAfterHours: AWAY_HOURS.find((hours) => hours === away) ?? ACT_AFTER_HOURS,
    asks: isLaid ? readAsks(fields, agenda) : {},
    lengths: isLaid ? readLengths(fields, agenda) : {},
    postFirst: isTicked(fields, 'postFirst', begun, true),
    handInDrafts: isTicked(fields, 'handInDrafts', begun, true),
    learning: offersLearning(scenario, agenda, without) && isTicked(fields, 'learning', begun, false),
    lateHours: LATE_HOURS.find((hours) => hours === late) ?? 48,
    off: {
      percent: whole(last(fields, 'off'), 0, 100, 0),
      floor: whole(last(fields, 'floor'), 0, 99, 50),
      days: whole(last(fields, 'days'), 0, MOST_LATE_DAYS, 0),
    },
    beside: readChosen({
      last: (name) => last(fields, name),
      whole: (name, ...bounds) => whole(last(fields, name), ...bounds),
    }),
    title: ((isOfScenario ? last(fields, 'title') : undefined) ?? scenario.title).slice(0, 120),
    kept: /^[0-9a-f-]{36}$/.exec(last(fields, 'draft') ?? '')?.[0] ?? null,
  }
}

/** Those struck out so far, as one field because an address has few, with one more and without those that are taken back. */
function readHolidays(fields: Fields, isDay: (text: string) => boolean): string[] {
  const days = [...(last(fields, 'holidays') ?? '').split(' '), ...all(fields, 'holiday')]
  const back = all(fields, 'again')
  return [...new Set(days.filter((day) => isDay(day) && !back.includes(day)))].toSorted().slice(0, MOST_HOLIDAYS)
}

/** Evidence of learning is asked for at both times at which own views are (V3). */
export const offersLearning = (scenario: Scenario, agenda: HomeworkAgenda, without: readonly PhaseKind[]): boolean =>
  scenario.knowledge !== undefined &&
  (['before', 'after'] as const).every((time) =>
    agenda.phases.some(({ phase: kind }) => ruleOf({ kind }).stance === time && !without.includes(kind)),
  )

/** What typed deadlines and counts were laid out for. */
const shapeOf = ({ agenda, cases }: Pick<DebateSetup, 'agenda' | 'cases'>): string =>
  cases ? `${agenda} cases` : agenda

/** A deadline typed for a phase. One that equals the computed deadline is no choice, and moves with the first day. */
function readTyped(fields: Fields, agenda: HomeworkAgenda): Record<number, string> {
  return Object.fromEntries(
    agenda.phases.flatMap((_phase, index): [number, string][] => {
      const typed = last(fields, `due-${index}`)?.slice(0, 16)
      return typed === undefined || typed === last(fields, `planned-${index}`) ? [] : [[index, typed]]
    }),
  )
}

function readAsks(fields: Fields, agenda: HomeworkAgenda): Record<string, number> {
  return Object.fromEntries(
    agenda.phases.flatMap((phase, index) =>
      phase.requires.flatMap((requirement, place): [string, number][] => {
        const count = whole(last(fields, `ask-${index}.${place}`), 0, 20, requirement.count)
        return count === requirement.count ? [] : [[`${index}.${place}`, count]]
      }),
    ),
  )
}

/**
 * The required count; 0 asks nothing. What counts once for each tension can be required at most once for each debated tension, and once of
 * a tension's leader.
 */
export function askedIn(setup: DebateSetup, phase: number, place: number, requirement: Requirement): number {
  const asked = setup.asks[`${phase}.${place}`] ?? requirement.count
  if (!countsTensions(requirement.what)) return asked
  return Math.min(asked, requirement.by === 'leader' ? 1 : setup.on.length)
}

/** The requirements of each phase that stays, in the agenda's order. */
export function requirementsOf(setup: DebateSetup, agenda: HomeworkAgenda): Requirement[][] {
  return keptPlaces(agenda, setup.without).map((index) =>
    (agenda.phases[index]?.requires ?? []).flatMap((requirement, place) => {
      const asked = requirementAt(setup, index, place, requirement)
      return asked.count === 0 ? [] : [asked]
    }),
  )
}

/** A requirement as this setup asks for it: over so many tensions, and to each of the others, only where the count allows it. */
export function requirementAt(setup: DebateSetup, phase: number, place: number, requirement: Requirement): Requirement {
  const count = askedIn(setup, phase, place, requirement)
  const { tensions, toEachOther, ...alone } = requirement
  const spread = Math.min(tensions ?? 0, setup.on.length, count)
  const each = toEachOther && count >= 2 ? { toEachOther } : {}
  return {
    ...alone,
    ...setup.lengths[`${phase}.${place}`],
    ...each,
    count,
    ...(spread > 1 ? { tensions: spread } : {}),
  }
}

/** What the words of a requirement are told. */
export const wordsOf = ({ count, tensions = 0, toEachOther }: Requirement) => ({
  count,
  spread: tensions,
  each: toEachOther ? 'yes' : 'no',
})

/** The setup as the fields of an address or a form. */
export function fieldsOf(setup: DebateSetup, step: WizardStep = setup.step): [string, string][] {
  return [
    ['v', String(SETUP_SHAPE.version)],
    ['scenario', setup.scenario],
    ['for', setup.scenario],
    ['agenda', setup.agenda],
    ['shape', shapeOf(setup)],
    ...ticked('cases', setup.cases),
    ...setup.without.map((kind): [string, string] => ['without', kind]),
    ['start', setup.start],
    ['laid', setup.start],
    ...ticked('weekends', setup.weekends),
    ...(setup.holidays.length === 0 ? [] : [['holidays', setup.holidays.join(' ')] satisfies [string, string]]),
    ...setup.on.map((key): [string, string] => ['round', key]),
    ...Object.entries(setup.typed).map(([phase, wall]): [string, string] => [`due-${phase}`, wall]),
    ['rooms', String(setup.rooms)],
    ['split', setup.split],
    ...ticked('understudies', setup.understudies),
    ['away', String(setup.actAfterHours)],
    ...Object.entries(setup.asks).map(([place, count]): [string, string] => [`ask-${place}`, String(count)]),
    ['lengths', lengthsIn(setup.lengths)],
    ...ticked('postFirst', setup.postFirst),
    ...ticked('handInDrafts', setup.handInDrafts),
    ...ticked('learning', setup.learning),
    ['late', String(setup.lateHours)],
    ['off', String(setup.off.percent)],
    ['floor', String(setup.off.floor)],
    ['days', String(setup.off.days)],
    ...chosenFields(setup.beside),
    ['title', setup.title],
    ...(setup.kept === null ? [] : [['draft', setup.kept] satisfies [string, string]]),
    ['step', String(step)],
  ]
}

export const addressOf = (setup: DebateSetup, step: WizardStep): string =>
  `?${new URLSearchParams(fieldsOf(setup, step))}`
