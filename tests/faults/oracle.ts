/**
 * Judges a run: compares what every page sent and heard, and what the database holds, with the laws L1 to L12 and L19 (tests/LAWS.md), and reports
 * each violation in a sentence.
 */

import { evolve, fold } from '#simulation/engine/room'
import { nextDue } from '#simulation/engine/timers'
import { mayHear } from '#simulation/secrecy/may-hear'
import type { Recorded } from '#simulation/shapes/record'
import type { RoomState } from '#simulation/state/room-state'
import { written } from '../support/files/written'
import { viewOf } from '../support/stories/heard'
import { judgeDelivery } from './delivery'
import { type Evidence, nameOf, pagesOf, type TableEvidence, type Verdict } from './evidence'
import { wordsIn } from './marked-words'

/** A timer may be so late; after an outage, so late from its end. */
const LATE_MS = 2_000
const LATE_AFTER_OUTAGE_MS = 5_000
/** Waits of several processes are added up, so a clock that stood still could hide behind a busy machine; behind more than this it cannot. */
const MOST_EXCUSED_MS = 10_000

export function judge(evidence: Evidence): Verdict {
  const { slackMs } = evidence
  const verdict: Verdict = {
    broken: [],
    rows: 0,
    words: 0,
    phases: 0,
    latestMs: 0,
    heardAfterMs: [],
    machineLate: 0,
    slackMs,
  }
  for (const [index, table] of evidence.tables.entries()) {
    const { rows } = table
    const found = [
      ...judgeWords(table, verdict),
      ...judgeOrder(rows),
      ...judgeSecrecy(table),
      ...judgeSides(rows),
      ...judgePhases(table, evidence, verdict),
      ...judgeViews(table),
      ...judgeLeftovers(rows, slackMs),
      ...judgeDelivery(table, evidence, verdict),
    ]
    verdict.rows += rows.length
    verdict.broken.push(...found.map((words) => `Table ${index + 1}: ${words}`))
  }
  return verdict
}

function judgeWords(table: TableEvidence, verdict: Verdict): string[] {
  const broken: string[] = []
  const kept = new Map<string, number>()
  for (const { event } of table.rows) for (const word of wordsIn(event)) kept.set(word, (kept.get(word) ?? 0) + 1)
  for (const page of pagesOf(table)) {
    for (const { word, command, answer } of page.sent) {
      if (word === '') continue
      if (answer?.ok) verdict.words += 1
      const times = kept.get(word) ?? 0
      if (answer?.ok && times === 0) broken.push(`L1 ${command.type} ${word} was acknowledged and is lost.`)
      if (answer && !answer.ok && times > 0) broken.push(`L1 ${command.type} ${word} was refused and is there.`)
      if (times > 1) broken.push(`L2 ${command.type} ${word} is there ${times} times.`)
      if (answer === null && page.outSince === null) broken.push(`L9 ${command.type} ${word} has had no answer.`)
    }
    if (page.outSince === null)
      for (const word of page.mislaid) broken.push(`L9 ${word} is on no page and has no answer.`)
  }
  return broken
}

/** Numbers without a gap, time that does not run back, and every command carried out once. */
export function judgeOrder(rows: readonly Recorded[]): string[] {
  const broken: string[] = []
  const commands = new Map<string, number>()
  let at = 0
  for (const [index, row] of rows.entries()) {
    if (row.seq !== index + 1) broken.push(`L3 row ${row.seq} stands where ${index + 1} should.`)
    if (row.at < at) broken.push(`L11 row ${row.seq} is older than the one before it.`)
    at = row.at
    // The rows of one command stand together, so one that was carried out twice begins twice.
    if (rows[index - 1]?.commandId !== row.commandId) {
      const times = (commands.get(row.commandId) ?? 0) + 1
      commands.set(row.commandId, times)
      if (times > 1) broken.push(`L2 command ${row.commandId} was carried out twice.`)
    }
  }
  return broken
}

/** Who the database says is out of the activity is who the logs leave out, from the same instant. */
export function judgeMembership(
  rows: readonly Recorded[],
  people: readonly { id: string; removedAt: Date | null }[],
): string[] {
  const removed = new Set<string>(fold(rows)?.removed)
  const since = new Map<string, number>()
  for (const { at, event } of rows) if (event.type === 'PersonRemoved') since.set(event.person, at)
  return people.flatMap(({ id, removedAt }) => {
    const at = removed.has(id) ? since.get(id) : undefined
    return removedAt?.getTime() === at ? [] : [`${id} is out since ${removedAt?.getTime()} and was removed at ${at}.`]
  })
}

/** Against every word that came over each wire, at any time: was it ever that viewer's to hear? */
function judgeSecrecy(table: TableEvidence): string[] {
  const { rows } = table
  const unsealed = rows.some(({ event }) => event.type === 'RecordUnsealed')
  const told = new Map<string, Recorded[]>()
  for (const row of rows) for (const word of wordsIn(row.event)) told.set(word, [...(told.get(word) ?? []), row])
  return pagesOf(table).flatMap((page) => {
    const { viewer } = page.link.view
    if (!viewer) return page.outSince === null ? ['L7 a page has no viewer at the end.'] : []
    return [...page.heard.keys()].flatMap((word) =>
      told.get(word)?.some((row) => mayHear(row, viewer, unsealed))
        ? []
        : [`L4 ${nameOf(page)} was sent ${word}, which is not theirs.`],
    )
  })
}

