import { expect, test } from 'vitest'
import { planSeminar } from '#simulation/agenda/planning'
import type { Fields } from '../../../app/courses/[courseId]/_wizard/fields'
import {
  choicesOf,
  fieldsOf,
  partsOf,
  playedIn,
  readSetup,
  remaindersOf,
  type SeminarSetup,
  sidesOf,
  tablesOf,
  totalSeconds,
} from '../../../app/courses/[courseId]/new-seminar/setup'
import { chinaGap } from '../../support/china-gap'

const scenario = chinaGap()
const fresh = () => readSetup({}, scenario, 46)

function sent(setup: SeminarSetup, more: Fields = {}): Fields {
  const fields: Record<string, string[]> = {}
  for (const [name, value] of fieldsOf(setup)) fields[name] = [...(fields[name] ?? []), value]
  return { ...fields, ...more }
}

test('a draft survives its own address, whatever was chosen in it', () => {
  const setup: SeminarSetup = {
    ...fresh(),
    step: 3,
    minutes: { framing: 21 },
    seating: 'lot',
    understudies: false,
    practice: true,
    title: 'Week 5 & more',
    door: 'roster',
    lateArrivals: false,
    observers: true,
    chairs: 4,
    students: 25,
  }
  expect(readSetup(sent(setup), scenario, 0)).toEqual(setup)
})

test('an address that makes no sense gives a draft that does', () => {
  const nonsense = {
    agenda: 'x',
    for: 'y',
    round: ['<b>', 'framing'],
    students: '-4',
    chairs: '99',
    step: '9',
    move: 'q:up',
    order: ',,',
  }
  const setup = readSetup(nonsense, scenario, 0)
  expect(setup).toMatchObject({ step: 1, chairs: 6, students: 1, agenda: 'seminar-90' })
  expect(() => planSeminar(scenario, choicesOf(setup, scenario, [], 1))).not.toThrow()
})

test('an untouched draft plays the agenda as its author wrote it, to the second', () => {
  for (const agenda of scenario.agendas.filter((candidate) => candidate.kind === 'seminar')) {
    const setup = readSetup({ agenda: agenda.key }, scenario, 18)
    expect(playedIn(setup)).toEqual(agenda.plays)
    expect(totalSeconds(partsOf(scenario, setup))).toBe(agenda.totalSeconds)
  }
})

test('another agenda brings its own rounds, and coming back to a step keeps those chosen', () => {
  const setup = fresh()
  const other = readSetup(sent(setup, { agenda: 'seminar-50' }), scenario, 0)
  expect(playedIn(other)).toEqual(['deterrence', 'interdependence', 'regional-order'])
  const fewer = readSetup(sent(setup, { round: ['framing', 'regional-order'] }), scenario, 0)
  expect(playedIn(fewer)).toEqual(['framing', 'regional-order'])
})

test('an address from before a scenario could be chosen keeps its rounds, their lengths and its title', () => {
  const setup: SeminarSetup = { ...fresh(), on: ['framing'], minutes: { framing: 21 }, title: 'Week 5' }
  const { scenario: _, ...older } = sent(setup, { for: setup.agenda })
  expect(readSetup(older, scenario, 0)).toEqual(setup)
  const { on, title } = readSetup({ ...older, agenda: 'seminar-50' }, scenario, 0)
  expect({ on, title }).toEqual({ on: ['deterrence', 'interdependence', 'regional-order'], title: 'Week 5' })
})

test('a round moves up and down and stays within the list', () => {
  const setup = fresh()
  const [first = '', second = ''] = setup.order
  expect(readSetup(sent(setup, { move: `${second}:up` }), scenario, 0).order.slice(0, 2)).toEqual([second, first])
  expect(readSetup(sent(setup, { move: `${first}:up` }), scenario, 0).order).toEqual(setup.order)
  expect(readSetup(sent(setup, { move: `${setup.order.at(-1)}:down` }), scenario, 0).order).toEqual(setup.order)
})

test('a length that only repeats the agenda is not a choice, and one that differs is', () => {
  const setup = fresh()
  const read = readSetup(
    sent(setup, { given: 'framing:16,deterrence:16', 'minutes-framing': '16', 'minutes-deterrence': '20' }),
    scenario,
    0,
  )
  expect(read.minutes).toEqual({ deterrence: 20 })
})

test('sharing the time makes seven rounds fit the ninety minutes', () => {
  const all = readSetup(sent(fresh(), { round: scenario.tensions.map((tension) => tension.key) }), scenario, 0)
  expect(totalSeconds(partsOf(scenario, all))).toBeGreaterThan(5400)
  const fitted = readSetup(sent(all, { fit: 'yes' }), scenario, 0)
  const total = totalSeconds(partsOf(scenario, fitted))
  expect(total).toBeLessThanOrEqual(5400)
  expect(total).toBeGreaterThan(5400 - 7 * 60)
})

test('tables are as even as can be, and so are the delegations at them', () => {
  expect(tablesOf({ ...fresh(), students: 46 })).toEqual([16, 15, 15])
  expect(tablesOf({ ...fresh(), students: 1 })).toEqual([1])
  expect(tablesOf({ ...fresh(), students: 300 })).toHaveLength(17)
  for (let students = 1; students <= 18; students += 1)
    for (let table = 0; table < 4; table += 1) {
      const [us = 0, jp = 0, cn = 0] = sidesOf(3, students, table)
      expect(us + jp + cn).toBe(students)
      expect(Math.max(us, jp, cn) - Math.min(us, jp, cn)).toBeLessThanOrEqual(1)
    }
})

test('twenty students at one table of twenty-four share two offices, and eighteen at it leave six second chairs empty', () => {
  const twenty = { ...fresh(), students: 20, chairs: 8 as const }
  expect(tablesOf(twenty)).toEqual([20])
  expect(remaindersOf(twenty)).toEqual({ offices: 0, chairs: 4, sharing: 2 })
  expect(remaindersOf({ ...twenty, students: 18 })).toEqual({ offices: 0, chairs: 6, sharing: 0 })
  expect(remaindersOf({ ...twenty, students: 46, chairs: 6 })).toEqual({ offices: 8, chairs: 8, sharing: 0 })
  const { plan } = planSeminar(scenario, choicesOf(twenty, scenario, [], 1))
  expect(plan.seats.filter(({ mirrors }) => mirrors !== null)).toHaveLength(6)
})
