/**
 * A worker thread that runs one bundled program, a task at a time, with a limit of time and memory. It is started for its first task and
 * ended when it has had none for a while.
 */
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { environment } from './environment'
import { PlainFault } from './faults/plain-fault'
import { inSlices } from './slices'

export type Program = {
  /** The bundle that the build makes of it, beside dist/server.mjs. */
  bundle: string
  /** Its TypeScript source, which development and tests run. */
  source: string
}

/** What a program may post: news on the way, and at last what it found. */
export type Posted<News, Found> = { news: News } | { found: Found }
/** Posted once by each thread, when its program is loaded. */
type FromThread<News, Found> = Posted<News, Found> | { loaded: true }

const MEMORY = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 }
/** A thread without a task for this long is ended, which frees its memory. */
const IDLE_MS = 20_000

type RunOptions<News> = {
  /** The time limit in milliseconds, the start of the thread included; but in development the source is compiled first, which is no part of a task. */
  most: number
  /** Called with what the program posts on the way. */
  hear?: (news: News) => void
  /** Ends the task: nobody wants its result any more. */
  stop?: AbortSignal
}

export class ProgramThread {
  #thread: Worker | null = null
  #loaded: Promise<unknown> = Promise.resolve()
  #idle: NodeJS.Timeout | undefined

  constructor(private readonly program: Program) {}

  /**
   * What the program finds for a task, which is posted to it message by message; `over` where it reached a limit or was stopped. Rejects
   * with the error that the program throws. The caller waits for one task before it gives the next.
   */
  async run<Found, News = never>(
    task: readonly unknown[],
    { most, hear, stop }: RunOptions<News>,
  ): Promise<Found | 'over'> {
    clearTimeout(this.#idle)
    const thread = this.#thread ?? start(this.program)
    if (!this.#thread && environment().development)
      this.#loaded = new Promise((loaded) => thread.once('message', loaded))
    this.#thread = thread
    let isWell = false
    const asked = new Promise<Found | 'over'>((done, fail) => {
      // An answer that has come already is heard first: after a pause of the whole process its timers are called before its messages.
      let late: NodeJS.Timeout | undefined
      void this.#loaded.then(() => {
        late = setTimeout(() => setImmediate(() => done('over')), most)
        if (isWell) clearTimeout(late)
      })
      stop?.addEventListener('abort', () => done('over'), { once: true })
      const listen = (posted: FromThread<News, Found>) => {
        if ('loaded' in posted) return
        if ('news' in posted) return hear?.(posted.news)
        isWell = true
        clearTimeout(late)
        thread.off('message', listen).off('error', failed).off('exit', gone)
        done(posted.found)
      }
      const failed = (error: NodeJS.ErrnoException) =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? done('over') : fail(error)
      const gone = () => fail(new PlainFault('a thread ended without an answer'))
      thread.on('message', listen).on('error', failed).on('exit', gone)
    })
    thread.ref()
    try {
      const [found] = await Promise.all([asked, inSlices(posting(thread, task))])
      return found
    } finally {
      // A thread that was given up may still be computing: end it, so that the next task gets a new one.
      if (isWell) this.#idle = setTimeout(() => this.#end(), IDLE_MS).unref()
      else this.#end()
      thread.unref()
    }
  }

  #end(): void {
    void this.#thread?.terminate()
    this.#thread = null
  }
}

/** Rows posted at once: as many of the longest are copied in a few milliseconds. */
const STRIDE = 200

/** The rows of a task, in as many messages as they are posted in. */
export const inPieces = <Row>(rows: readonly Row[]): readonly { rows: readonly Row[] }[] =>
  Array.from({ length: Math.ceil(rows.length / STRIDE) }, (_, piece) => ({
    rows: rows.slice(piece * STRIDE, (piece + 1) * STRIDE),
  }))

/** A message is copied as it is posted, which takes its time: a long task is posted in several. */
function* posting(thread: Worker, task: readonly unknown[]): Generator<void, void> {
  for (const message of task) {
    thread.postMessage(message)
    yield
  }
}

/**
 * In production the bundle, in development and tests the TypeScript source, loaded through tsx. Its address stands in a text that is run, because
 * the build of the pages would follow a path.
 */
function start({ bundle, source }: Program): Worker {
  const { development } = environment()
  const file = JSON.stringify(pathToFileURL(development ? source : bundle).href)
  const load = development
    ? `import('tsx/esm/api').then(({ register }) => { register(); return import(${file}) })`
    : `import(${file})`
  const begin = `${load}.then(() => require('node:worker_threads').parentPort.postMessage({ loaded: true }))`
  return new Worker(begin, { resourceLimits: MEMORY, execArgv: [], eval: true })
}
