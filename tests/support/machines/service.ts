/** What a service manager does with a server: starts it, and again whenever it ends, until the test is over. */
import { type ChildProcess, spawn } from 'node:child_process'
import { endWithUs } from './children'

type Service = {
  /** Starts it no more, and kills what runs. */
  end(): Promise<void>
}

/** Runs Node with these words in a folder, which may be a link: each start follows it anew. */
export function keepRunning(folder: string, words: readonly string[], env: NodeJS.ProcessEnv): Service {
  let isOver = false
  let child: ChildProcess | undefined
  let left: Promise<unknown> = Promise.resolve()
  const start = () => {
    if (isOver) return
    const one = spawn(process.execPath, words, { cwd: folder, env, stdio: 'ignore' })
    child = one
    endWithUs(one)
    left = new Promise((resolve) => one.once('exit', resolve))
    one.once('exit', () => setTimeout(start, 100))
  }
  start()
  return {
    async end() {
      isOver = true
      child?.kill('SIGKILL')
      await left
    },
  }
}
