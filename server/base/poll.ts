/**
 * What a server does twice a second, done together: a process that idles pays more for being woken than for what it then does, and several
 * timers of their own would wake it at as many moments.
 */
import { logError } from './logger'

const EVERY_MS = 500

const runs = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

/** Calls `run` twice a second until the returned function is called. */
export function twiceASecond(run: () => void): () => void {
  runs.add(run)
  timer ??= setInterval(runAll, EVERY_MS)
  return () => {
    runs.delete(run)
    if (runs.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

function runAll(): void {
  for (const run of runs) {
    try {
      run()
    } catch (error) {
      logError('something that is done twice a second failed', error)
    }
  }
}
