/** The faults. Each resolves when the thing works again, and records from when until when it did not. */
import { setTimeout as wait } from 'node:timers/promises'
import { isAlive } from '#server/ops/processes'
import type { House, Table } from './classroom'

export type Fault = {
  name: string
  /** The failpoint at which the server dies; it is set when the server starts. */
  killAt?: string
  strike: (house: House, tables: readonly Table[], next?: string) => Promise<void>
}

const LONGEST_WAIT_MS = 120_000

/** The server dies of itself at a named place, at its so-manieth pass. */
export const diesAt = (point: 'after-commit' | 'before-tell' | 'mid-phase-end', pass: number): Fault => ({
  name: `dies at ${point}, pass ${pass}`,
  killAt: `${point}:${pass}`,
  async strike(house, tables, next) {
    if (house.diedOpening) {
      house.diedOpening = false
      if (next) await killed.strike(house, tables, next)
      return
    }
    const end = Date.now() + LONGEST_WAIT_MS
    while (isAlive(house.running.pid)) {
      if (Date.now() > end) throw new Error(`The server did not come to ${point} for the ${pass}th time.`)
      await wait(10)
    }
    await house.out(async () => void (await house.start(next)))
  },
})

export const killed: Fault = {
  name: 'killed',
  async strike(house, _, next) {
    await house.out(async () => {
      await house.running.end('SIGKILL')
      await house.start(next)
    })
  },
}

/** Stopped in order and started again: every page must be told that the server restarts, and the process must end well. */
export const restarted: Fault = {
  name: 'restarted in order',
  async strike(house, tables, next) {
    const pages = tables.flatMap(({ chair, delegates }) => [chair, ...delegates])
    const untold = new Set(pages)
    const listening = pages.map((page) =>
      page.link.subscribe(() => {
        if (page.link.view.connection.kind === 'updating') untold.delete(page)
      }),
    )
    for (const page of pages) if (page.link.view.connection.kind !== 'live') untold.delete(page)
    await house.out(async () => {
      const code = await house.running.end('SIGTERM')
      if (code !== 0) throw new Error(`An orderly stop ended with ${code}.`)
      await house.start(next)
    })
    for (const stop of listening) stop()
    if (untold.size > 0) throw new Error(`${untold.size} of ${pages.length} pages were not told of the restart.`)
  },
}

export const commitLost: Fault = {
  name: 'a commit lost on its way',
  strike: (house) => house.out(() => house.line.loseNextCommit()),
}

export const answerLost: Fault = {
  name: 'a commit done whose answer is lost',
  strike: (house) => house.out(() => house.line.loseNextAnswer()),
}

export const cut: Fault = {
  name: 'every connection to the database cut',
  strike: (house) => house.out(async () => house.line.cut()),
}

export const stalled = (ms: number): Fault => ({
  name: `the line to the database stalled for ${ms} ms`,
  strike: (house) =>
    house.out(async () => {
      house.line.stall()
      await wait(ms)
      house.line.flow()
    }),
})

export const paused = (ms: number): Fault => ({
  name: `the database paused for ${ms} ms`,
  strike: (house) =>
    house.out(async () => {
      const pids = house.databasePids()
      const tell = (signal: NodeJS.Signals) => {
        for (const pid of pids) if (isAlive(pid)) process.kill(pid, signal)
      }
      tell('SIGSTOP')
      try {
        await wait(ms)
      } finally {
        tell('SIGCONT')
      }
      await house.databaseAnswers()
    }),
})

export const databaseKilled: Fault = {
  name: 'the database killed',
  strike: (house) =>
    house.out(async () => {
      const [first] = house.databasePids()
      if (first) process.kill(first, 'SIGKILL')
      while (first && isAlive(first)) await wait(10)
      await house.databaseAnswers()
    }),
}
