/**
 * The faults in their quick form: a hundred pages; ten deaths, three of them at named places (the fourth, in a release of marks, is
 * release.test.ts); the line stalled, cut, a commit lost and a commit done whose answer is lost; the database paused and killed; a
 * restart in order. A twentieth of what pages submit arrives twice. One judgement at the end; then what the run left is tampered with,
 * and the judge must find each of those things. `npm test` plays of it what shows that each kind of judgement still runs: one table, a
 * death at a named place, one without warning, a lost answer, a killed database.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isLong } from '../support/machines/lane'
import { patience } from '../support/patience'
import { CANARIES } from './canaries'
import { House } from './classroom'
import type { Evidence, Verdict } from './evidence'
import {
  answerLost,
  commitLost,
  cut,
  databaseKilled,
  diesAt,
  type Fault,
  killed,
  paused,
  restarted,
  stalled,
} from './faults'
import { judge } from './oracle'
import { play } from './run'
import { diceOf } from './talk'

const [STUDENTS, TABLES] = isLong ? [96, 4] : [12, 1]
const WHOLE: Fault<House>[] = [
  diesAt('after-commit', 60),
  diesAt('before-tell', 8),
  diesAt('mid-phase-end', 1),
  answerLost,
  killed,
  commitLost,
  killed,
  cut,
  killed,
  stalled(500),
  killed,
  paused(500),
  killed,
  databaseKilled,
  killed,
  killed,
  restarted,
]
const CANARY: Fault<House>[] = [diesAt('after-commit', 20), answerLost, killed, databaseKilled]

let house: House
let run: { verdict: Verdict; evidence: Evidence }

beforeAll(async () => {
  house = await House.make()
  const faults = isLong ? WHOLE : CANARY
  const act = { students: STUDENTS, tables: TABLES, pauseMs: 3_500, breathMs: 200, extends: 0, faults }
  run = await play(house, act, diceOf(20_260_131))
}, patience(600_000))
afterAll(() => house?.close())

test(`L1–L12 hold for ${STUDENTS} students while server, line and database fail one after another`, () => {
  expect(run.verdict.broken).toEqual([])
  expect(run.verdict.words).toBeGreaterThan(isLong ? 100 : 10)
  expect(run.verdict.phases).toBeGreaterThanOrEqual(isLong ? 2 : 0)
  expect(run.verdict.heardAfterMs.length).toBeGreaterThan(STUDENTS)
})

test.each(CANARIES)('the judge finds it when $name', ({ found, tamper }) => {
  expect(judge(tamper(run.evidence)).broken).toContainEqual(expect.stringMatching(found))
})
