/** The clock and timers of the live rooms, as a dependency: tests pass one that they move by hand. */

export type Time = {
  now(): number
  /** Runs once after so many milliseconds, unless the returned function is called first. */
  later(afterMs: number, run: () => void): () => void
}

export const realTime: Time = {
  now: () => Date.now(),
  later(afterMs, run) {
    const timer = setTimeout(run, afterMs)
    return () => clearTimeout(timer)
  },
}
