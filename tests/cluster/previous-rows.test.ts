/**
 * What is stored under an older version must be read by the build that is out, or its servers would fail on it while they are being
 * replaced; and nothing is kept from it that it can read.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Recorded } from '#simulation/kernel/record'
import { ROOM_VERSION, versionNeededBy } from '#simulation/kernel/versions'
import { patience } from '../support/patience'
import { Story } from '../support/stories'
import { script, week } from '../support/story-script'
import { previousBuild } from './previous/build'

const seed = Number(process.env.STORY_SEED ?? 20261128)
const times = Number(process.env.STORY_TIMES ?? 1)

test('the build that is out reads every row that is stored for it, to the letter, and no other', {
  timeout: times * patience(180_000),
}, async () => {
  const previous = await previousBuild()
  expect(previous.ROOM_VERSION).toBeLessThan(ROOM_VERSION)
  const reads = (row: Recorded): unknown => {
    try {
      return previous.readRow(previous.ROOM_VERSION, row)
    } catch {
      return null
    }
  }
  const seen = { kept: new Set<string>(), older: new Set<string>() }
  const judge = (rows: readonly Recorded[]) => {
    for (const row of rows) {
      const { type } = row.event
      const isForIt = versionNeededBy(row.event) <= previous.ROOM_VERSION
      // A room that is opened today goes by rules of today.
      if (type !== 'RoomOpened') expect([type, reads(row)]).toEqual([type, isForIt ? row : null])
      seen[isForIt ? 'older' : 'kept'].add(type)
    }
  }
  for (const told of [script(300), week(300)])
    fc.assert(
      fc.property(told, (one) => judge(new Story(one).rows)),
      { seed, numRuns: 12 * times },
    )
  expect(seen.older.size).toBeGreaterThan(35)
  expect([...seen.kept]).toEqual(expect.arrayContaining(['FloorEnded', 'PositionFiled', 'TaskGiven', 'WordsGiven']))
})
