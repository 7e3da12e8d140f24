// A class split over tables by its sections or by those who look after the tables: nobody is lost, nobody sits twice, no table is too full.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Assistant,
  type ClassSplit,
  type ListedPerson,
  tablesByAssistant,
  tablesBySection,
} from '#simulation/seating/class-tables'
import { splitOf, splitsFor } from '../../../app/courses/[courseId]/new-homework/room-splits'

const classes = fc.record({
  sections: fc.array(fc.constantFrom('A01', 'A02', ' a02', 'A10', 'Ｂ', 'evening', null), {
    maxLength: 300,
    size: 'max',
  }),
  colleagues: fc.integer({ min: 1, max: 30 }),
  atTable: fc.integer({ min: 1, max: 40 }),
  tables: fc.integer({ min: 1, max: 40 }),
})
const listed = (sections: readonly (string | null)[]): ListedPerson[] =>
  sections.map((section, at) => ({ place: `place${at}`, name: `Student ${at}`, section }))
const assistants = (count: number): Assistant[] =>
  Array.from({ length: count }, (_, at) => ({ id: `user${at}`, name: `Assistant ${at}` }))
const places = (people: readonly ListedPerson[]) => people.map(({ place }) => place)
const sizes = (split: ClassSplit) => split.tables.map((table) => table.people.length)
const keyOf = (section: string | null) => section?.normalize('NFKC').trim().toLowerCase() ?? null

test('whatever the roster says, everybody stands at one table or among the unseated, and no table is too full', () => {
  let counted = { split: 0, further: 0, unseated: 0 }
  fc.assert(
    fc.property(classes, ({ sections, colleagues, atTable, tables: most }) => {
      const people = listed(sections)
      const list = { people, assistants: assistants(colleagues) }
      for (const split of [
        tablesBySection(people, { atTable, tables: most }),
        tablesByAssistant(list, { atTable, tables: most }),
      ]) {
        const seated = split.tables.flatMap((table) => places(table.people))
        expect([...seated, ...places(split.unseated)].toSorted()).toEqual(places(people).toSorted())
        expect(split.tables.length).toBeLessThanOrEqual(most)
        for (const size of sizes(split)) {
          expect(size).toBeGreaterThan(0)
          expect(size).toBeLessThanOrEqual(atTable)
        }
        // Nobody is without a seat while another table could be made.
        if (split.unseated.length > 0) expect(split.tables).toHaveLength(most)
        counted = {
          split: counted.split + (split.tables.length > 1 ? 1 : 0),
          further: counted.further + (split.tables.some(({ group }) => group === null) ? 1 : 0),
          unseated: counted.unseated + (split.unseated.length > 0 ? 1 : 0),
        }
      }
    }),
    { numRuns: 150 },
  )
  for (const count of Object.values(counted)) expect(count).toBeGreaterThan(10)
})

test('a section shares no table with another, and those in none are named and sit where fewest are', () => {
  let mixed = 0
  fc.assert(
    fc.property(classes, ({ sections, atTable }) => {
      const people = listed(sections)
      const { tables, sectionless, unseated } = tablesBySection(people, { atTable, tables: 1_000 })
      expect(places(sectionless)).toEqual(places(people.filter(({ section }) => section === null)))
      expect(unseated).toEqual([])
      for (const { group, people: members } of tables) {
        const own = new Set(members.flatMap(({ section }) => keyOf(section) ?? []))
        expect([...own]).toEqual(group === null ? [] : [keyOf(group)])
        if (own.size > 0 && members.some(({ section }) => section === null)) mixed += 1
      }
    }),
    { numRuns: 80 },
  )
  expect(mixed).toBeGreaterThan(10)
})

test('a section has as few tables as hold it, in the order of the names, and all as even as they can be', () => {
  const people = listed([...Array(45).fill('A10'), ...Array(12).fill('A2'), null])
  const { tables } = tablesBySection(people, { atTable: 40, tables: 40 })
  expect(tables.map(({ group, people: members }) => [group, members.length])).toEqual([
    ['A2', 13],
    ['A10', 23],
    ['A10', 22],
  ])
})

test('assistants share a class evenly, and a section is cut only where its assistant has enough', () => {
  const people = listed(['B', 'A', 'B', 'A', 'B', null, 'A'])
  const { tables } = tablesByAssistant({ people, assistants: assistants(2) }, { atTable: 2, tables: 40 })
  expect(tables.map((table) => [table.group, table.people.map(({ section }) => section)])).toEqual([
    ['Assistant 0', ['A', 'A']],
    ['Assistant 0', ['A', 'B']],
    ['Assistant 1', ['B', 'B']],
    ['Assistant 1', [null]],
  ])
  // More assistants than students: those who would have nobody have no table.
  expect(
    sizes(tablesByAssistant({ people: listed([null, null]), assistants: assistants(5) }, { atTable: 9, tables: 9 })),
  ).toEqual([1, 1])
})

test('H34 the rooms of a homework debate follow sections or assistants where there are any, and hold twenty-four at the most', () => {
  const person = (index: number, section: string | null) => ({ place: `p${index}`, name: `Student ${index}`, section })
  const people = Array.from({ length: 37 }, (_, index) => person(index, index < 30 ? 'A' : 'B'))
  const sizes = (split: ReturnType<typeof splitOf>) => split?.tables.map((table) => [table.group, table.people.length])
  const assistants = [{ id: 'ana', name: 'Ana' }]
  expect(sizes(splitOf('section', { people, assistants: [] }))).toEqual([
    ['A', 15],
    ['A', 15],
    ['B', 7],
  ])
  expect(sizes(splitOf('assistant', { people, assistants }))).toEqual([
    ['Ana', 19],
    ['Ana', 18],
  ])
  expect(splitOf('lot', { people, assistants })).toBeNull()
  expect(splitsFor({ people, assistants })).toEqual(['lot', 'section', 'assistant'])
  expect(splitsFor({ people: [person(1, null)], assistants: [] })).toEqual(['lot'])
})
