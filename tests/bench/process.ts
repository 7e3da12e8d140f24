/** The measured child processes, and the messages to them: port, CPU time used, memory held. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cpus } from 'node:os'
import path from 'node:path'
import { z } from 'zod'

const answer = z.union([
  z.object({ port: z.number() }),
  z.object({ cpuMs: z.number() }),
  z.object({ memory: z.number() }),
])

/** In the child: reports its port, answers requests, and exits with its parent. */
export function answerTheParent(port: number): void {
  process.on('message', (asked) => {
    if (asked === 'cpu') {
      const { user, system } = process.cpuUsage()
      process.send?.({ cpuMs: (user + system) / 1000 })
    }
    if (asked === 'memory') {
      for (let round = 0; round < 4; round += 1) globalThis.gc?.()
      const { rss } = process.memoryUsage()
      process.send?.({ memory: rss })
    }
  })
  process.on('disconnect', () => process.exit(0))
  process.send?.({ port })
}

/**
 * Whether processes can be pinned to cores: without it generator and server compete. Counts the machine's cores, because this process's
 * own set shrinks to one once it is pinned.
 */
const canPin = cpus().length > 1 && spawnSync('taskset', ['-V']).status === 0

/** Pins this process, which plays all clients, away from the measured one's core. */
export function pinTheClients(): void {
  if (canPin) spawnSync('taskset', ['-acp', '1', String(process.pid)])
}

const alive = new Set<Measured>()

export class Measured {
  readonly #child: ChildProcess
  readonly port: number

  private constructor(child: ChildProcess, port: number) {
    this.#child = child
    this.port = port
  }

  static async start(file: string, given: unknown): Promise<Measured> {
    const words = ['--expose-gc', path.join(import.meta.dirname, file), JSON.stringify(given)]
    const [command, ...rest] = canPin
      ? ['taskset', '-c', '0', process.execPath, ...words]
      : [process.execPath, ...words]
    const child = spawn(command, rest, {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, NODE_ENV: 'production' },
    })
    const first = await hear(child)
    if (!('port' in first)) throw new Error(`${file} did not say where it listens`)
    const measured = new Measured(child, first.port)
    alive.add(measured)
    return measured
  }

  get pid(): number {
    return this.#child.pid ?? 0
  }

  /** CPU milliseconds used since its start. */
  async cpuMs(): Promise<number> {
    const said = await this.#ask('cpu')
    return 'cpuMs' in said ? said.cpuMs : Number.NaN
  }

  /** Bytes held after a garbage collection. */
  async memory(): Promise<number> {
    const said = await this.#ask('memory')
    return 'memory' in said ? said.memory : Number.NaN
  }

  #ask(what: string): Promise<z.infer<typeof answer>> {
    const heard = hear(this.#child)
    this.#child.send(what)
    return heard
  }

  /** Stops the processes that a failed measurement left running. */
  static async stopAll(): Promise<void> {
    await Promise.all([...alive].map((measured) => measured.stop()))
  }

  async stop(): Promise<void> {
    alive.delete(this)
    const ended = new Promise((done) => this.#child.once('exit', done))
    this.#child.kill('SIGKILL')
    await ended
  }
}

const hear = (child: ChildProcess): Promise<z.infer<typeof answer>> =>
  new Promise((done, fail) => {
    const ended = (code: number | null) => fail(new Error(`A measured process ended with ${code}`))
    child.once('exit', ended)
    child.once('message', (said) => {
      child.off('exit', ended)
      done(answer.parse(said))
    })
  })
