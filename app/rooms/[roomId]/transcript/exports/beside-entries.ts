// The additions to a record's entries for one reader: the chair's bookmarks, how many seats could read what was sealed, and
// whether an entry is private, that is, not for the whole class. Additions to entries outside the reader's own rows are left out.

import { strikableAt } from '#simulation/reading/log/strikes'
import { paragraphs } from '#simulation/reading/log/transcript'
import type { Beside } from '#simulation/reading/record/record-page'
import { isForTheClass } from '#simulation/secrecy/may-hear'
import { isRedacted, type VisibleRow } from '#simulation/secrecy/visible-row'
import { openedFrom } from '#simulation/state/numbered-entries'
import type { RoomState } from '#simulation/state/room-state'
import type { TranscriptData } from './transcript-data'

export type ReadBeside = Pick<TranscriptData, 'viewer' | 'state' | 'displayNames'>

export function besideEntries(
  { viewer, state }: Pick<ReadBeside, 'viewer' | 'state'>,
  told: readonly VisibleRow[],
): Readonly<Record<string, Beside>> {
  const beside: Record<string, Beside> = {}
  const at = (number: string): Beside => {
    const no = openedFrom(state, number)?.no ?? number
    beside[no] ??= {}
    return beside[no]
  }
  if (viewer.kind === 'chair') for (const [no, strikes] of strikable(state)) at(no).strikes = strikes
  if (viewer.kind === 'chair') for (const [no, note] of Object.entries(state.bookmarks)) at(no).bookmark = note
  for (const no of privateNumbers(state, told)) at(no).isPrivate = true
  for (const [no, seats] of heardBy(state, told)) at(no).heard = seats
  return beside
}

/** The entries off which the chair may take words, and whether they may pick some: not where an entry holds several texts. */
function* strikable(state: RoomState): Iterable<readonly [string, 'parts' | 'whole']> {
  for (const entry of paragraphs(state)) {
    const texts = strikableAt(state, entry.no)
    if (texts === null) continue
    yield [entry.no, 'text' in entry && texts.length === 1 && texts[0] === entry.text ? 'parts' : 'whole']
  }
}

/** The numbers of this reader's entries that the whole class may not read. */
export function privateNumbers(state: RoomState, told: readonly VisibleRow[]): readonly string[] {
  const unsealed = state.unsealedAt !== null
  const ofClass = new Set(
    told.flatMap((row) => (!isRedacted(row) && isForTheClass(row.audience, unsealed) ? [row.seq] : [])),
  )
  return [...state.record, ...state.privateEntries].flatMap(({ no, seq }) => (ofClass.has(seq) ? [] : [no]))
}

/** Once the record is unsealed: how many seats could read each unsealed entry before. */
function heardBy(state: RoomState, told: readonly VisibleRow[]): readonly (readonly [string, number])[] {
  if (state.unsealedAt === null) return []
  const seats = new Map<number, number>()
  for (const row of told) {
    if (isRedacted(row) || typeof row.audience === 'string' || !('seats' in row.audience)) continue
    if (row.audience.opens === 'at-debrief') seats.set(row.seq, row.audience.seats.length)
  }
  return [...state.privateEntries].flatMap(({ no, seq }) => {
    const count = seats.get(seq)
    return count === undefined ? [] : [[no, count] as const]
  })
}
