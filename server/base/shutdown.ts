/** Closes what main.ts opened, in the reverse order, once, however many signals arrive, and then exits the process. */

import { logError, logInfo } from './faults/logger'
import { isLostConnection } from './lost-connection'

/** Under npm one Ctrl-C arrives twice: from the terminal and from npm. Two SIGINT within this time count as one, not as "exit at once". */
const SAME_KEYSTROKE_MS = 500
/** The process exits after this time although a step has not finished. */
const PATIENCE_MS = 30_000

type ShutdownStep = { name: string; run: () => unknown }

type Shutdown = {
  /** Adds a step to be run before the process exits; the step added last runs first. */
  before(name: string, run: () => unknown): void
  /** Runs every step, then exits with `code`; a later call waits for the first one. */
  stop(code: number): Promise<void>
}

/**
 * `begun` is the running start: stopping waits for it, because the steps of what is still being opened are not registered yet.
 * `force` is called before an exit with an error; it must stop child processes at once, without waiting.
 */
export function prepareShutdown(begun: () => Promise<unknown>, force: () => void): Shutdown {
  const steps: ShutdownStep[] = []
  let stopping: Promise<void> | undefined
  let askedAt = 0

  function leave(code: number): void {
    if (code !== 0) force()
    process.exit(code)
  }

  async function takeSteps(code: number): Promise<void> {
    setTimeout(() => leave(1), PATIENCE_MS).unref()
    const askedAt = performance.now()
    await begun().catch(() => undefined)
    let outcome = code
    for (const { name, run } of steps.reverse()) {
      try {
        await run()
      } catch (error) {
        logError('a step of stopping failed', error, { step: name })
        outcome = 1
      }
    }
    if (outcome === 0)
      logInfo('the server has stopped cleanly', {
        seconds: Math.round(performance.now() - askedAt) / 1000,
      })
    leave(outcome)
  }

  const stop = (code: number) => {
    stopping ??= takeSteps(code)
    return stopping
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      const now = performance.now()
      if (!stopping) {
        askedAt = now
        void stop(0)
      } else if (signal === 'SIGINT' && now - askedAt > SAME_KEYSTROKE_MS) leave(130)
    })
  }
  process.on('uncaughtException', (error) => {
    if (isLostConnection(error)) return logError('a connection broke and nobody listened to it', error)
    logError('something was thrown and nobody caught it', error)
    void stop(1)
  })
  process.on('unhandledRejection', (reason) => logError('a promise was refused and nobody listened', reason))
  return {
    before(name, run) {
      steps.push({ name, run })
    },
    stop,
  }
}
