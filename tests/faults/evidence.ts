/** What a run leaves for its judge: what every page noted, what the database holds, and when something was broken. */
import type { RoomId } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/kernel/record'
import type { RoomView } from '../../app/_room/room-view'
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
}

/**
 * `words` were acknowledged; `latestMs` is the timer that came latest; `heardAfterMs` is how long after its commit each page heard each
 * row; `slackMs` is the evidence's.
 */
export type Verdict = {
  broken: string[]
  rows: number
  words: number
  phases: number
  latestMs: number
  heardAfterMs: number[]
  slackMs: number
}

/** A verdict in figures, for a run's last line. */
export function figuresOf({ broken, heardAfterMs, slackMs, ...counts }: Verdict) {
  const heard = heardAfterMs.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(heard[Math.min(heard.length - 1, Math.floor(heard.length * share))] ?? 0)
  return {
    ...counts,
    heardAfterMs: { p50: at(0.5), p99: at(0.99), max: at(1) },
    slackMs: Math.round(slackMs),
    broken: broken.length,
  }
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
  return { tables: found, outages: ground.outages, serverOf: (page, at) => ground.serverOf(page.number, at), slackMs }
}

/** How many rows each room has by now. */
export async function lengthsOf(ground: Ground, tables: readonly Table[]): Promise<ReadonlyMap<RoomId, number>> {
  const lengths = new Map<RoomId, number>()
  for (const { roomId } of tables) lengths.set(roomId, (await ground.database.read(roomId)).length)
  return lengths
}
