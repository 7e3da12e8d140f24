/**
 * Failpoints: named places at which a fault test kills this process, to see whether anything acknowledged is lost. They do nothing
 * unless the environment variable KILL_AT names one, and only tests set it (tests/faults, tests/cluster).
 */
import { environment } from './environment'

type Failpoint =
  | 'after-commit'
  | 'before-tell'
  | 'before-publish'
  | 'mid-phase-end'
  | 'mid-release'
  | 'mail-taken'
  | 'mail-accepted'

let passed = 0

/** Kills this process with SIGKILL, so that nothing is cleaned up, at the pass of this point that KILL_AT names (`point:pass`). */
export function failpoint(point: Failpoint): void {
  const { killAt } = environment()
  if (killAt?.point !== point) return
  passed += 1
  if (passed === killAt.pass) process.kill(process.pid, 'SIGKILL')
}
