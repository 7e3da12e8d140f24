// Reads the setup of a seminar from the fields of an address or a form.

import { MOST_AT_TABLE } from '#simulation/kernel/ids'
import { mayRatify, ratifiesByItself } from '#simulation/planning/chosen-rounds'
import { seminarAgendas, tensionsInOrder } from '#simulation/scenario/lookup'
import type { Scenario } from '#simulation/scenario/scenario'
import {
  type ClassList,
  type ClassSplit,
  hasSections,
  tablesByAssistant,
  tablesBySection,
} from '#simulation/seating/class-tables'
import { all, type Fields, isTicked, last, whole } from '../_wizard/fields'
import { readLengths } from './lengths'
import { fitted, wantedTotal } from './parts'
import { CHAIRS, DOORS, laidOutFor, MOST_SPARE, MOST_TABLES, SEATINGS, type SeminarSetup, SPLITS, STEPS } from './setup'

/** A number that is longer is a slip of the hand. */
const longestNumber = 9_999
/** Students at one table where nothing else is chosen: one instructor hears them all. */
const usualTable = 30
const usualSpare = 2

function oneOf<Value extends string | number>(
  allowed: readonly Value[],
  text: string | undefined,
  otherwise: Value,
): Value {
  return allowed.find((value) => String(value) === text) ?? otherwise
}

/** What a draft was laid out for. An address from before a scenario could be chosen names no scenario, and its agenda alone. */
function laidIn(fields: Fields, scenario: string): string | undefined {
  const laid = last(fields, 'for')
  return laid !== undefined && last(fields, 'scenario') === undefined ? laidOutFor(scenario, laid) : laid
}

/** Reads a setup from the fields of an address or a form, with a default for what is missing or invalid. */
export function readSetup(fields: Fields, scenario: Scenario, classList: ClassList): SeminarSetup {
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
  const split = oneOf(splitsFor(classList), last(fields, 'split'), 'tables')
  const size = whole(last(fields, 'size'), 1, MOST_AT_TABLE, usualTable)
  const byRoster = splitOf(split, classList, size)
  const students = byRoster
    ? classList.people.length
    : whole(last(fields, 'students'), 1, longestNumber, classList.people.length || 18)
  const chosen = laidFor ? last(fields, 'ratification') : undefined
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
    lengths: {},
    students,
    split,
    listed: byRoster,
    tables: tablesIn(fields, students),
    size,
    spare: whole(last(fields, 'spare'), 0, MOST_SPARE, usualSpare),
    chairs: oneOf(CHAIRS, isOfThis ? last(fields, 'chairs') : undefined, officesOfLargest(scenario)),
    seating: oneOf(SEATINGS, last(fields, 'seating'), 'choose'),
    understudies: isTicked(fields, 'understudies', begun, true),
    understudiesWait: isTicked(fields, 'understudiesWait', begun, false),
    practice: last(fields, 'practice') === 'yes',
    ratification: mayRatify(agenda) && oneOf(['yes', 'no'], chosen, ratifiesByItself(agenda) ? 'yes' : 'no') === 'yes',
    cases: isTicked(fields, 'cases', begun, false),
    title: ((isOfThis ? last(fields, 'title') : undefined) ?? scenario.title).slice(0, 120),
    door: oneOf(DOORS, last(fields, 'door'), classList.people.length > 0 ? 'roster' : 'code'),
    lateArrivals: isTicked(fields, 'lateArrivals', begun, true),
    observers: isTicked(fields, 'observers', begun, false),
    learning: scenario.knowledge !== undefined && isTicked(fields, 'learning', begun, false),
    briefAfterCheck: scenario.checkQuestions.length > 0 && isTicked(fields, 'briefAfterCheck', begun, false),
  }
  if (laidFor) {
    const chosen = readLengths(fields, setup.on)
    setup.minutes = chosen.rounds
    setup.lengths = chosen.phases
  }
  move(setup, last(fields, 'move'))
  const total = wantedTotal(fields, agenda)
  return total === null ? setup : { ...setup, ...fitted(scenario, setup, total) }
}

/** By what tables can be split in this course: its roster may name no sections, and it may have no assistants. */
export const splitsFor = (listed: ClassList): readonly SeminarSetup['split'][] =>
  SPLITS.filter((split) => {
    switch (split) {
      case 'section':
        return hasSections(listed)
      case 'assistant':
        return listed.people.length > 0 && listed.assistants.length > 0
      case 'tables':
      case 'size':
        return true
      default:
        return split satisfies never
    }
  })

function splitOf(split: SeminarSetup['split'], listed: ClassList, atTable: number): ClassSplit | null {
  const most = { atTable, tables: MOST_TABLES }
  switch (split) {
    case 'section':
      return tablesBySection(listed.people, most)
    case 'assistant':
      return tablesByAssistant(listed, most)
    case 'tables':
    case 'size':
      return null
    default:
      return split satisfies never
  }
}

/** Chairs for every office of the delegation that has most; where it has fewer than a table can have chairs, the fewest chairs. */
function officesOfLargest({ delegations, seats }: Scenario): (typeof CHAIRS)[number] {
  const most = Math.max(...delegations.map(({ id }) => seats.filter(({ delegation }) => delegation === id).length))
  return CHAIRS.findLast((chairs) => chairs <= most) ?? CHAIRS[0]
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

/** The number of tables chosen; where only the number of students was changed since the page was drawn, the usual one for them. */
function tablesIn(fields: Fields, students: number): number {
  const usual = Math.min(MOST_TABLES, Math.ceil(students / usualTable))
  const [givenStudents, givenTables] = (last(fields, 'given-tables') ?? '').split(':')
  const isNewClass = givenTables === last(fields, 'tables') && givenStudents !== String(students)
  return givenTables !== undefined && isNewClass ? usual : whole(last(fields, 'tables'), 1, MOST_TABLES, usual)
}
