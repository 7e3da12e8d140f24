/** A second list is compared with the first: whoever stays is recognized, whatever the list says of them now. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCourse } from '#server/store/courses/courses'
import { readRoster, writeRoster } from '#server/store/courses/roster'
import { compareRoster } from '#server/store/courses/roster-comparison'
import { useFreshDatabase } from '../../../support/machines/database'
import { givenAccount } from '../given-store'

useFreshDatabase()

const place = (id: string, name: string, studentNumber: string | null = null, email: string | null = null) => ({
  ...{ id, name, email, studentNumber },
})
const row = (line: number, name: string, studentNumber: string | null = null, email: string | null = null) => ({
  ...{ line, name, email, studentNumber, section: null },
})

test('people are matched by number, then by e-mail, then by name', () => {
  const before = [
    place('amara', 'Amara Okonkwo', 'S1'),
    place('ravi', 'Ravi Iyer', null, 'ravi@college.example'),
    place('mei', 'Mei Li'),
    place('bram', 'Bram de Vries', 'S4'),
  ]
  const after = [
    row(1, 'Amara Okonkwo-Smith', 'S1'),
    row(2, 'R. Iyer', 'S2', 'ravi@college.example'),
    row(3, 'MEI LI', 'S3'),
    row(4, 'Leïla Benali', 'S5'),
  ]
  const { added, removed, kept } = compareRoster(before, after)
  expect(kept.map((one) => [one.before.id, one.after.line, one.by])).toEqual([
    ['amara', 1, 'number'],
    ['ravi', 2, 'email'],
    ['mei', 3, 'name'],
  ])
  expect(added.map(({ name }) => name)).toEqual(['Leïla Benali'])
  expect(removed.map(({ id }) => id)).toEqual(['bram'])
})

test('two people of one name are matched by their numbers, and by the name alone nobody is', () => {
  const before = [place('a', 'Wei Chen', '8'), place('b', 'Wei Chen', '9')]
  const swapped = compareRoster(before, [row(1, 'Wei Chen', '9'), row(2, 'Wei Chen', '8')])
  expect(swapped.kept.map((one) => [one.before.id, one.after.line])).toEqual([
    ['b', 1],
    ['a', 2],
  ])
  expect(compareRoster(before, [row(1, 'Wei Chen', '10')]).added).toHaveLength(1)
})

test('whoever is kept or told apart by hand is so', () => {
  const before = [place('a', 'Mei Li', '1'), place('b', 'Bo An', '2')]
  const compared = compareRoster(before, [row(1, 'Mei Wang', '1')], { keep: ['b'], apart: [1] })
  expect([compared.added.length, compared.removed.map(({ id }) => id), compared.kept.length]).toEqual([1, ['a'], 0])
})

test('new, kept and removed make up both lists, whatever they hold', () => {
  const listed = fc.record({
    name: fc.constantFrom('Mei', 'Bo', 'Wei Chen', 'Ana'),
    email: fc.option(fc.constantFrom('a@x.example', 'b@x.example', 'c@x.example')),
    studentNumber: fc.option(fc.constantFrom('1', '2', '3')),
    section: fc.option(fc.constantFrom('A01', 'A02')),
  })
  let kept = 0
  fc.assert(
    fc.property(fc.array(listed, { maxLength: 6 }), fc.array(listed, { maxLength: 6 }), (old, next) => {
      const before = old.map((one, index) => ({ id: `p${index}`, ...one }))
      const compared = compareRoster(
        before,
        next.map((one, index) => ({ line: index + 1, ...one })),
      )
      expect(compared.added.length + compared.kept.length).toBe(next.length)
      expect(compared.removed.length + compared.kept.length).toBe(before.length)
      expect(new Set(compared.kept.map((one) => one.before.id)).size).toBe(compared.kept.length)
      kept += compared.kept.length
    }),
  )
  expect(kept).toBeGreaterThan(50)
})

test('what was compared is what is saved; a roster that has changed meanwhile is not overwritten', async () => {
  const noor = await givenAccount('Noor')
  const courseId = await createCourse({ title: 'IR 347', timeZone: 'UTC', by: noor.id })
  await writeRoster(courseId, [row(1, 'Mei Li', '1'), row(2, 'Bo An', '2')])
  const [mei, bo] = await readRoster(courseId)
  const next = [row(1, 'Mei Wang', '1'), row(2, 'Ana Reis', '3')]
  expect(
    await writeRoster(courseId, next, { keep: [bo?.id ?? ''], apart: [] }, { added: 1, removed: 1, kept: 1 }),
  ).toBe(false)
  expect(await readRoster(courseId)).toEqual([mei, bo])
  expect(
    await writeRoster(courseId, next, { keep: [bo?.id ?? ''], apart: [] }, { added: 1, removed: 0, kept: 1 }),
  ).toBe(true)
  expect((await readRoster(courseId)).map(({ id, name }) => [id === mei?.id || id === bo?.id, name])).toEqual([
    [true, 'Mei Wang'],
    [false, 'Ana Reis'],
    [true, 'Bo An'],
  ])
})
