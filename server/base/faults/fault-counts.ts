/** How often each kind of fault was written to the log since the start of this process, and when last: what the page of this server shows. */

export type FaultCount = {
  /** The line of the log. */
  what: string
  times: number
  /** Ms since 1970. */
  lastAt: number
}

/** Kinds are sentences of the code; the few that name a fault within would otherwise add up without end. */
const MOST_KINDS = 50

/** On `globalThis`, because Next bundles its own copies of this module. */
const shared: typeof globalThis & { __trackTwoFaults?: Map<string, FaultCount> } = globalThis
shared.__trackTwoFaults ??= new Map()
const counts = shared.__trackTwoFaults

/** One more line of level 50 of this kind. */
export function countFault(what: string, now = Date.now()): void {
  const { times } = counts.get(what) ?? { times: 0 }
  // Deleted and set again, so that the Map keeps the kinds in the order of their last line.
  counts.delete(what)
  counts.set(what, { what, times: times + 1, lastAt: now })
  const [oldest] = counts.keys()
  if (counts.size > MOST_KINDS && oldest !== undefined) counts.delete(oldest)
}

/** The kinds of fault, the latest first. */
export const faultCounts = (): FaultCount[] => [...counts.values()].reverse()
