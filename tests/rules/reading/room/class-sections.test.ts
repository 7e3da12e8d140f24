// One section of a class at a time (rule H27).
import { expect, test } from 'vitest'
import { inSection, sectionsAmong } from '#simulation/reading/room/class-sections'

const people = [null, 'Section 10', 'Section 2', '', 'Section 10'].map((section, at) => ({ at, section }))

test('H27 sections are offered in their order where there is a choice, and a section holds its own people alone', () => {
  expect(sectionsAmong(people)).toEqual(['Section 2', 'Section 10'])
  expect(sectionsAmong(people.slice(0, 2))).toEqual([])
  expect(sectionsAmong(people.map(({ at }) => ({ at, section: '' })))).toEqual([])
  expect(inSection(people, 'Section 10').map(({ at }) => at)).toEqual([1, 4])
  expect(inSection(people, '')).toEqual(people)
})
