/**
 * Runs long computations (checking an imported record, reading a pasted roster) in a worker thread with a limit of time and memory:
 * on the main thread they would stop every live room. One at a time, so that they never take more than one processor from the rooms.
 */
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { environment } from '../environment'
import type { RosterChoices, RosterRead } from '../store/courses/pasted-roster'
import type { JudgedRecord } from '../store/records/judged-record'

export type Task =
  | { kind: 'record'; bytes: Uint8Array; roomId: string }
  | { kind: 'roster'; text: string; choices?: RosterChoices }
type Found = { record: JudgedRecord; roster: RosterRead }
export type FromThread = { rows: number } | { found: JudgedRecord | RosterRead }

/** The time limit, the start of the thread included. On an idle machine the largest record, 8 MB, takes a few seconds, and the longest roster less. */
const MOST_MS = 30_000
const MEMORY = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 }
/** With so many tasks in the queue a further one is refused at once instead of waiting for minutes. */
const MOST_WAITING = 12
/** A thread without a task for this long is ended, which frees its memory. */
const IDLE_MS = 20_000

type WorkQueue = { last: Promise<unknown>; waiting: number; thread: Worker | null; idle?: NodeJS.Timeout }
/** On `globalThis`, because Next bundles its own copies of this module, and each with a queue of its own would start a thread. */
const shared: typeof globalThis & { __trackTwoThread?: WorkQueue } = globalThis
shared.__trackTwoThread ??= { last: Promise.resolve(), waiting: 0, thread: null }
const queue = shared.__trackTwoThread

/**
 * The result of the task, or `over`: it reached the limit of time (`most`, in ms) or memory, or the queue is full. `rows` is called
 * with the number of rows checked so far.
 */
export async function runInWorker<Kind extends Task['kind']>(
  task: Extract<Task, { kind: Kind }>,
  rows: (count: number) => void = () => undefined,
  most: number = MOST_MS,
): Promise<Found[Kind] | 'over'> {
  if (queue.waiting >= MOST_WAITING) return 'over'
  queue.waiting += 1
  const turn = queue.last.then(() => run<Found[Kind]>(task, rows, most))
  queue.last = turn.catch(() => undefined)
  try {
    return await turn
  } finally {
    queue.waiting -= 1
  }
}

async function run<Result>(task: Task, rows: (count: number) => void, most: number): Promise<Result | 'over'> {
  clearTimeout(queue.idle)
  queue.thread ??= startWorker()
  const { thread } = queue
  let isWell = false
  const asked = new Promise<Result | 'over'>((done, fail) => {
    // An answer that has come already is heard first: after a pause of the whole process its timers are called before its messages.
    const late = setTimeout(() => setImmediate(() => done('over')), most)
    const hear = (news: { rows: number } | { found: Result }) => {
      if ('rows' in news) return rows(news.rows)
      isWell = true
      clearTimeout(late)
      thread.off('message', hear).off('error', failed).off('exit', gone)
      done(news.found)
    }
    const failed = (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? done('over') : fail(error)
    const gone = () => fail(new Error('A thread ended without an answer.'))
    thread.on('message', hear).on('error', failed).on('exit', gone)
  })
  thread.ref()
  thread.postMessage(task)
  try {
    return await asked
  } finally {
    // A thread that was given up may still be computing: end it, so that the next task gets a new one.
    if (isWell) queue.idle = setTimeout(endWorker, IDLE_MS).unref()
    else endWorker()
    thread.unref()
  }
}

function endWorker(): void {
  void queue.thread?.terminate()
  queue.thread = null
}

/** In production the bundle beside dist/server.mjs; in development and tests the TypeScript source, loaded through tsx. */
function startWorker(): Worker {
  const more = { resourceLimits: MEMORY, execArgv: [] }
  if (!environment().development) return new Worker(path.resolve('dist/worker-thread.mjs'), more)
  const source = JSON.stringify(path.resolve('server/jobs/worker-thread.ts'))
  const begin = `import('tsx/esm/api').then(({ register }) => { register(); return import(${source}) })`
  return new Worker(begin, { ...more, eval: true })
}
