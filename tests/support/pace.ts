/**
 * Measures how slow this machine is now against a quiet one, so that a busy machine fails no test by timeout. Measured once by the process
 * that starts the tests; tests use it through patience.ts.
 */
import { createHash } from 'node:crypto'
import { cpus, loadavg } from 'node:os'

/** What one round takes on the quiet two-core machine for which the timeouts were set. */
const QUIET_MS = 10
const ROUNDS = 15
const MOST = 30
/** What the files of a whole suite take from each other: some eight processes on two cores. Measured at their start, the machine is still idle. */
const AMONG_MANY = 4
const BLOCK = Buffer.alloc(16_000_000)

/** 1 on a quiet machine, 4 on one four times slower. Passed to all tests in the environment. */
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
  // The third slowest round: single outliers are another process's slice, not the pace.
  const slow = took.toSorted((a, b) => b - a)[2] ?? QUIET_MS
  // The load average counts what already waits for a processor; our own workers will join it.
  const queue = 1 + (loadavg()[0] ?? 0) / cpus().length
  const among = process.env.TESTS_RUN_MANY === '1' ? AMONG_MANY : 1
  return Math.min(MOST, among * Math.max(1, slow / QUIET_MS, queue))
}
