/**
 * The order of the test files: the long ones first, and those that start programs before those that do not, so that no worker is left with a long
 * one when the others are through. Vitest goes by what it measured the last time, and a fresh clone has measured nothing.
 */
import path from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { startsProgram } from '../chosen-tests.ts'

/** Folders whose files each take seconds. */
const LONG = ['tests/faults/', 'tests/cluster/', 'tests/security/']

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = (await super.sort(files)).map((file) => ({ file, place: placeOf(file) }))
    return sorted.toSorted((one, other) => one.place - other.place).map(({ file }) => file)
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const file = path.relative(path.resolve(import.meta.dirname, '../../..'), moduleId).replaceAll(path.sep, '/')
  const at = LONG.findIndex((folder) => file.startsWith(folder))
  return at >= 0 ? at : startsProgram(file) ? LONG.length : LONG.length + 1
}
