/** Long work on the event loop is done in slices: between two of them, whoever does them, the loop turns. */
import { expect, test } from 'vitest'
import { inSlices } from '#server/jobs/slices'

function* busy(steps: number): Generator<void, number> {
  for (let step = 0; step < steps; step += 1) {
    const until = performance.now() + 2
    while (performance.now() < until);
    yield
  }
  return steps
}

test('ten long works at once give their results, and the loop turns between every two slices', async () => {
  let turns = 0
  let isOver = false
  const counting = (async () => {
    while (!isOver) {
      await new Promise((next) => setImmediate(next))
      turns += 1
    }
  })()
  const done = await Promise.all(Array.from({ length: 10 }, (_, work) => inSlices(busy(20 + work))))
  isOver = true
  await counting
  expect(done).toEqual(Array.from({ length: 10 }, (_, work) => 20 + work))
  // 245 steps of 2 ms in slices of 8 ms, of which none shares a turn with another.
  expect(turns).toBeGreaterThan(45)
})

test('a work that fails rejects, and the next gets its slice', async () => {
  await expect(inSlices(failing())).rejects.toThrow('broken')
  expect(await inSlices(busy(1))).toBe(1)
})

// biome-ignore lint/correctness/useYield: it fails before its first step
function* failing(): Generator<void, number> {
  throw new Error('broken')
}
