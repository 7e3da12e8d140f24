/**
 * Judges what came to the pages: soon after it was saved, once, without a step back, nothing to who is out, and nobody counted as absent
 * who was there.
 */
import { evolve } from '#simulation/engine/room'
import { mayHear } from '#simulation/secrecy/may-hear'
import type { RoomState } from '#simulation/state/room-state'
import { type Evidence, nameOf, pagesOf, type TableEvidence, type Verdict, type Witness } from './evidence'

/** A page that is in its room hears a row so soon after its commit, whichever server saved it and whether or not there is an engine. */
const CURRENT_MS = 2_000
/** After an outage, so much later. */
const RECOVERY_MS = 3_000
/** Who is removed or signed out hears nothing more after this time, whichever server they are on. */
const OUT_MS = 1_000
/** Who has been away for less than 20 s is not absent; two of them are for messages that were under way. */
const SURELY_THERE_MS = 18_000

type Stretch = { from: number; to: number }

export function judgeDelivery(table: TableEvidence, evidence: Evidence, verdict: Verdict): string[] {
  return [
    ...pagesOf(table).flatMap((page) => [
      ...judgeSteps(page),
      ...judgeOut(page, evidence.slackMs),
      ...(page.outSince === null ? judgeCurrency(page, table, evidence, verdict) : []),
    ]),
    ...judgeAbsence(table),
    ...judgePresence(table),
  ]
}

/** What a page holds never gets less, and no row comes to it twice. */
function judgeSteps(page: Witness): string[] {
  const back = page.standings.find(({ seq }, index) => seq < (page.standings[index - 1]?.seq ?? 0))
  return [
    ...page.toldTwice.map((seq) => `L3 ${nameOf(page)} was told row ${seq} a second time.`),
    ...(back && page.outSince === null
      ? [`L3 ${nameOf(page)} stood at row ${back.seq} after it had stood further.`]
      : []),
  ]
}

function judgeOut(page: Witness, slackMs: number): string[] {
  const { outSince } = page
  if (outSince === null) return []
  const late = [...page.heard].filter(([, at]) => at > outSince + OUT_MS + slackMs)
  return late.map(([word, at]) => `L4 somebody who was out was sent ${word} ${at - outSince} ms later.`)
}

function judgeCurrency(page: Witness, table: TableEvidence, evidence: Evidence, verdict: Verdict): string[] {
  const { viewer } = page.link.view
  if (!viewer) return []
  const { rows, committedAt } = table
  // A row of before that was not for this reader is due to them from then on only, and no number of it comes earlier (R6).
  const opened = rows.findIndex(({ event }) => event.type === 'RecordUnsealed')
  const stretches = stretchesOf(page, evidence)
  const broken: string[] = []
  let standing = 0
  let stretch = 0
  for (const [index, row] of rows.entries()) {
    while (standing < page.standings.length && (page.standings[standing]?.seq ?? 0) < row.seq) standing += 1
    const heardAt = page.standings[standing]?.at ?? Number.POSITIVE_INFINITY
    const saved = committedAt[index] ?? row.at
    const allowed = CURRENT_MS + evidence.slackMs
    const dueIn = ({ from }: Stretch) => Math.max(from, saved) + allowed
    // In a stretch that ended before its time was over nothing can be demanded.
    while (stretch < stretches.length && isTooShort(stretches[stretch], dueIn)) stretch += 1
    const within = stretches[stretch]
    if (!within || !mayHear(row, viewer, opened !== -1 && index >= opened)) continue
    const since = Math.max(within.from, saved)
    const late = heardAt - since
    if (saved >= within.from && heardAt <= within.to) verdict.heardAfterMs.push(Math.max(0, late))
    if (late <= allowed) continue
    if (late <= allowed + evidence.waitedMs(evidence.serverOf(page, within.from), since, heardAt))
      verdict.machineLate += 1
    else
      broken.push(
        `L7 ${nameOf(page)} heard row ${row.seq} ${Math.round(late)} ms after it could have heard it, at ${clockTime(heardAt)}.`,
      )
  }
  return broken
}

/** As the lines that tell of the faults have it, so that what is late can be laid beside them. */
const clockTime = (at: number): string => (Number.isFinite(at) ? new Date(at).toISOString().slice(11, 23) : 'no time')

const isTooShort = (stretch: Stretch | undefined, dueIn: (stretch: Stretch) => number): boolean =>
  stretch !== undefined && stretch.to < dueIn(stretch)

/** When the page was in its room, on a server that could serve it. */
function stretchesOf(page: Witness, { outages, serverOf }: Evidence): Stretch[] {
  const live: Stretch[] = []
  for (const { at, isLive } of page.standings) {
    const last = live.at(-1)
    const isOpen = last?.to === Number.POSITIVE_INFINITY
    if (isLive && !isOpen) live.push({ from: at, to: Number.POSITIVE_INFINITY })
    if (!isLive && last && isOpen) last.to = at
  }
  return live.flatMap((stretch) => {
    const kept = outages.ofPages(serverOf(page, stretch.from)).toSorted((a, b) => a.from - b.from)
    let { from } = stretch
    const parts: Stretch[] = []
    for (const outage of kept) {
      if (outage.to + RECOVERY_MS <= from || outage.from >= stretch.to) continue
      if (outage.from > from) parts.push({ from, to: outage.from })
      from = Math.max(from, outage.to + RECOVERY_MS)
    }
    return from < stretch.to ? [...parts, { from, to: stretch.to }] : parts
  })
}

/** S10: nobody is marked as absent whose page was in the room a moment before, on whichever server. */
function judgeAbsence({ rows, delegates }: TableEvidence): string[] {
  const broken: string[] = []
  let state: RoomState | null = null
  for (const row of rows) {
    const { event, at, seq } = row
    if (event.type === 'SeatAbsent') {
      const holder = state?.seats[event.seat]?.holder
      const page = delegates.find(
        ({ link }) => link.view.viewer?.kind === 'person' && link.view.viewer.person === holder,
      )
      const there = page && lastThere(page, at)
      if (there !== undefined && at - there < SURELY_THERE_MS)
        broken.push(`S10 row ${seq} marks ${event.seat} as absent, whose page was there ${at - there} ms before.`)
    }
    state = evolve(state, row)
  }
  return broken
}

function lastThere({ standings }: Witness, at: number): number {
  const before = standings.filter((standing) => standing.at <= at)
  return before.at(-1)?.isLive ? at : (before.at(before.findLastIndex(({ isLive }) => isLive) + 1)?.at ?? 0)
}

/** At the end every page shows everybody who is there as there. */
function judgePresence(table: TableEvidence): string[] {
  const there = whoIsThere(table)
  return pagesOf(table)
    .filter((page) => page.outSince === null && shown(page) !== there)
    .map((page) => `L7 ${nameOf(page)} is shown ${shown(page)} as there, not ${there}.`)
}

/** Whether every page shows the same people as there, and they are those who are. */
export const isPresenceTold = (table: Pick<TableEvidence, 'chair' | 'delegates'>): boolean =>
  pagesOf(table).every((page) => page.outSince !== null || shown(page) === whoIsThere(table))

const shown = ({ link }: Witness): string => link.view.presence.people.toSorted().join(' ')

const whoIsThere = ({ delegates }: Pick<TableEvidence, 'delegates'>): string =>
  delegates
    .flatMap(({ link, outSince }) =>
      outSince === null && link.view.viewer?.kind === 'person' ? [link.view.viewer.person] : [],
    )
    .toSorted()
    .join(' ')
