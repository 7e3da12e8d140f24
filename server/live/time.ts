/** Where the live part of the server gets its time from, so that a test can hand in another. */

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
