/**
 * The processes that are measured, and the few words spoken with them: where they listen, how much CPU time they have used, how
 * much memory they hold. It must not know what they serve.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import path from 'node:path'
import { z } from 'zod'

const answer = z.union([
  z.object({ port: z.number() }),
  z.object({ cpuMs: z.number() }),
  z.object({ memory: z.number() }),
])

/** In the child: says where it listens, answers what it is asked, and ends with its parent. */
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
 * Whether processes can be kept on a core each: without it the generator and the server push each other about. The cores of the
 * machine are counted, not those this process may use, which is one as soon as it keeps to its own.
 */
const canPin = cpus().length > 1 && spawnSync('taskset', ['-V']).status === 0

/** Keeps this process, which plays all the clients, off the core of whatever is measured. */
export function pinTheClients(): void {
  if (canPin) spawnSync('taskset', ['-acp', '1', String(process.pid)])
}

/** How `npm start` runs Node: whatever is ours is measured under the same flags. */
const { scripts } = z
  .object({ scripts: z.object({ start: z.string() }) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')))
const OURS = {
  files: ['house.mjs', 'product.mjs'],
  flags: scripts.start.split(' ').filter((word) => word.startsWith('--')),
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
    const flags = OURS.files.includes(file) ? OURS.flags : []
    const words = [...flags, '--expose-gc', path.join(import.meta.dirname, file), JSON.stringify(given)]
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

  /** Milliseconds of CPU time used since it started. */
  async cpuMs(): Promise<number> {
    const said = await this.#ask('cpu')
    return 'cpuMs' in said ? said.cpuMs : Number.NaN
  }

  /** Bytes held after everything that can be let go has been. */
  async memory(): Promise<number> {
    const said = await this.#ask('memory')
    return 'memory' in said ? said.memory : Number.NaN
  }

  #ask(what: string): Promise<z.infer<typeof answer>> {
    const heard = hear(this.#child)
    this.#child.send(what)
    return heard
  }

  /** Whatever a measurement that failed has left running. */
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
