// Who of a class list is missing, as a page counts on by the names of those who come in.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stillMissing } from '#simulation/reading/homework/missing'

const mei = (mark: string, here = 0) => ({ place: mark, name: 'Mei Chen', called: `Mei Chen (${mark})`, here })
const jonas = { place: 'j', name: 'Jonas Weber', called: 'Jonas Weber', here: 0 }
const read = (...from: Parameters<typeof stillMissing>) =>
  stillMissing(...from).lines.map(({ who, left }) => [left, ...who])

test('two of one name are a line each until one has come in; then they share one, for a name does not say which', () => {
  const list = [mei('88'), mei('89'), jonas]
  const jonasIs = [1, 'Jonas Weber']
  expect(read(list, [])).toEqual([[1, 'Mei Chen (88)'], [1, 'Mei Chen (89)'], jonasIs])
  expect(read(list, ['Mei Chen'])).toEqual([[1, 'Mei Chen (88)', 'Mei Chen (89)'], jonasIs])
  expect(read(list, ['Mei Chen', 'Mei Chen (2)'])).toEqual([jonasIs])
})

test('who had come in when the page was made takes nobody off its list', () => {
  expect(read([mei('89', 1)], ['Mei Chen'])).toEqual([[1, 'Mei Chen (89)']])
  expect(read([mei('89', 1)], ['Mei Chen', 'Mei Chen (2)'])).toEqual([])
})

test('no two lines read the same, and together they count whoever is left', () => {
  let shared = 0
  fc.assert(
    fc.property(fc.nat(5), fc.nat(3), fc.nat(8), (missing, here, came) => {
      const list = Array.from({ length: missing }, (_, place) => mei(String(place), here))
      const names = Array.from({ length: here + came }, (_, place) =>
        place === 0 ? 'Mei Chen' : `Mei Chen (${place + 1})`,
      )
      const { count, lines } = stillMissing([...list, jonas], names)
      expect(new Set(lines.map(({ who }) => who.join())).size).toBe(lines.length)
      expect(new Set(lines.map(({ place }) => place)).size).toBe(lines.length)
      expect(count).toBe(Math.max(0, missing - came) + 1)
      if (lines.some(({ who, left }) => who.length > left)) shared += 1
    }),
  )
  expect(shared).toBeGreaterThan(5)
})
