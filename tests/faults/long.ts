/**
 * The faults in their long form: three classes of 300 pages, each named place three times and more, fifty kills at random moments,
 * every fault of the line and the database, and restarts in order. FAULTS_SEED has a run again; FAULTS_PAGES makes it smaller.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
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
import { type Dice, diceOf } from './talk'

const seed = Number(process.env.FAULTS_SEED ?? Date.now() % 1_000_000)
const pages = Number(process.env.FAULTS_PAGES ?? 300)
const tables = Math.max(1, Math.round(pages / 25))
const KILLS = 17

let house: House
beforeAll(async () => {
  house = await House.open()
})
afterAll(() => house.close())

/** In an order of its own each time, but always beginning with a phase that is about to end. */
function faultsOf(dice: Dice, longestPauseMs: number): Fault[] {
  const passes = () => 5 + Math.floor(dice() * 60)
  const faults = [
    diesAt('after-commit', passes()),
    diesAt('before-tell', passes()),
    ...Array.from({ length: KILLS }, () => killed),
    answerLost,
    answerLost,
    commitLost,
    commitLost,
    cut,
    cut,
    stalled(1_000),
    stalled(5_000),
    paused(1_000),
    paused(longestPauseMs),
    databaseKilled,
    databaseKilled,
    restarted,
    restarted,
  ]
  const mixed = faults.map((fault) => ({ fault, place: dice() })).toSorted((a, b) => a.place - b.place)
  // A named place is told to the server when it starts, so what stands before it has to be a start.
  return [diesAt('mid-phase-end', 1), ...mixed.flatMap(({ fault }) => (fault.killAt ? [killed, fault] : [fault]))]
}

test.each([10_000, 30_000, 60_000])(
  `seed ${seed}: three hundred pages through every fault, the longest pause being %i ms`,
  async (longestPauseMs) => {
    const dice = diceOf(seed + longestPauseMs)
    const faults = faultsOf(dice, longestPauseMs)
    const act = {
      students: pages - tables,
      tables,
      pauseMs: 8_000,
      breathMs: 800,
      extends: 0.1,
      faults,
      tell: console.warn,
    } as const
    const { broken, ...figures } = await play(house, act, dice)
    console.warn(
      JSON.stringify({ seed, longestPauseMs, pages, faults: faults.length, ...figures, broken: broken.length }),
    )
    expect(broken).toEqual([])
  },
)
