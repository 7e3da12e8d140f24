/** The faults of several servers: one of them dies, stops, freezes or slows down; the engine goes away; pages are moved; people go. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { isAlive } from '#server/base/processes'
import { revokeSession } from '#server/store/people/sessions'
import type { Table } from '../faults/classroom'
import { pagesOf } from '../faults/evidence'
import { type Fault, watchForRestart } from '../faults/faults'
import type { WatchedPage } from '../faults/journal-of-pages'
import type { Dice } from '../faults/talk'
import type { Fleet } from './fleet'

type FleetFault = Fault<Fleet>

/** The pages of a server that dies or stops are on another one so soon. */
const MOVED_MS = 5_000
/** And those of one that hangs so soon, behind the balancer that is shipped. */
const LEFT_MS = 15_000
/** So much later than it happens a run may notice that a server has died. */
const MOMENT_MS = 100
/** Then a run stops waiting for them. */
const LONGEST_MS = 20_000
/** A server may have nothing to do at a named place for so long; then it is killed where it is. */
const COMES_TO_MS = 40_000

const dies = (name: string, server: number, signal: 'SIGKILL' | 'SIGTERM'): FleetFault => ({
  name,
  async strike(fleet, tables) {
    const moving = watchTheMove(fleet, tables, server)
    const told = watchForRestart(signal === 'SIGTERM' ? moving.pages : [])
    const found: string[] = []
    await fleet.outages.during(server, async () => {
      const code = await fleet.running(server).end(signal)
      if (signal === 'SIGTERM' && code !== 0) found.push(`An orderly stop ended with ${code}.`)
      found.push(...(await moving.late()), ...told.missing())
      await fleet.start(server)
    })
    return found
  },
})

export const killed = (server: number) => dies(`server ${server} killed`, server, 'SIGKILL')
export const stopped = (server: number) => dies(`server ${server} stopped in order`, server, 'SIGTERM')

/** Nobody is left to take anything over; what was acknowledged is in the log alone. */
export const killedTogether: FleetFault = {
  name: 'every server killed at once',
  async strike(fleet) {
    await fleet.outages.during(null, async () => {
      await Promise.all(fleet.servers.map((server) => fleet.running(server).end('SIGKILL')))
      await fleet.open()
    })
    return []
  },
}

/** It is started anew to be told where to die; where nothing leads it there, it dies of a kill, and the run says so. */
export const diesAt = (
  point: 'after-commit' | 'before-tell' | 'before-publish' | 'mid-phase-end',
  pass: number,
  server: number,
  tell: (words: string) => void = () => undefined,
): FleetFault => ({
  name: `server ${server} dies at ${point}, pass ${pass}`,
  async strike(fleet, tables) {
    const found: string[] = []
    await fleet.outages.during(server, async () => {
      await fleet.running(server).end('SIGTERM')
      if (!(await fleet.start(server, `${point}:${pass}`))) await fleet.start(server)
    })
    const { pid } = fleet.running(server)
    const end = Date.now() + COMES_TO_MS
    while (isAlive(pid) && Date.now() < end) await wait(10)
    if (isAlive(pid)) tell(`server ${server} did not come to ${point} for the ${pass}th time`)
    const moving = watchTheMove(fleet, tables, server)
    await fleet.outages.during(server, async () => {
      await fleet.running(server).end('SIGKILL')
      found.push(...(await moving.late()))
      await fleet.start(server)
    })
    return found
  },
})

/** It stands still and keeps its connections, as in a long collection of garbage or on a machine that swaps. */
export const frozen = (server: number, ms: number): FleetFault => ({
  name: `server ${server} frozen for ${ms} ms`,
  async strike(fleet) {
    const { pid } = fleet.running(server)
    await fleet.outages.during(server, async () => {
      process.kill(pid, 'SIGSTOP')
      try {
        await wait(ms)
      } finally {
        process.kill(pid, 'SIGCONT')
      }
    })
    return []
  },
})

/** It hangs until its pages are elsewhere, and for `ms` at least. */
export const hung = (server: number, ms = 0): FleetFault => ({
  name: `server ${server} hanging for ${ms} ms or until it is left`,
  async strike(fleet, tables) {
    const { pid } = fleet.running(server)
    const moving = watchTheMove(fleet, tables, server, LEFT_MS)
    const found: string[] = []
    await fleet.outages.during(server, async () => {
      process.kill(pid, 'SIGSTOP')
      const until = wait(ms)
      try {
        found.push(...(await moving.late()))
        await until
      } finally {
        process.kill(pid, 'SIGCONT')
      }
    })
    return found
  },
})

/** Which server has pages is drawn with the ids of the rooms; the one that has the most hangs until they are elsewhere. */
export const fullestHung: FleetFault = {
  name: 'the server with the most pages hanging until it is left',
  strike(fleet, tables) {
    const now = Date.now()
    const led = tables.flatMap(pagesOf).map(({ number }) => fleet.serverOf(number, now))
    const pagesAt = (server: number) => led.filter((one) => one === server).length
    return hung(fleet.servers.reduce((most, one) => (pagesAt(one) > pagesAt(most) ? one : most))).strike(fleet, tables)
  },
}

