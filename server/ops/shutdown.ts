/** Stops the process in order, once, whoever asks and however often. It knows the steps only by name. */

import { complain } from './logger'

/** npm passes a Ctrl-C on to a process that the terminal has already told; two within this time are one. */
const SAME_KEYSTROKE_MS = 500
const PATIENCE_MS = 30_000

type Step = { name: string; run: () => unknown }

export type Shutdown = {
  /** Adds a step; the last added is taken first. */
  before(name: string, run: () => unknown): void
  /** Takes every step, then leaves with `code`; later calls wait for the first. */
  stop(code: number): Promise<void>
}

/**
 * `begun` settles when the start is over, for what is half-way open cannot be closed; `force` must leave nothing of ours
 * running and must not wait.
 */
export function prepareShutdown(begun: () => Promise<unknown>, force: () => void): Shutdown {
  const steps: Step[] = []
  let stopping: Promise<void> | undefined
  let askedAt = 0

  function leave(code: number): void {
    if (code !== 0) force()
    process.exit(code)
  }

  async function takeSteps(code: number): Promise<void> {
    setTimeout(() => leave(1), PATIENCE_MS).unref()
    await begun().catch(() => undefined)
    let outcome = code
    for (const { name, run } of steps.reverse()) {
      try {
        await run()
      } catch (error) {
        complain('a step of stopping failed', error, { step: name })
        outcome = 1
      }
    }
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
    complain('something was thrown and nobody caught it', error)
    void stop(1)
  })
  process.on('unhandledRejection', (reason) => complain('a promise was refused and nobody listened', reason))
  return {
    before(name, run) {
      steps.push({ name, run })
    },
    stop,
  }
}
