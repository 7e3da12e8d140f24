/**
 * Named places in which a test of faults may have this process die, to see what a death there costs. Nothing happens unless KILL_AT
 * names one of them, and it is set by such a test alone.
 */
import { environment } from '../environment'

export type KillPoint = 'after-commit' | 'before-tell' | 'mid-phase-end' | 'mid-release'

let passed = 0

/** Dies here, without a word and without clearing up, when this is the place and the pass that was asked for. */
export function mayDieAt(point: KillPoint): void {
  const { killAt } = environment()
  if (killAt?.point !== point) return
  passed += 1
  if (passed === killAt.pass) process.kill(process.pid, 'SIGKILL')
}
