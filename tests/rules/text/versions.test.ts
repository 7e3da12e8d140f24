// Older shapes are lifted step by step to today's, today's is left as it is, and a newer one is named as such.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MADE_BY_NEWER, MadeByNewer } from '#simulation/engine/made-by-newer'
import {
  lift,
  ROOM_VERSION,
  ROWS,
  readRow,
  SCENARIO_VERSION,
  SCENARIOS,
  type StoredFormat,
} from '#simulation/engine/versions'
import { readStoredScenario, storedScenario } from '#simulation/scenario/stored-scenario'
import { rehearsedSeminar } from '../../screens/record/rehearsed-seminar'
import { chinaGap } from '../../support/stories/china-gap'

const grown: StoredFormat = {
  name: 'thing',
  version: 3,
  lifts: { 1: (older) => ({ first: older }), 2: (older) => ({ second: older }) },
}

test('what version 1 wrote goes through every lift, in order, and what was written later through fewer', () => {
  expect(lift(grown, 1, 'one')).toEqual({ second: { first: 'one' } })
  expect(lift(grown, 2, 'two')).toEqual({ second: 'two' })
  expect(lift(grown, 3, 'three')).toBe('three')
})

test('a version that nothing lifts is a fault of this program, not of what was stored', () => {
  expect(() => lift({ ...grown, lifts: { 2: (older) => older } }, 1, 'one')).toThrow(
    'Nothing lifts a thing from version 1',
  )
})

test('what a newer server wrote is answered in one sentence that says what to do', () => {
  const read = () => lift(grown, 4, 'four')
  expect(read).toThrow(MadeByNewer)
  expect(read).toThrow(/made by a newer version of the server.*version 4.*up to 3.*update the server\.$/)
  expect(new MadeByNewer('thing', 4, 3).digest).toBe(MADE_BY_NEWER)
})

test.each([ROWS, SCENARIOS])(
  'every version of a $name before today has its lift, and today none',
  ({ version, lifts }) => {
    const before = Array.from({ length: version - 1 }, (_, index) => String(index + 1))
    expect(Object.keys(lifts)).toEqual(before)
    expect([ROWS.version, SCENARIOS.version]).toEqual([ROOM_VERSION, SCENARIO_VERSION])
  },
)

test('a lift passes on what it does not know, so that a damaged file is judged and never crashes the judge', () => {
  const damaged = fc.oneof(fc.anything(), fc.record({ event: fc.anything(), audience: fc.anything() }), {
    arbitrary: fc.anything().map((plan) => ({ event: { type: 'RoomOpened', plan } })),
    weight: 2,
  })
  fc.assert(
    fc.property(damaged, (row) => {
      for (const step of Object.values({ ...ROWS.lifts })) expect(() => step(row)).not.toThrow()
    }),
    { seed: 20_261_126 },
  )
})

test('a row of today is read as it is, however often', () => {
  const { rows } = rehearsedSeminar()
  expect(rows.length).toBeGreaterThan(300)
  for (const row of rows) {
    const once = readRow(ROOM_VERSION, JSON.parse(JSON.stringify(row)))
    expect(once).toEqual(row)
    expect(readRow(ROOM_VERSION, once)).toEqual(once)
  }
})

test('an activity’s own scenario is kept with its version, and a bare one is of before there were any', () => {
  const kept: unknown = JSON.parse(JSON.stringify(storedScenario(chinaGap())))
  expect(kept).toHaveProperty('v', SCENARIO_VERSION)
  expect(readStoredScenario(kept)).toEqual(chinaGap())
  expect(() => readStoredScenario({ v: SCENARIO_VERSION + 1, scenario: {} })).toThrow(MadeByNewer)
})

test('no file of the server reads a stored row past the lifts', () => {
  const files = readdirSync('server', { recursive: true, encoding: 'utf8' }).filter((file) => /\.ts$/.test(file))
  expect(files.length).toBeGreaterThan(100)
  const checks = /\b(?:roomEvent|recorded)\.(?:safeP|p)arse\(|\bevent: roomEvent\b/
  expect(files.filter((file) => checks.test(readFileSync(path.join('server', file), 'utf8')))).toEqual([])
})
