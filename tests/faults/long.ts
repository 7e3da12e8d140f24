/**
 * The faults in their long form: classes of 300 pages, two hundred kills at random moments, each named place three times and more,
 * every fault of the line and the database, pauses of one second to sixty, and restarts in order. The settings are long.mjs's.
 */
import { expect, onTestFinished, test } from 'vitest'
import { House } from './classroom'
import { figuresOf } from './evidence'
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
const kills = Number(process.env.FAULTS_KILLS ?? 200)
const tables = Math.max(1, Math.ceil(pages / 25))

/** What one class goes through; three at least, so that each named place is come to three times. */
const KILLS_OF_A_CLASS = 50
const PAUSES_MS = [10_000, 30_000, 60_000]
const classes = Math.max(3, Math.ceil(kills / KILLS_OF_A_CLASS))
const ACTS = Array.from({ length: classes }, (_, index) => ({
  number: index + 1,
  kills: Math.floor((kills * (index + 1)) / classes) - Math.floor((kills * index) / classes),
  longestPauseMs: PAUSES_MS[index % PAUSES_MS.length] ?? 1_000,
}))

/** In an order of its own each time, but always beginning with a phase that is about to end. */
function faultsOf(dice: Dice, act: (typeof ACTS)[number]): Fault<House>[] {
  const passes = () => 5 + Math.floor(dice() * 60)
  const faults = [
    diesAt('after-commit', passes()),
    diesAt('before-tell', passes()),
    ...Array.from({ length: act.kills }, () => killed),
    answerLost,
    answerLost,
    commitLost,
    commitLost,
    cut,
    cut,
    stalled(1_000),
    stalled(5_000),
    paused(1_000),
    paused(act.longestPauseMs),
    databaseKilled,
    databaseKilled,
    restarted,
    restarted,
  ]
  const mixed = faults.map((fault) => ({ fault, place: dice() })).toSorted((a, b) => a.place - b.place)
  // A named place is told to the server when it starts, so what stands before it has to be a start.
  return [diesAt('mid-phase-end', 1), ...mixed.flatMap(({ fault }) => (fault.killAt ? [killed, fault] : [fault]))]
}

test.each(ACTS)(
  `seed ${seed}, class $number of ${classes}: ${pages} pages through every fault, $kills kills, the longest pause being $longestPauseMs ms`,
  async (one) => {
    const house = await House.make()
    onTestFinished(() => house.close())
    const dice = diceOf(seed + one.number)
    const faults = faultsOf(dice, one)
    const act = {
      students: pages - tables,
      tables,
      pauseMs: 8_000,
      breathMs: 800,
      extends: 0.1,
      faults,
      tell: console.warn,
    } as const
    const { verdict } = await play(house, act, dice)
    console.warn(JSON.stringify({ seed, ...one, pages, faults: faults.length, ...figuresOf(verdict) }))
    for (const words of verdict.broken) console.warn(words)
    expect(verdict.broken).toEqual([])
  },
)
