/**
 * An even beat kept by a thread that sleeps in between. A loop that waits for the next instant by asking for the time fills the core that
 * the database needs, and whichever server asks more of the database is then measured as slower than it is.
 */
import { Worker } from 'node:worker_threads'

/** Beat k is due `k * gapMs` after the thread began. A late beat follows at once; none is left out. */
const THREAD = `
const { parentPort, workerData: { stopped, gapMs } } = require('node:worker_threads')
const begun = performance.now()
for (let beat = 0; ; beat += 1) {
  const wait = begun + beat * gapMs - performance.now()
  if (wait > 0) Atomics.wait(stopped, 0, 0, wait)
  if (Atomics.load(stopped, 0) === 1) break
  parentPort.postMessage(beat)
}
`

export class Metronome {
  readonly #stopped = new Int32Array(new SharedArrayBuffer(4))
  readonly #thread: Worker

  /** Calls `beat` with 0, 1, 2 and so on, about a tenth of a millisecond after each is due. */
  constructor(perSecond: number, beat: (number: number) => void) {
    this.#thread = new Worker(THREAD, {
      eval: true,
      workerData: { stopped: this.#stopped, gapMs: 1000 / perSecond },
    })
    this.#thread.on('message', (number: number) => {
      if (Atomics.load(this.#stopped, 0) === 0) beat(number)
    })
  }

  /** Resolves when the thread has ended; `beat` is not called again. */
  async stop(): Promise<void> {
    Atomics.store(this.#stopped, 0, 1)
    Atomics.notify(this.#stopped, 0)
    await new Promise((ended) => this.#thread.once('exit', ended))
  }
}
