/** The list of bugs to plant keeps up with the program: `npm run planted-bugs` plants each and sees its tests fail. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { BUGS } from './bugs'
import { declaredIn, placesOf, readProgram } from './symbols'

const root = path.resolve(import.meta.dirname, '../..')

test('every bug still has its one place, and tests that are there to notice it', () => {
  const program = readProgram(root)
  const lost = BUGS.flatMap((bug) => {
    const places = placesOf(bug, program).map(({ file }) => file)
    const absent = bug.tests.filter((name) => !existsSync(path.join(root, name)))
    return places.length === 1 && absent.length === 0 && bug.planted.trim() !== bug.old.trim()
      ? []
      : [{ breaks: bug.breaks, inside: bug.inside, places, absent }]
  })
  expect(lost).toEqual([])
  expect(BUGS.length).toBeGreaterThanOrEqual(187)
  expect(new Set(BUGS.map(({ breaks }) => breaks)).size).toBe(BUGS.length)
})

const SOURCE = `/** “Words” before the first name. */
export function outer(given: string) {
  const inner = () => given ?? 'nothing'
  return inner
}
export class Room {
  #append() { return this.held }
  held = { key: (one: number) => one + 1 }
}
export const table = { speaks: 'in turn' } satisfies object
`

test('a place is found by the name of what holds it, and not in another of the same words', () => {
  const file = 'server/a.ts'
  const textOf = (name: string) => {
    const found = declaredIn(file, SOURCE).find((declared) => declared.name === name)
    return found ? SOURCE.slice(found.from, found.to) : null
  }
  expect(textOf('outer.inner')).toBe("inner = () => given ?? 'nothing'")
  expect(textOf('Room.#append')).toBe('#append() { return this.held }')
  expect(textOf('Room.held.key')).toBe('key: (one: number) => one + 1')
  expect(textOf('table.speaks')).toBe("speaks: 'in turn'")
  const program = [{ file, text: SOURCE }]
  const words = `this.held
    }`
  expect(placesOf({ inside: 'Room', old: words }, program)).toHaveLength(1)
  expect(placesOf({ inside: 'outer', old: words }, program)).toEqual([])
  expect(placesOf({ inside: 'outer', old: 'given' }, program)).toHaveLength(2)
})
