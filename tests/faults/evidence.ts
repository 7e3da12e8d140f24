/** What a run leaves for its judge: what every page noted, what the database holds, and when something was broken. */
import type { RoomId } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/shapes/record'
import type { RoomView } from '../../app/_room/link/room-view'
import type { Ground, Table } from './classroom'
import type { WatchedPage } from './journal-of-pages'
import type { Outages } from './outage'

/** A page as the judge sees it, so that a test of the judge can show it a page that was never there. */
export type Witness = Pick<
  WatchedPage,
  'number' | 'who' | 'sent' | 'heard' | 'toldTwice' | 'standings' | 'outSince' | 'mislaid'
> & {
  readonly link: { readonly view: Pick<RoomView, 'viewer' | 'state' | 'seq' | 'connection' | 'presence'> }
}

export type TableEvidence = {
  chair: Witness
  delegates: readonly Witness[]
  rows: readonly Recorded[]
  /** When each row was committed, in milliseconds since 1970. */
  committedAt: readonly number[]
}

export type Evidence = {
  tables: readonly TableEvidence[]
  outages: Outages
  serverOf: (page: Witness, at: number) => number | null
  /** What this machine itself was late by, as measured while the run went on. */
  slackMs: number
  /** How long, between two moments, the machine let whoever serves this page of that server wait for a processor. */
  waitedMs: (server: number | null, from: number, to: number) => number
}

/**
 * `words` were acknowledged; `latestMs` is the timer that came latest; `heardAfterMs` is how long after its commit each page heard each
 * row; `machineLate` came too late by what the machine let it wait and no more; `slackMs` is the evidence's.
 */
export type Verdict = {
  broken: string[]
  rows: number
  words: number
  phases: number
  latestMs: number
  heardAfterMs: number[]
  machineLate: number
  slackMs: number
}

/** A verdict in figures, for a run's last line. */
export function figuresOf({ broken, heardAfterMs, slackMs, ...counts }: Verdict) {
  return {
    ...counts,
    heardAfterMs: spreadOf(heardAfterMs),
    slackMs: Math.round(slackMs),
    broken: broken.length,
  }
}

/** The median of some milliseconds, what one in a hundred exceeds, and the most. */
export function spreadOf(milliseconds: readonly number[]) {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return { p50: at(0.5), p99: at(0.99), max: at(1) }
}

export const pagesOf = <Page>({ chair, delegates }: { chair: Page; delegates: readonly Page[] }): readonly Page[] => [
  chair,
  ...delegates,
]

export const nameOf = ({ link }: Witness): string => {
  const { viewer } = link.view
  return viewer?.kind === 'person' ? `${viewer.seat ?? 'somebody standing'}` : `the ${viewer?.kind ?? 'page'}`
}

export async function gather(ground: Ground, tables: readonly Table[], slackMs: number): Promise<Evidence> {
  const found: TableEvidence[] = []
  for (const { roomId, chair, delegates } of tables) {
    const rows = await ground.database.read(roomId)
    found.push({ chair, delegates, rows, committedAt: await ground.database.committedAt(roomId) })
  }
  return {
    tables: found,
    outages: ground.outages,
    serverOf: (page, at) => ground.serverOf(page.number, at),
    slackMs,
    waitedMs: (server, from, to) => ground.waited.within(server, from, to),
  }
}

/** How many rows each room has by now. */
export async function lengthsOf(ground: Ground, tables: readonly Table[]): Promise<ReadonlyMap<RoomId, number>> {
  const lengths = new Map<RoomId, number>()
  for (const { roomId } of tables) lengths.set(roomId, (await ground.database.read(roomId)).length)
  return lengths
}
