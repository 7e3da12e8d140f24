/** The list of bugs keeps up with the program: `npm run planted-bugs` plants each and sees its tests fail. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { BUGS } from './bugs'
import { drops, mutated, passes, picks, returns, skips, swaps } from './mutations'

const root = path.resolve(import.meta.dirname, '../..')

test('every bug finds its function and changes it, and the tests that are to notice it are there', () => {
  for (const { breaks, file, inside, mutation, tests } of BUGS) {
    const text = readFileSync(path.join(root, file), 'utf8')
    expect(mutated(text, inside, mutation), breaks).not.toBe(text)
    for (const name of tests) expect(existsSync(path.join(root, name)), name).toBe(true)
  }
  expect(new Set(BUGS.map(({ breaks }) => breaks)).size).toBe(BUGS.length)
})

const SOURCE = `class Room { #add(one: number) { if (one > 1) { forget(one) } else return one; return isIn(one) && this.has(one) } }
const told = (rows: Row[]) => (rows.length > 1 ? shown(rows, 'all').toReversed() : rows)`

test('a mutation changes the named function and nothing else', () => {
  expect(mutated(SOURCE, 'Room.#add', returns('0'))).toContain('#add(one: number) { return 0 } }')
  expect(mutated(SOURCE, 'Room.#add', skips(1))).toContain('{ return one; return isIn')
  expect(mutated(SOURCE, 'Room.#add', drops('forget'))).toContain('{  } else')
  expect(mutated(SOURCE, 'Room.#add', drops('has'))).toContain('return isIn(one) }')
  expect(mutated(SOURCE, 'Room.#add', swaps('isIn', 'isOut'))).toContain('return isOut(one) && this.has(one)')
  expect(mutated(SOURCE, 'told', picks(1, 'second'))).toContain('=> ((rows))')
  expect(mutated(SOURCE, 'told', drops('toReversed'))).toContain(`? shown(rows, 'all') : rows`)
  expect(mutated(SOURCE, 'told', passes('shown', 1, 'some'))).toContain('shown(rows, some).')
  expect(() => mutated(SOURCE, 'told', skips(1))).toThrow('fewer than 1')
  expect(() => mutated(SOURCE, 'Room.remove', returns('0'))).toThrow('Nothing is named remove')
})
