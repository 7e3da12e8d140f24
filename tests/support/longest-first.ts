/**
 * The order of the test files: the long ones first, so that no worker is left with one of them when the others are through. Vitest goes by
 * what it measured the last time, and a fresh clone has measured nothing.
 */
import path from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Folders whose files each take seconds, most of them on servers of their own. */
const LONG = ['tests/faults/', 'tests/cluster/', 'tests/security/', 'tests/server/start/']

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((one, other) => placeOf(one) - placeOf(other))
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const file = path.relative(path.resolve(import.meta.dirname, '../..'), moduleId).replaceAll(path.sep, '/')
  const at = LONG.findIndex((folder) => file.startsWith(folder))
  return at < 0 ? LONG.length : at
}
