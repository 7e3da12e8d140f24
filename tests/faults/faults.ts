/** The faults. Each resolves when the thing works again, and records from when until when it did not. */
import { setTimeout as wait } from 'node:timers/promises'
import { isAlive } from '#server/base/processes'
import type { Ground, House, Table } from './classroom'
import { pagesOf } from './evidence'
import type { FaultyDatabase } from './faulty-database'
import type { WatchedPage } from './journal-of-pages'

export type Fault<On extends Ground> = {
  name: string
  /** The failpoint at which the server dies; it is set when the server starts. */
  killAt?: string
  /** Returns what it found broken meanwhile, in sentences. */
  strike: (ground: On, tables: readonly Table[], next?: string) => Promise<readonly string[]>
}

const LONGEST_WAIT_MS = 120_000

/** The server dies of itself at a named place, at its so-manieth pass. */
export const diesAt = (point: 'after-commit' | 'before-tell' | 'mid-phase-end', pass: number): Fault<House> => ({
  name: `dies at ${point}, pass ${pass}`,
  killAt: `${point}:${pass}`,
  async strike(house, tables, next) {
    if (house.diedOpening) {
      house.diedOpening = false
      return next ? killed.strike(house, tables, next) : []
    }
    const end = Date.now() + LONGEST_WAIT_MS
    while (isAlive(house.running.pid)) {
      if (Date.now() > end) throw new Error(`The server did not come to ${point} for the ${pass}th time.`)
      await wait(10)
    }
    await house.out(async () => void (await house.start(next)))
    return []
  },
})

export const killed: Fault<House> = {
  name: 'killed',
  async strike(house, _, next) {
    await house.out(async () => {
      await house.running.end('SIGKILL')
      await house.start(next)
    })
    return []
  },
}

/** Stopped in order and started again: every page must be told that the server restarts, and the process must end well. */
export const restarted: Fault<House> = {
  name: 'restarted in order',
  async strike(house, tables, next) {
    const told = watchForRestart(tables.flatMap(pagesOf))
    let code: number | null = null
    await house.out(async () => {
      code = await house.running.end('SIGTERM')
      await house.start(next)
    })
    return [...told.missing(), ...(code === 0 ? [] : [`An orderly stop ended with ${code}.`])]
  },
}

/** Which of the pages that are in their rooms now are not told, until `missing` is called, that the server restarts. */
export function watchForRestart(pages: readonly WatchedPage[]): { missing(): readonly string[] } {
  const live = pages.filter(({ link }) => link.view.connection.kind === 'live')
  const untold = new Set(live)
  const listening = live.map((page) =>
    page.link.subscribe(() => {
      if (page.link.view.connection.kind === 'restarting') untold.delete(page)
    }),
  )
  return {
    missing() {
      for (const stop of listening) stop()
      return untold.size > 0 ? [`${untold.size} of ${live.length} pages were not told of the restart.`] : []
    },
  }
}

/** The faults of the database and of the line to it, whoever is served from it. */
const ofDatabase = (name: string, breaks: (database: FaultyDatabase) => Promise<void>): Fault<Ground> => ({
  name,
  async strike({ database, outages }) {
    await outages.during(null, () => breaks(database))
    return []
  },
})

export const commitLost = ofDatabase('a commit lost on its way', ({ line }) => line.loseNextCommit())

export const answerLost = ofDatabase('a commit done whose answer is lost', ({ line }) => line.loseNextAnswer())

export const cut = ofDatabase('every connection to the database cut', async ({ line }) => line.cut())

export const stalled = (ms: number): Fault<Ground> =>
  ofDatabase(`the line to the database stalled for ${ms} ms`, async ({ line }) => {
    line.stall()
    await wait(ms)
    line.flow()
  })

export const paused = (ms: number): Fault<Ground> =>
  ofDatabase(`the database paused for ${ms} ms`, async (database) => {
    const pids = database.pids()
    const tell = (signal: NodeJS.Signals) => {
      for (const pid of pids) if (isAlive(pid)) process.kill(pid, signal)
    }
    tell('SIGSTOP')
    try {
      await wait(ms)
    } finally {
      tell('SIGCONT')
    }
    await database.answers()
  })

export const databaseKilled = ofDatabase('the database killed', async (database) => {
  const [first] = database.pids()
  if (first) process.kill(first, 'SIGKILL')
  while (first && isAlive(first)) await wait(10)
  await database.answers()
})

export const databaseRestarted = ofDatabase('the database restarted in order', async (database) => {
  const [first] = database.pids()
  if (first) process.kill(first, 'SIGINT')
  while (first && isAlive(first)) await wait(10)
  await database.answers()
})
