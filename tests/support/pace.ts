/**
 * Measures how slow this machine is at this moment, against a quiet one, so that limits of time fail no test because something else
 * runs beside it. Measured by whoever starts tests; the tests themselves read it in patience.ts.
 */
import { createHash } from 'node:crypto'
import { cpus, loadavg } from 'node:os'

/** What one round takes on the quiet machine of two cores that the limits were set on. */
const QUIET_MS = 10
const ROUNDS = 15
const MOST = 30
const BLOCK = Buffer.alloc(16_000_000)

/** 1 on a quiet machine, 4 where everything takes four times as long. Told to all tests that this process starts. */
export function settlePace(): number {
  if (process.env.TEST_PACE === undefined) process.env.TEST_PACE = measured().toFixed(1)
  return Number(process.env.TEST_PACE)
}

function measured(): number {
  const took = Array.from({ length: ROUNDS }, () => {
    const from = performance.now()
    createHash('sha256').update(BLOCK).digest()
    return performance.now() - from
  })
  // The slowest round but two: a neighbour takes the processor now and then, not all the time.
  const slow = took.toSorted((a, b) => b - a)[2] ?? QUIET_MS
  // More than wait for the processor now may come to wait for it, and our own workers join them.
  const queue = 1 + (loadavg()[0] ?? 0) / cpus().length
  return Math.min(MOST, Math.max(1, slow / QUIET_MS, queue))
}
