/**
 * How long this machine let the processes of a run wait for a processor, by Linux's own account, so that what is late because other work
 * takes the processors is told from what is late because of the product. On a machine with nothing else to do it comes to almost nothing.
 */
import { readFileSync } from 'node:fs'
import { childrenOf } from '../support/machines/process-table'

/** The processes that serve: each server by its number (null where there is one), and the first process of the database. */
export type Serving = { servers: ReadonlyMap<number | null, number>; database: number | undefined }

const LOOK_MS = 250
/** The connections of the database change seldom, and finding them means to look at every process. */
const FIND_EVERY = 8

/** From the begin of the run to `at`, in milliseconds: everybody's share together, and by server. */
type Look = { at: number; all: number; servers: ReadonlyMap<number | null, number> }

export class Waited {
  readonly #serving: () => Serving
  /** What each process had waited at the last look. */
  #before = new Map<number, number>()
  #backends: readonly number[] = []
  readonly #looks: Look[] = [{ at: 0, all: 0, servers: new Map() }]
  #timer: ReturnType<typeof setInterval> | undefined

  constructor(serving: () => Serving) {
    this.#serving = serving
  }

  begin(): void {
    this.#timer ??= setInterval(() => this.#look(), LOOK_MS).unref()
  }

  end(): void {
    clearInterval(this.#timer)
    this.#timer = undefined
  }

  /** For how many milliseconds between these moments whoever serves a page of this server, and the page itself, were kept waiting. */
  within(server: number | null, from: number, to: number): number {
    const until = Number.isFinite(to) ? to : (this.#looks.at(-1)?.at ?? 0)
    const [begin, end] = [this.#lookBefore(from), this.#lookAfter(until)]
    const shareOf = (look: Look | undefined) => (look?.all ?? 0) + (look?.servers.get(server) ?? 0)
    return Math.max(0, shareOf(end) - shareOf(begin))
  }

  #lookBefore(moment: number): Look | undefined {
    return this.#looks.findLast(({ at }) => at <= moment)
  }

  #lookAfter(moment: number): Look | undefined {
    return this.#looks.find(({ at }) => at >= moment) ?? this.#looks.at(-1)
  }

  #look(): void {
    const { servers, database } = this.#serving()
    if (this.#looks.length % FIND_EVERY === 1) this.#backends = database === undefined ? [] : childrenOf(database)
    const seen = new Map<number, number>()
    const since = (pid: number): number => {
      const waited = waitedMsOf(pid)
      seen.set(pid, waited)
      // Of a process that was not there the last time nothing is known yet.
      return waited - (this.#before.get(pid) ?? waited)
    }
    const last = this.#looks.at(-1)
    const slowest = Math.max(0, ...this.#backends.map(since))
    const all = (last?.all ?? 0) + since(process.pid) + slowest
    const byServer = new Map<number | null, number>(
      [...servers].map(([server, pid]) => [server, (last?.servers.get(server) ?? 0) + since(pid)]),
    )
    this.#before = seen
    this.#looks.push({ at: Date.now(), all, servers: byServer })
  }
}

/** Of its main thread, on which Node runs everything; 0 where it cannot be known. */
function waitedMsOf(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[1]) / 1e6
  } catch {
    return 0
  }
}
