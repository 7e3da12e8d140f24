import { expect, test } from 'vitest'
import { planSeminar } from '#simulation/agenda/planning'
import type { Fields } from '../../../app/courses/[courseId]/_wizard/fields'
import {
  choicesOf,
  type Draft,
  fieldsOf,
  partsOf,
  playedIn,
  readDraft,
  remaindersOf,
  sidesOf,
  tablesOf,
  totalSeconds,
} from '../../../app/courses/[courseId]/new-seminar/draft'
import { chinaGap } from '../../support/china-gap'

const scenario = chinaGap()
const fresh = () => readDraft({}, scenario, 46)

function sent(draft: Draft, more: Fields = {}): Fields {
  const fields: Record<string, string[]> = {}
  for (const [name, value] of fieldsOf(draft)) fields[name] = [...(fields[name] ?? []), value]
  return { ...fields, ...more }
}

test('a draft survives its own address, whatever was chosen in it', () => {
  const draft: Draft = {
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
  expect(readDraft(sent(draft), scenario, 0)).toEqual(draft)
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
  const draft = readDraft(nonsense, scenario, 0)
  expect(draft).toMatchObject({ step: 1, chairs: 6, students: 1, agenda: 'seminar-90' })
  expect(() => planSeminar(scenario, choicesOf(draft, scenario, [], 1))).not.toThrow()
})

test('an untouched draft plays the agenda as its author wrote it, to the second', () => {
  for (const agenda of scenario.agendas.filter((candidate) => candidate.kind === 'seminar')) {
    const draft = readDraft({ agenda: agenda.key }, scenario, 18)
    expect(playedIn(draft)).toEqual(agenda.plays)
    expect(totalSeconds(partsOf(scenario, draft))).toBe(agenda.totalSeconds)
  }
})

test('another agenda brings its own rounds, and coming back to a step keeps those chosen', () => {
  const draft = fresh()
  const other = readDraft(sent(draft, { agenda: 'seminar-50' }), scenario, 0)
  expect(playedIn(other)).toEqual(['deterrence', 'interdependence', 'regional-order'])
  const fewer = readDraft(sent(draft, { round: ['framing', 'regional-order'] }), scenario, 0)
  expect(playedIn(fewer)).toEqual(['framing', 'regional-order'])
})

test('an address from before a scenario could be chosen keeps its rounds, their lengths and its title', () => {
  const draft: Draft = { ...fresh(), on: ['framing'], minutes: { framing: 21 }, title: 'Week 5' }
  const { scenario: _, ...older } = sent(draft, { for: draft.agenda })
  expect(readDraft(older, scenario, 0)).toEqual(draft)
  const { on, title } = readDraft({ ...older, agenda: 'seminar-50' }, scenario, 0)
  expect({ on, title }).toEqual({ on: ['deterrence', 'interdependence', 'regional-order'], title: 'Week 5' })
})

test('a round moves up and down and stays within the list', () => {
  const draft = fresh()
  const [first = '', second = ''] = draft.order
  expect(readDraft(sent(draft, { move: `${second}:up` }), scenario, 0).order.slice(0, 2)).toEqual([second, first])
  expect(readDraft(sent(draft, { move: `${first}:up` }), scenario, 0).order).toEqual(draft.order)
  expect(readDraft(sent(draft, { move: `${draft.order.at(-1)}:down` }), scenario, 0).order).toEqual(draft.order)
})

test('a length that only repeats the agenda is not a choice, and one that differs is', () => {
  const draft = fresh()
  const read = readDraft(
    sent(draft, { given: 'framing:16,deterrence:16', 'minutes-framing': '16', 'minutes-deterrence': '20' }),
    scenario,
    0,
  )
  expect(read.minutes).toEqual({ deterrence: 20 })
})

test('sharing the time makes seven rounds fit the ninety minutes', () => {
  const all = readDraft(sent(fresh(), { round: scenario.tensions.map((tension) => tension.key) }), scenario, 0)
  expect(totalSeconds(partsOf(scenario, all))).toBeGreaterThan(5400)
  const fitted = readDraft(sent(all, { fit: 'yes' }), scenario, 0)
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
