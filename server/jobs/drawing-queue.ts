/**
 * Draws records in threads of their own: one drawing at a time a person, and so many at once as the machine has processors to spare, at
 * most four. The rest wait, first come first served. Whoever asks for the same while it waits, is drawn or is kept shares it.
 */
import { availableParallelism } from 'node:os'
import { MINUTE_MS } from '#simulation/kernel/time'
import type { Drawn } from '#simulation/reading/positions/drawing'
import { ProgramThread } from '../base/program-thread'

const PROGRAM = { bundle: 'dist/drawing-thread.mjs', source: 'app/rooms/[roomId]/transcript/drawing-thread.ts' }
const MOST_THREADS = Math.min(4, Math.max(1, availableParallelism() - 1))
const DRAWING_MS = 10_000
/** With the drawing itself this is less than the balancer waits for an answer: docs/several-servers.md has the table. */
const WAITING_MS = 20_000
const MOST_WAITING = 60
/** How many drawings of one person may wait behind the one that is drawn. */
const MOST_WAITING_EACH = 3
/** KeptDrawing for whoever asks again, and so long only: a name or a title that is changed is not told by the key of a drawing for ever. */
const KEPT_MS = MINUTE_MS
const MOST_KEPT_BYTES = 48_000_000
const MOST_KEPT = 200

/** Why something was not drawn: it takes too long, the person has enough waiting, or everybody together has. */
export type NotDrawn = 'too-long' | 'yours-first' | 'too-many'
export type Drawing = { ok: true; drawn: Drawn } | { ok: false; why: NotDrawn }

export type DrawingTask = {
  /** What decides the result, as text; null where nothing may be kept or shared. */
  key: string | null
  /** The id of whoever asks. */
  person: string
  /** The messages for the program. */
  task: readonly unknown[]
  /** Aborted when whoever asks has left. */
  gone?: AbortSignal | undefined
}

type Job = {
  key: string | null
  person: string
  task: readonly unknown[]
  wanted: number
  stop: AbortController
  settle(outcome: Drawing): void
  fail(error: unknown): void
  outcome: Promise<Drawing>
}
type KeptDrawing = { outcome: Drawing; until: number; bytes: number }
type Queue = { waiting: Job[]; drawn: Set<Job>; idle: ProgramThread[]; kept: Map<string, KeptDrawing> }

/** On `globalThis`, because Next bundles its own copies of this module. */
const shared: typeof globalThis & { __trackTwoDrawing?: Queue } = globalThis
shared.__trackTwoDrawing ??= { waiting: [], drawn: new Set(), idle: [], kept: new Map() }
const queue = shared.__trackTwoDrawing

/** The program's result for this task, or why there is none. Rejects with what the program throws. */
export async function drawInThread(asked: DrawingTask): Promise<Drawing> {
  const kept = asked.key === null ? undefined : queue.kept.get(asked.key)
  if (kept && kept.until > Date.now()) return kept.outcome
  const job = sameAs(asked) ?? enter(asked)
  if (typeof job === 'string') return { ok: false, why: job }
  job.wanted += 1
  const leave = () => unwanted(job)
  if (asked.gone?.aborted) leave()
  asked.gone?.addEventListener('abort', leave, { once: true })
  try {
    return await job.outcome
  } finally {
    asked.gone?.removeEventListener('abort', leave)
  }
}

const sameAs = ({ key }: DrawingTask): Job | undefined =>
  key === null ? undefined : [...queue.drawn, ...queue.waiting].find((job) => job.key === key && job.wanted > 0)

function enter({ key, person, task }: DrawingTask): Job | NotDrawn {
  if (queue.waiting.filter((job) => job.person === person).length >= MOST_WAITING_EACH) return 'yours-first'
  if (queue.waiting.length >= MOST_WAITING) return 'too-many'
  const { promise, resolve, reject } = withResolvers<Drawing>()
  const waited = setTimeout(() => {
    if (!queue.waiting.includes(job)) return
    queue.waiting = queue.waiting.filter((one) => one !== job)
    resolve({ ok: false, why: 'too-many' })
  }, WAITING_MS).unref()
  const settle = (outcome: Drawing) => {
    clearTimeout(waited)
    resolve(outcome)
  }
  const stop = new AbortController()
  const job: Job = { key, person, task, wanted: 0, stop, settle, fail: reject, outcome: promise }
  queue.waiting.push(job)
  // In a later turn, so that whoever leaves at once has never begun.
  setImmediate(begin)
  return job
}

/** Begins those who waited longest, as far as a thread is free for them and nothing of theirs is being drawn. */
function begin(): void {
  while (queue.drawn.size < MOST_THREADS) {
    const busy = new Set([...queue.drawn].map(({ person }) => person))
    const job = queue.waiting.find(({ person }) => !busy.has(person))
    if (!job) return
    queue.waiting = queue.waiting.filter((one) => one !== job)
    queue.drawn.add(job)
    void draw(job)
  }
}

/** Never rejects: what goes wrong is told to those who wait for the job. */
async function draw(job: Job): Promise<void> {
  const thread = queue.idle.pop() ?? new ProgramThread(PROGRAM)
  try {
    const found = await thread.run<Drawn>(job.task, { most: DRAWING_MS, stop: job.stop.signal })
    const outcome: Drawing = found === 'over' ? { ok: false, why: 'too-long' } : { ok: true, drawn: found }
    if (!job.stop.signal.aborted) keep(job.key, outcome)
    job.settle(outcome)
  } catch (error) {
    job.fail(error)
  } finally {
    queue.idle.push(thread)
    queue.drawn.delete(job)
    begin()
  }
}

/** One of those who wanted it has left; with the last of them its place is free. */
function unwanted(job: Job): void {
  job.wanted -= 1
  if (job.wanted > 0) return
  job.stop.abort()
  if (!queue.waiting.includes(job)) return
  queue.waiting = queue.waiting.filter((one) => one !== job)
  job.settle({ ok: false, why: 'too-many' })
}

function keep(key: string | null, outcome: Drawing): void {
  if (key === null) return
  const now = Date.now()
  queue.kept.delete(key) // deleted and set again, so that the Map keeps the order in which they were drawn
  queue.kept.set(key, { outcome, until: now + KEPT_MS, bytes: outcome.ok ? outcome.drawn.bytes.length : 0 })
  let bytes = [...queue.kept.values()].reduce((sum, one) => sum + one.bytes, 0)
  for (const [oldest, one] of queue.kept) {
    if (one.until > now && bytes <= MOST_KEPT_BYTES && queue.kept.size <= MOST_KEPT) break
    queue.kept.delete(oldest)
    bytes -= one.bytes
  }
}

/** `Promise.withResolvers`, which Node 20 lacks. */
function withResolvers<Value>() {
  let resolve: (value: Value) => void = () => undefined
  let reject: (error: unknown) => void = () => undefined
  const promise = new Promise<Value>((done, fail) => {
    resolve = done
    reject = fail
  })
  return { promise, resolve, reject }
}
