/**
 * The faults in their quick form: a hundred pages; ten deaths, three of them at named places (the fourth, in a release of marks, is
 * release.test.ts); the line stalled, cut, a commit lost and a commit done whose answer is lost; the database paused and killed; a
 * restart in order. A twentieth of what pages submit arrives twice. One judgement at the end. `npm test` plays of it what shows that
 * each kind of judgement still runs: one table, a death at a named place, one without warning, a lost answer, a killed database.
 */
import { expect, onTestFinished, test } from 'vitest'
import { isLong } from '../support/lane'
import { House } from './classroom'
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
import { play } from './run'
import { diceOf } from './talk'

const [STUDENTS, TABLES] = isLong ? [96, 4] : [24, 1]
const WHOLE: Fault[] = [
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
const CANARY: Fault[] = [diesAt('after-commit', 20), answerLost, killed, databaseKilled]

test(`I1–I11 hold for ${STUDENTS} students while server, line and database fail one after another`, async () => {
  const house = await House.open()
  onTestFinished(() => house.close())
  const verdict = await play(
    house,
    {
      students: STUDENTS,
      tables: TABLES,
      pauseMs: 3_500,
      breathMs: 200,
      extends: 0,
      faults: isLong ? WHOLE : CANARY,
    },
    diceOf(20_260_131),
  )
  expect(verdict.broken).toEqual([])
  expect(verdict.words).toBeGreaterThan(isLong ? 100 : 20)
  expect(verdict.phases).toBeGreaterThanOrEqual(isLong ? 2 : 0)
})
