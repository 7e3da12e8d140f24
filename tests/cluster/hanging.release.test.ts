/**
 * A server that hangs instead of dying (SIGSTOP), behind HAProxy as it is shipped: its pages are elsewhere within fifteen seconds, and no
 * word is lost or doubled. The long form (`npm run faults -- --only hanging`) plays ten kills and ten hangs of up to 75 s in one class.
 */
import { expect, onTestFinished, test } from 'vitest'
import { figuresOf, spreadOf } from '../faults/evidence'
import type { Fault } from '../faults/faults'
import { play } from '../faults/run'
import { type Dice, diceOf } from '../faults/talk'
import { isLong } from '../support/machines/lane'
import { Fleet } from './fleet'
import { frozen, fullestHung, hung, killed } from './fleet-faults'
import { openShippedBalancer } from './shipped-balancer'

const SERVERS = 3

/** Long enough to be left, and short enough to be waited for; in milliseconds. */
const HANGS = [75_000, 45_000, 30_000, 20_000, 15_000]
const STOPS = [500, 1_000, 2_000, 4_000, 6_000]

function longFaults(dice: Dice): readonly Fault<Fleet>[] {
  const any = () => Math.floor(dice() * SERVERS)
  const faults = [
    ...HANGS.map((ms) => hung(any(), ms)),
    ...STOPS.map((ms) => frozen(any(), ms)),
    ...Array.from({ length: HANGS.length + STOPS.length }, () => killed(any())),
  ]
  return faults
    .map((fault) => ({ fault, place: dice() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ fault }) => fault)
}

test('L19 what a server that hangs served is elsewhere within fifteen seconds, and nothing is lost or doubled', async () => {
  const fleet = await Fleet.make(SERVERS, openShippedBalancer)
  onTestFinished(() => fleet.close())
  const seed = isLong ? Number(process.env.FAULTS_SEED ?? Date.now() % 1_000_000) : 20_261_129
  const dice = diceOf(seed)
  // Six tables, so that most servers have pages; the short form lets the one hang that has the most.
  const act = isLong
    ? {
        students: 54,
        tables: 6,
        pauseMs: 4_000,
        breathMs: 800,
        extends: 0.1,
        faults: longFaults(dice),
        tell: console.warn,
      }
    : { students: 12, tables: 6, pauseMs: 2_500, breathMs: 300, extends: 0, faults: [fullestHung] }
  const { verdict } = await play(fleet, act, dice)
  if (isLong) console.warn(JSON.stringify({ seed, leftAfterMs: spreadOf(fleet.moves), ...figuresOf(verdict) }))
  expect(verdict.broken).toEqual([])
  expect(fleet.moves.length).toBeGreaterThan(0)
  expect(verdict.words).toBeGreaterThan(20)
})
