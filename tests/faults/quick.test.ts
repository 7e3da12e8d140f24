/** The faults in their quick form: twenty pages, one of each fault, one judgement. The long form is `npm run faults`. */
import { expect, onTestFinished, test } from 'vitest'
import { House } from './classroom'
import { answerLost, commitLost, cut, databaseKilled, diesAt, paused, restarted, stalled } from './faults'
import { play } from './run'
import { diceOf } from './talk'

test('I1–I11 hold for twenty pages while server, line and database fail one after another', async () => {
  const house = await House.open()
  onTestFinished(() => house.close())
  const verdict = await play(
    house,
    {
      students: 18,
      tables: 2,
      pauseMs: 700,
      breathMs: 300,
      extends: 0,
      faults: [
        diesAt('after-commit', 60),
        diesAt('before-tell', 8),
        diesAt('mid-phase-end', 1),
        answerLost,
        commitLost,
        cut,
        stalled(500),
        paused(500),
        databaseKilled,
        restarted,
      ],
    },
    diceOf(20_260_131),
  )
  expect(verdict.broken).toEqual([])
  expect(verdict.words).toBeGreaterThan(100)
  expect(verdict.phases).toBeGreaterThanOrEqual(2)
}, 120_000)