/** Nobody changes delegation by their own command. */
function judgeSides(rows: readonly Recorded[]): string[] {
  const sides = new Map<string, string>()
  return rows.flatMap(({ event, by, seq }) => {
    if (event.type !== 'SeatTaken' || event.seat.startsWith('observer.')) return []
    const [before, side] = [sides.get(event.person), event.seat.slice(0, 2)]
    sides.set(event.person, side)
    const hops = by.startsWith('p:') && before !== undefined && before !== side
    return hops ? [`L12 in row ${seq} ${event.person} goes from ${before} to ${side} by their own hand.`] : []
  })
}

function judgePhases(table: TableEvidence, evidence: Evidence, verdict: Verdict): string[] {
  const { rows } = table
  const late = (due: number, { at, seq }: Recorded) => judgeTimer(table, { due, at, seq }, evidence, verdict)
  const broken: string[] = []
  let state: RoomState | null = null
  let last = -1
  for (const row of rows) {
    const { event, at, seq } = row
    switch (event.type) {
      case 'PhaseStarted':
        if (event.index !== last + 1) broken.push(`L5 phase ${event.index} starts after phase ${last}.`)
        if (state?.agenda.status === 'running') broken.push(`L5 phase ${event.index} starts while another runs.`)
        last = event.index
        verdict.phases += 1
        break
      case 'PhaseEnded': {
        if (state?.agenda.status !== 'running' || state.agenda.index !== event.index)
          broken.push(`L5 phase ${event.index} ends and does not run.`)
        if (event.cause === 'planned') broken.push(...late(state?.clock?.endsAt ?? at, row))
        break
      }
      case 'FloorEnded':
        if (event.cause === 'time') broken.push(...late(state?.floor.holder?.until ?? at, row))
        break
      // A caucus belongs to no phase, so it goes on while an end that is late is waited for; but not before the first nor after the talks.
      case 'CaucusSpoken': {
        const kind = state?.plan.phases[last]?.kind
        if (kind === undefined || kind === 'reflection' || kind === 'debrief')
          broken.push(`C1 CaucusSpoken in row ${seq} landed outside the talks.`)
        break
      }
      case 'StatementMade':
      case 'HandRaised':
      case 'BilateralSpoken':
        if (state?.agenda.status !== 'running' || at >= (state.clock?.endsAt ?? 0))
          broken.push(`L5 ${event.type} in row ${seq} landed after its phase had ended.`)
        break
      default:
    }
    state = evolve(state, row)
  }
  return broken
}

/** L6: not before its time; soon after it, or soon after whatever kept it from being on time was over. */
function judgeTimer(
  table: TableEvidence,
  { due, at, seq }: { due: number; at: number; seq: number },
  { outages, slackMs, serverOf, waitedMs }: Evidence,
  verdict: Verdict,
): string[] {
  if (at < due) return [`L6 row ${seq} came ${due - at} ms early.`]
  const kept = outages.ofClocks().filter(({ from, to }) => from <= at && to >= due - LATE_MS)
  const since = Math.max(due, ...kept.map(({ to }) => Math.min(to, at)))
  const late = at - since
  verdict.latestMs = Math.max(verdict.latestMs, late)
  const allowed = (kept.length > 0 ? LATE_AFTER_OUTAGE_MS : LATE_MS) + slackMs
  if (late <= allowed) return []
  // Any server that has the table's pages may have had its clock.
  const waited = Math.max(...pagesOf(table).map((page) => waitedMs(serverOf(page, at), since, at)))
  if (late > allowed + Math.min(waited, MOST_EXCUSED_MS)) return [`L6 row ${seq} came ${late} ms late.`]
  verdict.machineLate += 1
  return []
}

function judgeViews(table: TableEvidence): string[] {
  const { rows } = table
  const unsealed = rows.some(({ event }) => event.type === 'RecordUnsealed')
  const broken: string[] = []
  for (const page of pagesOf(table)) {
    const { viewer, state, seq, connection } = page.link.view
    if (page.outSince !== null) {
      if (viewer || state) broken.push(`L4 ${nameOf(page)} is out and still reads the room.`)
    } else if (!viewer || connection.kind !== 'live') broken.push(`L7 a page is ${connection.kind} at the end.`)
    else {
      const told = viewOf(rows, viewer, unsealed)
      if (seq !== told.length) broken.push(`L3 ${nameOf(page)} stands at row ${seq} of ${told.length}.`)
      else if (written(state) !== written(fold(told)))
        broken.push(
          `${viewer.kind === 'chair' ? 'L10' : 'L7'} ${nameOf(page)} sees another room than the log folds into.`,
        )
    }
  }
  return broken
}

/** Nothing that the clock owes has been forgotten. */
function judgeLeftovers(rows: readonly Recorded[], slackMs: number): string[] {
  const state = fold(rows)
  const due = state && nextDue(state, Date.now())
  if (!due || due.at <= 0 || due.at > Date.now() - LATE_AFTER_OUTAGE_MS - slackMs) return []
  return [`L6 ${due.command.type} was due ${Date.now() - due.at} ms ago and has been forgotten.`]
}
