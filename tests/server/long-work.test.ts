/** Long work leaves the loop of the classes turning: on it in slices, or in the worker thread, where it has a time limit and a queue. */
import { expect, test } from 'vitest'
import { inSlices } from '#server/jobs/slices'
import { runInWorker } from '#server/jobs/worker-queue'

/** What some work gives, and how often the loop turned meanwhile. */
async function turning<T>(work: Promise<T>): Promise<{ done: T; turns: number }> {
  let turns = 0
  let isOver = false
  const counting = (async () => {
    while (!isOver) {
      await new Promise((next) => setImmediate(next))
      turns += 1
    }
  })()
  const done = await work
  isOver = true
  await counting
  return { done, turns }
}

function* busy(steps: number): Generator<void, number> {
  for (let step = 0; step < steps; step += 1) {
    const until = performance.now() + 2
    while (performance.now() < until);
    yield
  }
  return steps
}

test('ten long works at once give their results, and the loop turns between every two slices', async () => {
  const works = Array.from({ length: 10 }, (_, work) => inSlices(busy(20 + work)))
  const { done, turns } = await turning(Promise.all(works))
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

const names = (count: number) =>
  Array.from({ length: count }, (_, index) => `Student ${index}, s${index}@college.example`).join('\n')

test('what was asked of the worker comes back, in the order in which it was asked', async () => {
  const asked = await Promise.all([3, 1, 2].map((count) => runInWorker({ kind: 'roster', text: names(count) })))
  expect(asked.map((read) => (read === 'over' ? read : read.places.length))).toEqual([3, 1, 2])
})

test('what takes longer than it is given is ended, and whoever comes next is served', async () => {
  expect(await runInWorker({ kind: 'roster', text: names(2_000) }, undefined, 0)).toBe('over')
  expect(await runInWorker({ kind: 'roster', text: names(1) })).toMatchObject({ places: [{ name: 'Student 0' }] })
})

test('while the worker works, the loop of the classes goes on turning', async () => {
  const bytes = new TextEncoder().encode(`{"a": [${'1,'.repeat(2_000_000)}1]}`)
  const { done, turns } = await turning(runInWorker({ kind: 'record', roomId: 'x', bytes }))
  expect(done).toMatchObject({ ok: false, fault: { fault: 'other-file' } })
  expect(turns).toBeGreaterThan(20)
})

test('more than a few who wait are told so at once', async () => {
  const asked = await Promise.all(Array.from({ length: 20 }, () => runInWorker({ kind: 'roster', text: names(1) })))
  const refused = asked.filter((read) => read === 'over').length
  expect(refused).toBe(8)
})
