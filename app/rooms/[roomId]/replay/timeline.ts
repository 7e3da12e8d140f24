// How a record's hours lie on the reel: each row at its millisecond, long silences shortened when the viewer skips them. Pure numbers.
import type { Recorded } from '#simulation/kernel/record'
import { lastWhere } from './replay-log'

/** What is left of a silence that is skipped. */
const SHORT_MS = 4_000
/** The wait before the first phase is nobody's to watch. */
const BEFORE_START_MS = 1_000

export type Mark = { at: number; place: number; phase: number }

export type Timeline = {
  /** Milliseconds of the reel, at pace 1. */
  length: number
  /** Where each row lies on it. */
  places: readonly number[]
  /** Where phases start. */
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

/** The last row that lies there or before. */
export function placeAt({ places }: Timeline, at: number): number {
  return Math.max(
    0,
    lastWhere(places.length, (place) => (places[place] ?? 0) <= at),
  )
}

/** The instant of the record: between two rows time runs evenly, faster where a silence is shortened. */
export function instantAt(timeline: Timeline, rows: readonly Recorded[], at: number): number {
  const place = placeAt(timeline, at)
  const from = rows[place]?.at ?? 0
  const [begins, ends] = [timeline.places[place] ?? 0, timeline.places[place + 1]]
  const next = rows[place + 1]?.at
  if (ends === undefined || next === undefined || ends === begins) return from
  return from + ((at - begins) / (ends - begins)) * (next - from)
}
