/** What a server does twice a second: all of it in one waking, until it is told to stop. */
import { expect, onTestFinished, test, vi } from 'vitest'
import { twiceASecond } from '#server/base/poll'

test('what began at different moments is done together, each until it is stopped', () => {
  vi.useFakeTimers()
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const done: string[] = []
  const stop = twiceASecond(() => done.push(`first at ${performance.now()}`))
  const begun = performance.now()
  vi.advanceTimersByTime(300)
  const stopToo = twiceASecond(() => done.push(`second at ${performance.now()}`))
  vi.advanceTimersByTime(200)
  expect(done.splice(0)).toEqual([`first at ${begun + 500}`, `second at ${begun + 500}`])
  stop()
  vi.advanceTimersByTime(500)
  expect(done.splice(0)).toEqual([`second at ${begun + 1_000}`])
  stopToo()
  vi.advanceTimersByTime(2_000)
  expect(done).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
})
