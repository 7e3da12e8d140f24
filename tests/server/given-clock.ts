/** A clock that a test moves by hand, for what asks `Date.now()`. */
import { onTestFinished, vi } from 'vitest'

/** `at` sets it to so many milliseconds after its beginning. Real time is back when the test has finished. */
export function givenClock(): { at(ms: number): void } {
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  return { at: (ms) => vi.setSystemTime(1_700_000_000_000 + ms) }
}
