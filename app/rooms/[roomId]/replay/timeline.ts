// Places each row of a record on the replay's timeline, in milliseconds: at its own time, or with pauses skipped, so that what was said can
// just be read (D27).
import type { DelegationId } from '#simulation/kernel/ids'
import { readingMs } from '#simulation/reading/homework/reading-time'
import { focusGap, revealedValues } from '#simulation/reading/log/gap'
import type { Recorded } from '#simulation/shapes/record'
import type { RoomState } from '#simulation/state/room-state'
import { lastWhere } from './replay-log'

/** The longest that is left of a silence that is skipped. */
const SHORT_MS = 400
/** The length of the wait before the first phase, which is always shortened. */
const BEFORE_START_MS = 1_000

export type Mark = { at: number; place: number; phase: number }

export type Timeline = {
  /** The length in milliseconds at pace 1. */
  length: number
  /** The position of each row. */
  places: readonly number[]
  /** The starts of phases. */
  marks: readonly Mark[]
}

/** `isRead` is whether time is left to read a row's words where pauses are skipped. */
export function timelineOf(
  rows: readonly Recorded[],
  skipsPauses: boolean,
  isRead: (row: Recorded) => boolean = () => true,
): Timeline {
  const places: number[] = []
  const marks: Mark[] = []
  let [at, begun] = [0, false]
  for (const [place, row] of rows.entries()) {
    const before = rows[place - 1]
    const silence = Math.max(0, row.at - (before?.at ?? row.at))
    if (!begun) at += Math.min(silence, BEFORE_START_MS)
    else if (!skipsPauses) at += silence
    else at += before && isRead(before) ? readMs(before) : Math.min(silence, SHORT_MS)
    places.push(at)
    if (row.event.type === 'PhaseStarted') {
      begun = true
      marks.push({ at, place, phase: row.event.index })
    }
  }
  return { length: at, places, marks }
}

const readMs = ({ event }: Recorded): number =>
  'text' in event && typeof event.text === 'string' ? readingMs(event.text) : SHORT_MS

/** Who held the floor from where to where on the timeline, or posted; and how wide the gap was from each reveal on. */
export type Strip = {
  turns: readonly { from: number; to: number; delegation: DelegationId }[]
  gaps: readonly { at: number; gap: number }[]
}

/** `last` is the room after all rows. */
export function stripOf(rows: readonly Recorded[], { places }: Timeline, last: RoomState): Strip {
  const turns: Strip['turns'][number][] = []
  const gaps: Strip['gaps'][number][] = []
  let held: number | null = null
  for (const [place, { event }] of rows.entries()) {
    const at = places[place] ?? 0
    if (event.type === 'FloorGranted') held = at
    if (event.type === 'FloorEnded' || event.type === 'StatementPosted') {
      const delegation = last.seats[event.seat]?.delegation ?? null
      const from = event.type === 'FloorEnded' ? (held ?? at) : at
      if (delegation !== null) turns.push({ from, to: at, delegation })
    }
    if (event.type !== 'PositionsRevealed') continue
    const gap = focusGap(last.plan, revealedValues(last, event.round, event.stage))
    if (gap !== null) gaps.push({ at, gap })
  }
  return { turns, gaps }
}

/** The index of the last row at or before this position. */
export function placeAt({ places }: Timeline, at: number): number {
  return Math.max(
    0,
    lastWhere(places.length, (place) => (places[place] ?? 0) <= at),
  )
}

/** The instant of the record at a position, interpolated between two rows; in a shortened silence it runs faster. */
export function instantAt(timeline: Timeline, rows: readonly Recorded[], at: number): number {
  const place = placeAt(timeline, at)
  const from = rows[place]?.at ?? 0
  const [begins, ends] = [timeline.places[place] ?? 0, timeline.places[place + 1]]
  const next = rows[place + 1]?.at
  if (ends === undefined || next === undefined || ends === begins) return from
  return from + ((at - begins) / (ends - begins)) * (next - from)
}
