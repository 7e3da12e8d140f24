/**
 * L19 in its quick form: two servers on one PostgreSQL with an engine between them, a class at two tables whose pages are on either, and
 * one fault of each kind. That its judge finds what is broken, tests/faults/quick.test.ts shows. The long form is
 * `npm run faults -- --only cluster`.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Verdict } from '../faults/evidence'
import { databaseKilled } from '../faults/faults'
import { play } from '../faults/run'
import { diceOf } from '../faults/talk'
import { Fleet } from './fleet'
import { engineKilled, enginePaused, frozen, killed, removed, signedOut, stopped, switched } from './fleet-faults'

let fleet: Fleet
let run: { verdict: Verdict }

beforeAll(async () => {
  fleet = await Fleet.make(2)
  const dice = diceOf(20_261_126)
  const faults = [
    engineKilled(2_500),
    stopped(0),
    removed(dice),
    frozen(1, 1_500),
    signedOut(dice),
    enginePaused(1_500),
    killed(1),
    switched(0, 500),
    databaseKilled,
  ]
  run = await play(fleet, { students: 20, tables: 2, pauseMs: 2_500, breathMs: 300, extends: 0, faults }, dice)
})
afterAll(() => fleet?.close())

test('L1–L12 hold on two servers while each of them, the engine and the database fail one after another', () => {
  expect(run.verdict.broken).toEqual([])
  expect(run.verdict.words).toBeGreaterThan(60)
  expect(run.verdict.phases).toBeGreaterThanOrEqual(2)
  expect(run.verdict.heardAfterMs.length).toBeGreaterThan(150)
})
