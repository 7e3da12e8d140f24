/** A Valkey or Redis of the tests' own on a free loopback port: killed, paused and started again empty as a test wants it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Child, startChild } from './children'
import { requireProgram } from './debian-program'
import { freePort } from './server'

export type RunningEngine = {
  /** For `REDIS_URL`. */
  url: string
  port: number
  readonly pid: number
  /** Ends it without warning; `startAgain` brings an empty one back. */
  kill(): Promise<void>
  /** On the same port, with nothing in it. */
  startAgain(): Promise<void>
  /** It keeps its connections and answers nothing until `resume`. */
  pause(): void
  resume(): void
  /** Ends it for good and removes its folder. */
  end(): Promise<void>
}

/** Starts an engine that keeps nothing on disk; `words` are further settings, as on its command line. */
export async function startEngine(words: readonly string[] = []): Promise<RunningEngine> {
  const command = await requireProgram('engine')
  const port = await freePort()
  const folder = mkdtempSync(path.join(tmpdir(), 'track-two-engine-'))
  const own = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder]
  const open = () =>
    startChild({
      command,
      words: [...own, ...words],
      isReady: (said) => said.includes('Ready to accept connections'),
    })
  let child: Child = await open()
  const kill = async () => {
    child.signal('SIGKILL')
    await child.ended
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    get pid() {
      return child.pid
    },
    kill,
    async startAgain() {
      await kill()
      child = await open()
    },
    pause: () => child.signal('SIGSTOP'),
    resume: () => child.signal('SIGCONT'),
    async end() {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
