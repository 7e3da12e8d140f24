/** The measured child processes: the port they listen on, the processor time they use, the memory they hold. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cpus } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { cpuMsOf } from '../support/machines/process-table'

const told = z.object({ port: z.number().default(0), memory: z.number().default(0) })

/** In the child: tells its port, and its memory after a collection when it is asked; ends with its parent. */
export function answerTheParent(port: number): void {
  process.on('message', () => {
    for (let round = 0; round < 4; round += 1) globalThis.gc?.()
    process.send?.({ memory: process.memoryUsage().rss })
  })
  process.on('disconnect', () => process.exit(0))
  process.send?.({ port })
}

/** Where processes can be pinned, what is measured has one core and what measures has another, or the two would compete. */
const canPin = cpus().length > 1 && spawnSync('taskset', ['-V']).status === 0
const pin = (pid: number, core: number) => {
  if (canPin) spawnSync('taskset', ['-acp', String(core), String(pid)])
}
export const pinTheClients = (): void => pin(process.pid, 1)
export const pinTheServer = (pid: number): void => pin(pid, 0)

const alive = new Set<Measured>()

export class Measured {
  readonly #child: ChildProcess
  readonly port: number

  private constructor(child: ChildProcess, port: number) {
    this.#child = child
    this.port = port
  }

  /** Starts a file of this folder; it finds what it is `given` as JSON in its first argument. */
  static async start(file: 'house.ts' | 'stock.ts' | 'anchor.ts' | 'recovery.ts', given: unknown): Promise<Measured> {
    const words = ['--import', 'tsx', '--expose-gc', path.join(import.meta.dirname, file), JSON.stringify(given)]
    const env = { ...process.env, NODE_ENV: 'production' } as const
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env })
    pinTheServer(child.pid ?? 0)
    const measured = new Measured(child, (await nextFrom(child)).port)
    alive.add(measured)
    return measured
  }

  /** Milliseconds of processor time since its start. */
  cpuMs(): number {
    return cpuMsOf([this.#child.pid ?? 0])
  }

  /** Bytes held after a collection. */
  async memory(): Promise<number> {
    const answer = nextFrom(this.#child)
    this.#child.send('memory')
    return (await answer).memory
  }

  async stop(): Promise<void> {
    alive.delete(this)
    const ended = new Promise((done) => this.#child.once('exit', done))
    this.#child.kill('SIGKILL')
    await ended
  }

  /** Stops what a measurement that failed left running. */
  static async stopAll(): Promise<void> {
    await Promise.all([...alive].map((measured) => measured.stop()))
  }
}

const nextFrom = (child: ChildProcess): Promise<z.infer<typeof told>> =>
  new Promise((done, fail) => {
    const ended = (code: number | null) => fail(new Error(`A measured process ended with ${code}.`))
    child.once('exit', ended)
    child.once('message', (said) => {
      child.off('exit', ended)
      done(told.parse(said))
    })
  })

export const passed = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))
