/** Long work runs in the worker thread: within its time limit, one job after another, while the server answers other requests. */
import { expect, test } from 'vitest'
import { runInWorker } from '#server/jobs/worker-queue'

const names = (count: number) =>
  Array.from({ length: count }, (_, index) => `Student ${index}, s${index}@college.example`).join('\n')

test('what was asked comes back, in the order in which it was asked', async () => {
  const asked = await Promise.all([3, 1, 2].map((count) => runInWorker({ kind: 'roster', text: names(count) })))
  expect(asked.map((read) => (read === 'over' ? read : read.places.length))).toEqual([3, 1, 2])
})

test('what takes longer than it is given is ended, and whoever comes next is served', async () => {
  expect(await runInWorker({ kind: 'roster', text: names(2_000) }, undefined, 0)).toBe('over')
  expect(await runInWorker({ kind: 'roster', text: names(1) })).toMatchObject({ places: [{ name: 'Student 0' }] })
})

test('while it works, the loop of the classes goes on turning', async () => {
  let turns = 0
  let isOver = false
  const counting = (async () => {
    while (!isOver) {
      await new Promise((next) => setImmediate(next))
      turns += 1
    }
  })()
  const bytes = new TextEncoder().encode(`{"a": [${'1,'.repeat(2_000_000)}1]}`)
  const found = await runInWorker({ kind: 'record', roomId: 'x', bytes })
  isOver = true
  await counting
  expect(found).toMatchObject({ ok: false, fault: { fault: 'other-file' } })
  expect(turns).toBeGreaterThan(20)
})

test('more than a few who wait are told so at once', async () => {
  const asked = await Promise.all(Array.from({ length: 20 }, () => runInWorker({ kind: 'roster', text: names(1) })))
  const refused = asked.filter((read) => read === 'over').length
  expect(refused).toBe(8)
})
