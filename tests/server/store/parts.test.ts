/** What an owner, instructor, assistant, grader and administrator may do, written out by hand and compared cell by cell with the server's table. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Act, allows, type CoursePart, mayChange, type Part, reachesEveryRoom } from '#server/store/access/parts'

const PARTS: readonly Part[] = ['owner', 'instructor', 'assistant', 'grader', 'administrator']

/** One sign a part, in the order above. */
const EXPECTED: Readonly<Record<Act, string>> = {
  'read-room': 'yes yes yes yes yes',
  annotate: 'yes yes yes yes yes',
  mark: 'yes yes yes yes yes',
  'see-course': 'yes yes yes yes yes',
  'steer-room': 'yes yes yes no yes',
  'run-activity': 'yes yes yes no yes',
  'release-marks': 'yes yes yes no yes',
  'take-grade-files': 'yes yes yes no yes',
  'edit-roster': 'yes yes yes no yes',
  'make-activity': 'yes yes yes no yes',
  'bring-record': 'yes yes yes no yes',
  'edit-course': 'yes yes no no yes',
  'delete-course': 'yes no no no yes',
  'change-people': 'yes yes no no yes',
  'hand-over': 'yes no no no yes',
  'take-research-file': 'yes no no no yes',
}

describe('the table of part and act', () => {
  test.each(Object.entries(EXPECTED))('%s', (act, expected) => {
    expect(PARTS.map((part) => (allows(part, act as Act) ? 'yes' : 'no')).join(' ')).toBe(expected)
  })

  test('a grader alone is held to the rooms that were named', () => {
    expect(PARTS.filter((part) => !reachesEveryRoom(part))).toEqual(['grader'])
  })

  test('has no act that nothing asks for', () => {
    const text = ['app', 'server']
      .flatMap((folder) =>
        readdirSync(folder, { recursive: true, encoding: 'utf8' })
          .filter((file) => /\.tsx?$/.test(file) && !/generated|parts\.ts$/.test(file))
          .map((file) => readFileSync(path.join(folder, file), 'utf8')),
      )
      .join('\n')
    expect(Object.keys(EXPECTED).filter((act) => !text.includes(`'${act}'`))).toEqual([])
  })
})

describe('who changes whose part', () => {
  const anyPart = fc.constantFrom<Part>(...PARTS)
  const given = fc.constantFrom<CoursePart>('owner', 'instructor', 'assistant', 'grader')

  test('nobody changes the owner’s, whoever they are', () => {
    fc.assert(fc.property(anyPart, (by) => !mayChange(by, 'owner')))
  })

  test('an instructor’s is changed by the owner or an administrator alone', () => {
    expect(PARTS.filter((by) => mayChange(by, 'instructor'))).toEqual(['owner', 'administrator'])
  })

  test('whoever may not change the people of a course changes nobody’s', () => {
    fc.assert(fc.property(anyPart, given, (by, whose) => !mayChange(by, whose) || allows(by, 'change-people')))
    expect(PARTS.filter((by) => mayChange(by, 'assistant'))).toEqual(['owner', 'instructor', 'administrator'])
    expect(PARTS.filter((by) => mayChange(by, 'grader'))).toEqual(['owner', 'instructor', 'administrator'])
  })
})
