/** Child processes of the tests: started until they say that they are ready, ended by id, and never left behind. */
import { type ChildProcess, spawn } from 'node:child_process'

const alive = new Set<ChildProcess>()

const endAll = () => {
  for (const child of alive) {
    child.kill('SIGTERM')
    // A paused process hears of its end only once it goes on.
    child.kill('SIGCONT')
  }
}
process.once('exit', endAll)
// A worker without its runner would go on testing for nobody.
process.once('disconnect', () => {
  endAll()
  process.kill(process.pid, 'SIGTERM')
})
// Node ends on a signal without saying "exit".
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    endAll()
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
  })
}

/** Ends this child with this process, should nobody end it before. */
export function endWithUs(child: ChildProcess): void {
  alive.add(child)
  child.once('close', () => alive.delete(child))
}

export class ChildEnded extends Error {
  constructor(
    readonly command: string,
    readonly code: number | null,
    readonly said: string,
  ) {
    super(`${command} ended with ${code} before it was ready:\n${said}`)
  }
}

export type Child = {
  pid: number
  isRunning: boolean
  /** Its output so far, both streams. */
  said(): string
  signal(signal: NodeJS.Signals): void
  /** Resolves once it has ended: its exit code, null when a signal ended it. */
  ended: Promise<number | null>
}

export type ChildSettings = {
  command: string
  words: readonly string[]
  /** Whether its output so far says that it is ready. */
  isReady: (said: string) => boolean
  cwd?: string
  env?: NodeJS.ProcessEnv
  uid?: number
  gid?: number
}

/** Starts a program and waits until its output says that it is ready. */
export async function startChild({ command, words, isReady, ...how }: ChildSettings): Promise<Child> {
  const child = spawn(command, words, { ...how, stdio: ['ignore', 'pipe', 'pipe'] })
  endWithUs(child)
  let said = ''
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text
        if (isReady(said)) resolve()
      })
    }
    child.once('error', reject)
    void ended.then((code) => reject(new ChildEnded(command, code, said)))
  })
  return {
    pid: child.pid ?? 0,
    get isRunning() {
      return child.exitCode === null && child.signalCode === null
    },
    said: () => said,
    signal: (signal) => void child.kill(signal),
    ended,
  }
}
