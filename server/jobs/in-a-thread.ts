/**
 * Has what may take long done in a thread of its own, in a time and a memory that are given to it: every class lives on the one loop
 * that must never wait for it. One at a time, so that the classes keep a processor. It must not know what the work is.
 */
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { environment } from '../environment'
import type { RosterRead } from '../store/courses/pasted-roster'
import type { Judged } from '../store/records/judged-record'

export type Task = { kind: 'record'; bytes: Uint8Array; roomId: string } | { kind: 'roster'; text: string }
type Found = { record: Judged; roster: RosterRead }
export type FromThread = { rows: number } | { found: Judged | RosterRead }

/** A record of eight megabytes takes a few seconds on a machine that has nothing else to do. */
const MOST_MS = { record: 30_000, roster: 10_000 } as const
const MEMORY = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 }
/** Whoever would wait longer than a few others take is told so at once. */
const MOST_WAITING = 12

/** A thread that nothing is asked of for so long is let go, with the memory it holds. */
const IDLE_MS = 20_000

type Line = { last: Promise<unknown>; waiting: number; thread: Worker | null; idle?: NodeJS.Timeout }
/** Next bundles its own copies of this module, and all of them take turns in the one line. */
const shared: typeof globalThis & { __trackTwoThread?: Line } = globalThis
shared.__trackTwoThread ??= { last: Promise.resolve(), waiting: 0, thread: null }
const line = shared.__trackTwoThread

/** What came of it, or `over`: it took more than it is given, or too many wait already. `rows` hears how far it is. */
export async function inAThread<Kind extends Task['kind']>(
  task: Extract<Task, { kind: Kind }>,
  rows: (count: number) => void = () => undefined,
  most: number = MOST_MS[task.kind],
): Promise<Found[Kind] | 'over'> {
  if (line.waiting >= MOST_WAITING) return 'over'
  line.waiting += 1
  const turn = line.last.then(() => run<Found[Kind]>(task, rows, most))
  line.last = turn.catch(() => undefined)
  try {
    return await turn
  } finally {
    line.waiting -= 1
  }
}

async function run<Result>(task: Task, rows: (count: number) => void, most: number): Promise<Result | 'over'> {
  clearTimeout(line.idle)
  line.thread ??= started()
  const { thread } = line
  let isWell = false
  const asked = new Promise<Result | 'over'>((done, fail) => {
    const late = setTimeout(() => done('over'), most)
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
    // What is over goes on working until it is ended, and whoever comes next has a thread of their own.
    if (isWell) line.idle = setTimeout(end, IDLE_MS).unref()
    else end()
    thread.unref()
  }
}

function end(): void {
  void line.thread?.terminate()
  line.thread = null
}

/** The built server has the program beside itself; while developing and in tests its source is read as the rest of it is. */
function started(): Worker {
  const more = { resourceLimits: MEMORY, execArgv: [] }
  if (!environment().development) return new Worker(path.resolve('dist/worker-thread.mjs'), more)
  const source = JSON.stringify(path.resolve('server/jobs/worker-thread.ts'))
  const begin = `import('tsx/esm/api').then(({ register }) => { register(); return import(${source}) })`
  return new Worker(begin, { ...more, eval: true })
}
