// A log without the words that were taken off it, and the room that it leads to: what the server, its pages and its files read.

import { allAtOnce } from '../kernel/steps'
import { changesWords } from '../questions/strikes'
import type { MaskedRow } from '../secrecy/masked-row'
import { isRedacted, type VisibleRow } from '../secrecy/visible-row'
import type { Recorded } from '../shapes/record'
import type { RoomState } from '../state/room-state'
import { justRecorded, masked, takenOff, takenOffBy } from './masking'
import { fold, foldSteps } from './room'

export type MaskedLog = Readonly<{ rows: readonly MaskedRow[]; state: RoomState | null }>

/** The log and the room. Folded twice where words were taken off: which row a public number names is known once it is folded. */
export const maskedLog = (rows: readonly Recorded[]): MaskedLog => allAtOnce(maskedLogSteps(rows))

/** `maskedLog`, with a step after each row, so that a server can do other work between two of a long log. */
export function* maskedLogSteps(rows: readonly Recorded[]): Generator<void, MaskedLog> {
  const whole = yield* foldSteps(rows)
  const shown = masked(rows, seqIn(whole))
  return { rows: shown, state: rows.some(changesWords) ? yield* foldSteps(shown) : whole }
}

/**
 * The masked rows of a log with more rows at its end; `log` are all as they were recorded. Where words are taken off or put back it is a new
 * list, because others hold the old one; else the same list, grown.
 */
export function grown(shown: MaskedRow[], log: () => readonly Recorded[], news: readonly Recorded[]): MaskedRow[] {
  if (news.some(changesWords)) return [...maskedLog(log()).rows]
  for (const row of justRecorded(news)) shown.push(row)
  return shown
}

/** What was taken off an entry's words, in their order. */
export const takenOffIn = (rows: readonly Recorded[], entry: string): readonly string[] =>
  takenOff(rows, seqIn(fold(rows)), entry)

/**
 * The rows that a page holds, once one more row has come that takes words off them; `state` is folded from them all. Words that are put back
 * a page does not have: it joins anew.
 */
export function withWordsOff(
  rows: readonly VisibleRow[],
  row: Recorded,
  state: RoomState | null,
): readonly VisibleRow[] {
  const heard = rows.flatMap((each) => (isRedacted(each) ? [] : [each]))
  const events = takenOffBy(row, heard, seqIn(state))
  return rows.map((each) => {
    const event = events.get(each.seq)
    return isRedacted(each) || !event ? each : { ...each, event }
  })
}

const seqIn =
  (state: RoomState | null) =>
  (entry: number): number | null =>
    state?.record.at(entry - 1)?.seq ?? null
