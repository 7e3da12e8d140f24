/**
 * The faults in their quick form: a hundred pages; ten deaths, three of them at named places (the fourth, in a release of marks, is
 * release.test.ts); the line stalled, cut, a commit lost and a commit done whose answer is lost; the database paused and killed; a
 * restart in order. A twentieth of what pages submit arrives twice. One judgement at the end. The long form is `npm run faults`.
 */
import { expect, onTestFinished, test } from 'vitest'
import { House } from './classroom'
import { answerLost, commitLost, cut, databaseKilled, diesAt, killed, paused, restarted, stalled } from './faults'
import { play } from './run'
import { diceOf } from './talk'

test('I1–I11 hold for a hundred pages while server, line and database fail one after another', async () => {
  const house = await House.open()
  onTestFinished(() => house.close())
  const verdict = await play(
    house,
    {
      students: 96,
      tables: 4,
      pauseMs: 3_500,
      breathMs: 200,
      extends: 0,
      faults: [
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
      ],
    },
    diceOf(20_260_131),
  )
  expect(verdict.broken).toEqual([])
  expect(verdict.words).toBeGreaterThan(100)
  expect(verdict.phases).toBeGreaterThanOrEqual(2)
})
