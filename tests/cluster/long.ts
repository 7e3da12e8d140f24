/**
 * L19 in its long form: classes of 300 pages over two servers and three, a hundred kills at random moments and at named places, every
 * other fault of a server, of the engine, of the database and of the line to it, and people who go. The settings are long.mjs's.
 */
import { expect, onTestFinished, test } from 'vitest'
import { figuresOf, spreadOf } from '../faults/evidence'
import {
  answerLost,
  commitLost,
  cut,
  databaseKilled,
  databaseRestarted,
  type Fault,
  paused,
  stalled,
} from '../faults/faults'
import { play } from '../faults/run'
import { type Dice, diceOf } from '../faults/talk'
import type { Balancer } from '../support/machines/tcp-balancer'
import { Fleet } from './fleet'
import {
  diesAt,
  engineKilled,
  enginePaused,
  frozen,
  killed,
  killedTogether,
  removed,
  signedOut,
  slowed,
  stopped,
  switched,
} from './fleet-faults'

const seed = Number(process.env.FAULTS_SEED ?? Date.now() % 1_000_000)
const pages = Number(process.env.FAULTS_PAGES ?? 300)
const kills = Number(process.env.FAULTS_KILLS ?? 100)
const tables = Math.max(1, Math.ceil(pages / 30))

type Class = { servers: number; leads: Balancer['leads']; kills: number }
const share = Math.ceil(kills / 3)
const CLASSES: readonly Class[] = [
  { servers: 2, leads: 'to the emptiest', kills: share },
  { servers: 3, leads: 'to the emptiest', kills: share },
  { servers: 2, leads: 'by room', kills: kills - 2 * share },
]

/** In an order of its own each time; the kills that are asked for include the deaths at named places. */
function faultsOf(dice: Dice, { servers, kills }: Class): readonly Fault<Fleet>[] {
  const any = () => Math.floor(dice() * servers)
  const passes = () => 5 + Math.floor(dice() * 40)
  const numbers = Array.from({ length: servers }, (_, server) => server)
  const named = numbers.flatMap((server) => [
    diesAt('after-commit', passes(), server, console.warn),
    diesAt('before-tell', passes(), server, console.warn),
    diesAt('before-publish', passes(), server, console.warn),
    diesAt('mid-phase-end', 1, server, console.warn),
  ])
  const faults: Fault<Fleet>[] = [
    ...named,
    killedTogether,
    ...Array.from({ length: Math.max(0, kills - named.length - servers) }, () => killed(any())),
    ...numbers.flatMap((server) => [stopped(server), stopped(server), switched(server, 2_000)]),
    ...numbers.flatMap((server) => [frozen(server, 1_000), frozen(server, 6_000), slowed(server, 6_000)]),
    engineKilled(0),
    engineKilled(3_000),
    engineKilled(10_000),
    enginePaused(1_000),
    enginePaused(10_000),
    databaseRestarted,
    databaseKilled,
    paused(5_000),
    stalled(2_000),
    cut,
    commitLost,
    answerLost,
    ...Array.from({ length: 4 }, () => removed(dice)),
    ...Array.from({ length: 4 }, () => signedOut(dice)),
  ]
  const mixed = faults.map((fault) => ({ fault, place: dice() })).toSorted((a, b) => a.place - b.place)
  return mixed.map(({ fault }) => fault)
}

test.each(CLASSES)(
  `seed ${seed}: ${pages} pages on $servers servers, led $leads, through $kills kills and every other fault`,
  async (one) => {
    const fleet = await Fleet.make(one.servers)
    onTestFinished(() => fleet.close())
    fleet.balancer.leads = one.leads
    const dice = diceOf(seed + CLASSES.indexOf(one))
    const faults = faultsOf(dice, one)
    const { verdict } = await play(
      fleet,
      { students: pages - tables, tables, pauseMs: 8_000, breathMs: 800, extends: 0.1, faults, tell: console.warn },
      dice,
    )
    const movedAfterMs = spreadOf(fleet.moves)
    console.warn(JSON.stringify({ seed, pages, ...one, faults: faults.length, movedAfterMs, ...figuresOf(verdict) }))
    for (const words of verdict.broken) console.warn(words)
    expect(verdict.broken).toEqual([])
  },
)
