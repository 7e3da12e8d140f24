// Places each row of a record on the replay's timeline, in milliseconds, with long silences shortened when the viewer skips them.
import type { Recorded } from '#simulation/shapes/record'
import { lastWhere } from './replay-log'

/** The length of a skipped silence. */
const SHORT_MS = 4_000
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

export function timelineOf(rows: readonly Recorded[], skipsPauses: boolean): Timeline {
  const places: number[] = []
  const marks: Mark[] = []
  let [at, begun] = [0, false]
  for (const [place, row] of rows.entries()) {
    const silence = Math.max(0, row.at - (rows[place - 1]?.at ?? row.at))
    at += begun ? (skipsPauses ? Math.min(silence, SHORT_MS) : silence) : Math.min(silence, BEFORE_START_MS)
    places.push(at)
    if (row.event.type === 'PhaseStarted') {
      begun = true
      marks.push({ at, place, phase: row.event.index })
    }
  }
  return { length: at, places, marks }
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
