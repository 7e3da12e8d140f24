// What is said of words that were taken off: what stands struck of an entry, by whom and why, who reported which line, and what one may do
// about it. A text's words and gaps are told apart by `textParts`.

import { wordsIn } from '../../engine/catalogue'
import { unitsOf } from '../../kernel/gaps'
import { type ActorId, type PersonId, participantActor, personOfActor, type SeatId } from '../../kernel/ids'
import { hasWords, isHeard, textsOf, wordsRowOf } from '../../questions/strikes'
import type { LineReport, ReportReason, StrikeReason } from '../../shapes/strikes'
import { isPublicNumber } from '../../state/numbered-entries'
import type { RoomState } from '../../state/room-state'

/** The texts that stand under this name, the main one first; null where there is no such entry, or nobody wrote in it. */
export function textsAt(state: RoomState, entry: string): readonly string[] | null {
  const row = wordsRowOf(state, entry)
  const texts = row ? textsOf(row, entry, wordsIn) : []
  return texts.length === 0 ? null : texts
}

/** A stretch of a text, given by offsets as the browser counts them (UTF-16), in the units in which a strike counts. */
export const spanOf = (text: string, start: number, end: number): { from: number; to: number } => ({
  from: unitsOf(text.slice(0, start)).length,
  to: unitsOf(text.slice(0, end)).length,
})

/** What is off an entry. */
export type Struck = Readonly<{
  by: 'chair' | 'writer'
  actor: ActorId | null
  at: number
  /** Null where the writer withdrew the words. */
  reason: StrikeReason | null
  /** How many words; 0 where it is not known. */
  count: number
  /** The row that took them off. */
  seq: number
}>

/** What is off an entry now, the oldest first. */
export function struckAt(state: RoomState, entry: string): readonly Struck[] {
  const struck = Object.hasOwn(state.strikes, entry) ? (state.strikes[entry] ?? []) : []
  const byChair = struck.map(
    ({ seq, at, actor, reason, count }): Struck => ({ by: 'chair', actor, at, reason, count, seq }),
  )
  const withdrawal = isPublicNumber(entry) ? state.withdrawn[Number(entry)] : undefined
  const row = withdrawal === undefined ? undefined : state.record.at(withdrawal - 1)
  const byWriter: Struck[] = row
    ? [{ by: 'writer', actor: row.by, at: row.at, reason: null, count: 0, seq: row.seq }]
    : []
  return [...byChair, ...byWriter].sort((a, b) => a.seq - b.seq)
}

/** How long one more press brings back what one press has hidden, in milliseconds. */
const BRINGS_BACK_MS = 10_000

/**
 * Until when one press brings words back, as the room's time; null where it never does. Where words were taken off more than once it does
 * not: all of them would stand there again, those of the first time too.
 */
export function bringsBackUntil(off: readonly Struck[]): number | null {
  const [only, ...others] = off
  return only?.by === 'chair' && others.length === 0 ? only.at + BRINGS_BACK_MS : null
}

/** What one press does with the words under this name: it hides those that stand there, or brings back what has just been hidden. */
export function hidePress(state: RoomState, entry: string, now: number): 'hide' | 'back' | null {
  if (mayStrike(state, entry)) return 'hide'
  const until = bringsBackUntil(struckAt(state, entry))
  return until !== null && now < until ? 'back' : null
}

/** How many entries have words off, for the foot of a print. */
export const entriesWithGaps = ({ strikes, withdrawn }: Pick<RoomState, 'strikes' | 'withdrawn'>): number =>
  new Set([...Object.keys(strikes), ...Object.keys(withdrawn)]).size

export type ReportedLine = Readonly<{
  entry: string
  reports: readonly Readonly<{ person: PersonId; reason: ReportReason; text: string | null; at: number }>[]
}>

/** The lines about which somebody waits for the chair's answer, in the order of their first report. */
export function openReports({ reports }: Pick<RoomState, 'reports'>): readonly ReportedLine[] {
  const open = reports.filter(({ answer }) => answer === null)
  return [...new Set(open.map(({ entry }) => entry))].map((entry) => ({
    entry,
    reports: open
      .filter((report) => report.entry === entry)
      .map(({ person, reason, text, at }) => ({ person, reason, text, at })),
  }))
}

/** A person's own reports, in their order, with the chair's answer once there is one. */
export const ownReports = ({ reports }: Pick<RoomState, 'reports'>, person: PersonId): readonly LineReport[] =>
  reports.filter((report) => report.person === person)

/** What the chair took off this person's own words and has not put back. */
export const takenFrom = (
  { strikes }: Pick<RoomState, 'strikes'>,
  person: PersonId,
): readonly Readonly<{ entry: string; at: number; reason: StrikeReason; count: number }>[] =>
  Object.entries(strikes)
    .flatMap(([entry, all]) => all.map(({ at, reason, count, of }) => ({ entry, at, reason, count, of })))
    .filter(({ of }) => of === participantActor(person))
    .sort((a, b) => a.at - b.at)
    .map(({ entry, at, reason, count }) => ({ entry, at, reason, count }))

/** The texts under this name, off which the chair may take words; null where no words are left. */
export function strikableAt(state: RoomState, entry: string): readonly string[] | null {
  const texts = textsAt(state, entry)
  return texts?.some(hasWords) ? texts : null
}

export const mayStrike = (state: RoomState, entry: string): boolean => strikableAt(state, entry) !== null

/** Whether this person hears words here that they have not reported yet. */
export function mayReport(state: RoomState, person: PersonId, entry: string): boolean {
  const row = wordsRowOf(state, entry)
  if (!row || !isHeard(state, person, row) || !mayStrike(state, entry)) return false
  return !state.reports.some((report) => report.entry === entry && report.person === person)
}

/** How many words are off in all; 0 where that is not known. */
export const countOff = (off: readonly Struck[]): number => off.reduce((sum, { count }) => sum + count, 0)

/** Who wrote what stands under this name: the seat, and the person who held it then; null for what nobody in a seat wrote. */
export function writerAt(state: RoomState, entry: string): { seat: SeatId; person: PersonId | null } | null {
  const row = wordsRowOf(state, entry)
  const { event } = row ?? {}
  return row && event && 'seat' in event && event.seat !== null
    ? { seat: event.seat, person: personOfActor(row.of) }
    : null
}
