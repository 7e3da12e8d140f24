/**
 * Runs long computations (checking an imported record, reading a class list or a file of Canvas, writing a research file) in a worker thread with a limit of time and memory:
 * on the main thread they would stop every live room. One at a time, so that they never take more than one processor from the rooms.
 */

import { ProgramThread } from '../base/program-thread'
import type { Ahead, Found, Task } from './worker-tasks'

/** On an idle machine the largest record, 17 MB, takes a few seconds, and the longest roster less. */
const MOST_MS = 30_000
/** With so many tasks in the queue a further one is refused at once instead of waiting for minutes. */
const MOST_WAITING = 12

type WorkQueue = { last: Promise<unknown>; waiting: number; thread: ProgramThread }
/** On `globalThis`, because Next bundles its own copies of this module, and each with a queue of its own would start a thread. */
const shared: typeof globalThis & { __trackTwoThread?: WorkQueue } = globalThis
shared.__trackTwoThread ??= {
  last: Promise.resolve(),
  waiting: 0,
  thread: new ProgramThread({ bundle: 'dist/worker-thread.mjs', source: 'server/jobs/thread/worker-thread.ts' }),
}
const queue = shared.__trackTwoThread

/**
 * The result of the task, or `over`: it reached the limit of time (`most`, in ms) or memory, or the queue is full. `rows` is called
 * with the number of rows checked so far.
 */
export async function runInWorker<Kind extends Task['kind']>(
  task: Extract<Task, { kind: Kind }>,
  rows: (count: number) => void = () => undefined,
  most: number = MOST_MS,
  ahead: readonly Ahead[] = [],
): Promise<Found[Kind] | 'over'> {
  if (queue.waiting >= MOST_WAITING) return 'over'
  queue.waiting += 1
  const turn = queue.last.then(() => queue.thread.run<Found[Kind], number>([...ahead, task], { most, hear: rows }))
  queue.last = turn.catch(() => undefined)
  try {
    return await turn
  } finally {
    queue.waiting -= 1
  }
}
