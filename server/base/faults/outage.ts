/**
 * What a server needs and can be without for a while: one line of level 50 when it is gone and one of level 30 when it is back, however many
 * have asked for it in between. Nothing else tells of these.
 */
import { countFault } from './fault-counts'
import { faultName, LINE_BROKE, type Link, linksOf, placesOf } from './fault-name'
import { journal } from './journal'

const NEEDED = {
  database: { gone: 'the database does not answer', back: 'the database answers again' },
  disk: { gone: 'the disk of the database is full', back: 'the disk of the database has room again' },
  engine: { gone: 'the engine between servers does not answer', back: 'the engine between servers answers again' },
  mail: { gone: 'the mail server takes no mail', back: 'the mail server takes mail again' },
  backup: { gone: 'no backup could be made', back: 'backups are made again' },
} as const

export type Needed = keyof typeof NEEDED

/** It is back once it has served for so long without a failure: a database that starts takes some lines and drops others. */
const STEADY_MS = 3_000

type Absence = {
  /** When it began, in ms since 1970 and as `performance.now()`. */
  since: number
  from: number
  /** How often it has failed. */
  times: number
  failedAt: number
  /** Ends the absence, unless it fails once more before. */
  ending: NodeJS.Timeout | null
}

/** On `globalThis`, because Next bundles its own copies of this module. */
const shared: typeof globalThis & { __trackTwoAbsences?: Map<Needed, Absence> } = globalThis
shared.__trackTwoAbsences ??= new Map()
const absences = shared.__trackTwoAbsences

type Where = Readonly<Record<string, string | number>>

/** It was asked for and has failed. The first time is a line of level 50; the others are counted. */
export function failed(needed: Needed, error: unknown, where: Where = {}): void {
  const now = performance.now()
  const known = absences.get(needed)
  if (known) {
    known.times += 1
    known.failedAt = now
    if (known.ending) clearTimeout(known.ending)
    known.ending = null
    return
  }
  absences.set(needed, { since: Date.now(), from: now, times: 1, failedAt: now, ending: null })
  countFault(NEEDED[needed].gone)
  journal.error({ ...where, fault: faultName(error), at: placesOf(error) }, NEEDED[needed].gone)
}

/**
 * It has served what was asked at `askedAt` (`performance.now()`). An answer to a question from before the last failure says nothing. Cheap
 * while nothing is gone.
 */
export function served(needed: Needed, askedAt: number = performance.now()): void {
  const absence = absences.get(needed)
  if (!absence || absence.ending || askedAt < absence.failedAt) return
  const lasted = performance.now() - absence.from
  absence.ending = setTimeout(() => {
    absences.delete(needed)
    journal.info({ seconds: Math.round(lasted / 100) / 10, times: absence.times }, NEEDED[needed].back)
  }, STEADY_MS).unref()
}

/** Since when it has been gone, in ms since 1970; null while it serves. */
export const goneSince = (needed: Needed): number | null => absences.get(needed)?.since ?? null

/** What is gone now, with its sentence and since when, in ms since 1970. */
export const whatIsGone = (): { what: string; since: number }[] =>
  [...absences].map(([needed, { since }]) => ({ what: NEEDED[needed].gone, since }))

/** PostgreSQL's and Prisma's codes for a disk that takes nothing, and the system's. */
const DISK: ReadonlySet<string> = new Set(['53100', 'ENOSPC', 'EDQUOT'])
/** A database that stops, starts, has become a copy that is only read, or takes no further line. */
const DATABASE: ReadonlySet<string> = new Set([
  ...['57P01', '57P02', '57P03', '25006', '53300', 'P1001', 'P1002', 'P1008', 'P1017'],
  ...['DatabaseLost', 'DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections'],
])
/** What takes too long, and lines that do not say whose they were: put down to the database only while that is known to be gone. */
const PERHAPS: ReadonlySet<string> = new Set([
  ...['P2024', 'P2028', '57014', '55P03'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'],
])

/** Which of these an error tells to be gone; null when it is a fault of another kind. */
export function goneBy(error: unknown): Needed | null {
  const links = linksOf(error)
  const has = (holds: (word: string) => boolean) =>
    links.some(({ name, code, reason }: Link) => [name, code, reason].some((word) => word !== null && holds(word)))
  if (has((word) => DISK.has(word))) return 'disk'
  if (has((word) => DATABASE.has(word) || LINE_BROKE.has(word) || /^08\w{3}$/.test(word))) return 'database'
  return goneSince('database') !== null && has((word) => PERHAPS.has(word)) ? 'database' : null
}