/** It gets a quarter of its processor, in short pieces. */
export const slowed = (server: number, ms: number): FleetFault => ({
  name: `server ${server} slowed down for ${ms} ms`,
  async strike(fleet) {
    const { pid } = fleet.running(server)
    const end = Date.now() + ms
    await fleet.outages.during(server, async () => {
      while (Date.now() < end) {
        process.kill(pid, 'SIGSTOP')
        await wait(150)
        process.kill(pid, 'SIGCONT')
        await wait(50)
      }
    })
    return []
  },
})

/** Nothing is out of service without the engine: clocks and pages are judged as ever. */
export const engineKilled = (awayMs: number): FleetFault => ({
  name: `the engine killed, and back empty after ${awayMs} ms`,
  async strike({ engine }) {
    await engine.kill()
    await wait(awayMs)
    await engine.startAgain()
    return []
  },
})

export const enginePaused = (ms: number): FleetFault => ({
  name: `the engine paused for ${ms} ms`,
  async strike({ engine }) {
    engine.pause()
    await wait(ms)
    engine.resume()
    return []
  },
})

/** Every page is led to one server, and after a while to all of them again. */
export const switched = (server: number, ms: number): FleetFault => ({
  name: `every page moved to server ${server} for ${ms} ms`,
  async strike({ balancer, servers }) {
    balancer.use([server])
    await wait(ms)
    balancer.use(servers)
    balancer.spread()
    return []
  },
})

/** The chair removes somebody; the chair's page and theirs may be on different servers. */
export const removed = (dice: Dice): FleetFault => ({
  name: 'somebody removed',
  async strike(_, tables) {
    const [page, { chair }] = somebodyIn(tables, dice)
    const { viewer } = page.link.view
    if (viewer?.kind !== 'person') return []
    const answer = await chair.submit({ type: 'removePerson', person: viewer.person })
    if (!answer.ok) return []
    page.outSince = Date.now()
    return isOut(page, 'removed')
  },
})

/** Somebody signs out elsewhere: the database tells every server. */
export const signedOut = (dice: Dice): FleetFault => ({
  name: 'somebody signed out',
  async strike(_, tables) {
    const [page] = somebodyIn(tables, dice)
    const { sessionId } = page.who
    if (sessionId === null) return []
    await revokeSession(sessionId)
    page.outSince = Date.now()
    return isOut(page, 'refused')
  },
})

function somebodyIn(tables: readonly Table[], dice: Dice): [WatchedPage, Table] {
  const seated = tables.flatMap((table) =>
    table.delegates
      .filter(({ link, outSince }) => outSince === null && link.view.connection.kind === 'live')
      .map((page): [WatchedPage, Table] => [page, table]),
  )
  const picked = seated[Math.floor(dice() * seated.length)]
  if (!picked) throw new Error('Nobody is left who could go.')
  return picked
}

async function isOut(page: WatchedPage, kind: 'removed' | 'refused'): Promise<string[]> {
  const end = Date.now() + LONGEST_MS
  while (page.link.view.connection.kind !== kind) {
    if (Date.now() > end) return [`L4 a page of somebody who is out is still ${page.link.view.connection.kind}.`]
    await wait(10)
  }
  return []
}

/** Watches the pages that are with a server now; `late` waits for them and names those that were not on another one in time. */
function watchTheMove(fleet: Fleet, tables: readonly Table[], server: number, withinMs = MOVED_MS) {
  const lag = monitorEventLoopDelay({ resolution: 10 })
  lag.enable()
  const from = Date.now()
  // A server that has just died may have left its pages already.
  const wasLive = ({ standings }: WatchedPage) => standings.findLast(({ at }) => at < from - MOMENT_MS)?.isLive
  const pages = tables
    .flatMap(pagesOf)
    .filter((page) => fleet.serverOf(page.number, from) === server && page.outSince === null && wasLive(page))
  const backAt = ({ standings }: WatchedPage): number | undefined => {
    const since = standings.filter(({ at }) => at >= from - MOMENT_MS)
    const left = since.findIndex(({ isLive }) => !isLive)
    return left < 0 ? undefined : since.slice(left).find(({ isLive }) => isLive)?.at
  }
  return {
    pages,
    async late(): Promise<string[]> {
      const end = Date.now() + LONGEST_MS
      const awaited = pages.filter(({ outSince }) => outSince === null)
      while (awaited.some((page) => backAt(page) === undefined) && Date.now() < end) await wait(20)
      lag.disable()
      return awaited.flatMap((page) => {
        const back = backAt(page) ?? Number.POSITIVE_INFINITY
        const took = back - from
        fleet.moves.push(took)
        const waited = fleet.waited.within(fleet.serverOf(page.number, back), from, back)
        if (took <= withinMs + lag.max / 1e6 + waited) return []
        return [
          `A page of server ${server} was on another one after ${took} ms, ${Math.round(waited)} of them the machine's.`,
        ]
      })
    },
  }
}
