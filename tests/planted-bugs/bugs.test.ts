/** The list of bugs to plant keeps up with the program: `npm run planted-bugs` plants each and sees its tests fail. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { BUGS } from './bugs'

const root = path.resolve(import.meta.dirname, '../..')

test('every bug still has its one place, and tests that are there to notice it', () => {
  const lost = BUGS.flatMap(({ breaks, file, old, planted, tests }) => {
    const places = readFileSync(path.join(root, file), 'utf8').split(old).length - 1
    const absent = tests.filter((name) => !existsSync(path.join(root, name)))
    return places === 1 && absent.length === 0 && planted !== old ? [] : [{ breaks, file, places, absent }]
  })
  expect(lost).toEqual([])
  expect(BUGS.length).toBeGreaterThanOrEqual(20)
  expect(new Set(BUGS.map(({ breaks }) => breaks)).size).toBe(BUGS.length)
})
