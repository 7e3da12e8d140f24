import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planSeminar } from '#simulation/planning/planning'
import { type ClassList, NOBODY_LISTED } from '#simulation/seating/class-tables'
import type { Fields } from '../../../app/courses/[courseId]/_wizard/fields'
import { choicesOf } from '../../../app/courses/[courseId]/new-seminar/parts'
import { readSetup } from '../../../app/courses/[courseId]/new-seminar/read-setup'
import type { SeminarSetup } from '../../../app/courses/[courseId]/new-seminar/setup'
import {
  chairsFor,
  plannedText,
  remaindersOf,
  sidesOf,
  tableSize,
  tablesOf,
  unseatedOf,
} from '../../../app/courses/[courseId]/new-seminar/tables'
import { classOf, fresh, scenario, sent } from './given-setup'

test('the students at the tables and those without a seat are as many as were asked, and every table has its spare seats', () => {
  let crowded = 0
  fc.assert(
    fc.property(
      fc.record({
        students: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 2_000 })),
        split: fc.constantFrom('tables' as const, 'size' as const),
        tables: fc.integer({ min: 1, max: 40 }),
        size: fc.integer({ min: 1, max: 40 }),
        spare: fc.integer({ min: 0, max: 9 }),
        chairs: fc.constantFrom(1 as const, 3 as const, 6 as const, 8 as const),
        parties: fc.integer({ min: 2, max: 8 }),
      }),
      ({ parties, ...chosen }) => {
        const setup: SeminarSetup = { ...fresh(), ...chosen, offices: Array.from({ length: parties }, () => 6) }
        const tables = tablesOf(setup)
        const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)
        expect(sum(tables) + unseatedOf(setup)).toBe(chosen.students)
        expect(Math.max(...tables) - Math.min(...tables)).toBeLessThanOrEqual(1)
        expect(Math.max(...tables)).toBeLessThanOrEqual(40)
        if (unseatedOf(setup) > 0) crowded += 1
        for (const [index, students] of tables.entries()) {
          const sides = sidesOf(parties, students, index)
          expect(sum(sides)).toBe(students)
          expect(Math.max(...sides)).toBeLessThanOrEqual(chairsFor(setup))
          expect(tableSize(setup)).toBeGreaterThanOrEqual(Math.min(students + chosen.spare, 20 * parties))
        }
      },
    ),
    { numRuns: 300 },
  )
  expect(crowded).toBeGreaterThan(20)
})

test('thirty sit at one table, four hundred at as many as are chosen, and nobody vanishes', () => {
  const asked = (fields: Fields) => readSetup(sent(fresh(), fields), scenario, NOBODY_LISTED)
  expect(tablesOf(asked({ students: '30', 'given-tables': '46:2', tables: '2' }))).toEqual([30])
  const forty = asked({ students: '40', tables: '1' })
  expect([tablesOf(forty), tableSize(forty), unseatedOf(forty)]).toEqual([[40], 42, 0])
  const { plan } = planSeminar(scenario, choicesOf(forty, scenario, [], 1))
  expect(plan.seats).toHaveLength(42)
  const lecture = asked({ students: '300', tables: '12' })
  expect(tablesOf(lecture)).toEqual(Array.from({ length: 12 }, () => 25))
  const small = asked({ students: '400', split: 'size', size: '9' })
  expect([tablesOf(small).length, unseatedOf(small)]).toEqual([40, 40])
  const one = asked({ students: '50', tables: '1' })
  expect([tablesOf(one), unseatedOf(one)]).toEqual([[40], 10])
})

test('two delegations seat forty as well', () => {
  const setup: SeminarSetup = { ...fresh(), students: 40, tables: 1, spare: 0, offices: [3, 3] }
  expect([chairsFor(setup), unseatedOf(setup)]).toEqual([20, 0])
})

test('tables are as even as can be, and so are the delegations at them', () => {
  const size = { ...fresh(), split: 'size' as const, size: 18 }
  expect(tablesOf({ ...size, students: 46 })).toEqual([16, 15, 15])
  expect(tablesOf({ ...size, students: 1 })).toEqual([1])
  expect(tablesOf({ ...size, students: 300 })).toHaveLength(17)
  for (let students = 1; students <= 18; students += 1)
    for (let table = 0; table < 4; table += 1) {
      const [us = 0, jp = 0, cn = 0] = sidesOf(3, students, table)
      expect(us + jp + cn).toBe(students)
      expect(Math.max(us, jp, cn) - Math.min(us, jp, cn)).toBeLessThanOrEqual(1)
    }
})

test('twenty students at one table of twenty-four share two offices, and eighteen at it leave six second chairs empty', () => {
  const twenty = { ...fresh(), students: 20, tables: 1, spare: 4 }
  expect(tablesOf(twenty)).toEqual([20])
  expect(remaindersOf(twenty)).toEqual({ offices: 0, chairs: 4, sharing: 2 })
  expect(remaindersOf({ ...twenty, students: 18, spare: 6 })).toEqual({ offices: 0, chairs: 6, sharing: 0 })
  expect(remaindersOf({ ...twenty, students: 46, tables: 3, spare: 0 })).toEqual({ offices: 8, chairs: 8, sharing: 0 })
  const { plan } = planSeminar(scenario, choicesOf(twenty, scenario, [], 1))
  expect(plan.seats.filter(({ mirrors }) => mirrors !== null)).toHaveLength(6)
})

test('tables by section have the roster’s people, seats for the fullest, and are offered only where there are sections', () => {
  const listed = classOf(50, (at) => (at < 3 ? null : at < 20 ? 'A01' : 'A02'))
  const asked = (of: ClassList, fields: Fields) => readSetup(sent(fresh(), fields), scenario, of)
  const setup = asked(listed, { split: 'section', size: '20', students: '7' })
  expect([setup.split, setup.students, tablesOf(setup), unseatedOf(setup)]).toEqual(['section', 50, [17, 17, 16], 0])
  expect(setup.listed?.sectionless.map(({ name }) => name)).toEqual(['Student 0', 'Student 1', 'Student 2'])
  expect(tableSize(setup)).toBeGreaterThanOrEqual(17 + setup.spare)
  expect(asked(classOf(50), { split: 'section' })).toMatchObject({ split: 'tables', listed: null })
  expect(asked(listed, { split: 'assistant' })).toMatchObject({ split: 'tables', listed: null })
  const helped = { ...listed, assistants: [{ id: 'a', name: 'Dana Kim' }] }
  expect(tablesOf(asked(helped, { split: 'assistant', size: '40' }))).toEqual([25, 25])
  // What the last step sends is compared with the roster of that moment.
  expect(
    plannedText(
      asked(
        classOf(49, () => 'A01'),
        { split: 'section', size: '20' },
      ),
    ),
  ).not.toBe(plannedText(setup))
})
