// The server's clock as a page estimates it (app/_room/link/server-clock.ts), on a device whose own clock is wrong and a line of any delay.
import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { ServerClock } from '../../app/_room/link/server-clock'

afterEach(() => void vi.restoreAllMocks())

const delay = fc.nat(3_000)

test('a page’s clock is wrong by no more than half of its quickest round trip, and a later glimpse does not move it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.array(fc.tuple(delay, delay), { minLength: 5, maxLength: 5 }),
      async (wrongBy, trips) => {
        let passed = 0
        vi.spyOn(performance, 'now').mockImplementation(() => passed)
        const server = () => performance.timeOrigin + passed + wrongBy
        const clock = new ServerClock()
        const ways = [...trips]
        await clock.sync(async () => {
          const [there = 0, back = 0] = ways.shift() ?? []
          passed += there
          const now = server()
          passed += back
          return now
        })
        const quickest = Math.min(...trips.map(([there, back]) => there + back))
        expect(Math.abs(clock.now() - server())).toBeLessThanOrEqual(quickest / 2 + 1)
        clock.glimpse(0)
        expect(Math.abs(clock.now() - server())).toBeLessThanOrEqual(quickest / 2 + 1)
      },
    ),
    { numRuns: 50 },
  )
})
