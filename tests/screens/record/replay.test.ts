// The replay: the room at any moment is the fold of the rows before it, whichever moment was shown before; and how long a jump takes.
import { describe, expect, test } from 'vitest'
import { fold } from '#simulation/engine/room'
import type { Viewer } from '#simulation/kernel/viewer'
import { readingMs } from '#simulation/reading/homework/reading-time'
import { paragraphs } from '#simulation/reading/log/transcript'
import { newest } from '#simulation/reading/record/newest'
import type { VisibleRow } from '#simulation/secrecy/visible-row'
import type { Recorded } from '#simulation/shapes/record'
import { KEYFRAME, ReplayLog } from '../../../app/rooms/[roomId]/replay/replay-log'
import { instantAt, placeAt, timelineOf } from '../../../app/rooms/[roomId]/replay/timeline'
import { heardByChair, viewOf } from '../../support/stories/heard'
import { rehearsedSeminar } from './rehearsed-seminar'

const { rows } = rehearsedSeminar()

function logOf(told: readonly VisibleRow[]): ReplayLog {
  const log = ReplayLog.of(told)
  if (!log) throw new Error('Nothing was told.')
  return log
}

/** A record with this many rows, padded with calls for help. */
function longRecord(length: number): Recorded[] {
  const last = rows.at(-1)
  if (!last) throw new Error('The seminar has no rows.')
  const more = Array.from({ length: length - rows.length }, (_, index): Recorded => {
    const seq = rows.length + index + 1
    return {
      ...last,
      seq,
      at: last.at + index * 1000,
      audience: 'everyone',
      event: { type: 'NudgeSent', no: null, to: 'room', text: `Note ${index}` },
    }
  })
  return [...rows, ...more]
}

describe('a log', () => {
  const viewers: Viewer[] = [{ kind: 'chair' }, { kind: 'stage' }]

  test('ends where the room stands, for each viewer, and opens where it opened', () => {
    for (const viewer of viewers) {
      const told = viewOf(rows, viewer, true)
      const log = logOf(told)
      expect(log.stateAt(log.rows.length - 1)).toEqual(fold(told))
      expect(log.stateAt(0)).toEqual(fold(told.slice(0, 1)))
    }
  })

  test('shows the same room at a place whichever way one came there', () => {
    const log = logOf(heardByChair(longRecord(2 * KEYFRAME + 300)))
    const places = [900, 3, 1200, KEYFRAME, KEYFRAME - 1, 1, 1299, 40, 41, 42, 700, 0]
    for (const place of places) expect(log.stateAt(place)).toEqual(fold(log.rows.slice(0, place + 1)))
  })

  test('finds a moment by its number in the log, heard or sealed', () => {
    const told = viewOf(rows, { kind: 'stage' }, false)
    const log = logOf(told)
    const sealed = told.find((row) => 'sealed' in row && row.seq > 60)?.seq ?? 0
    const place = log.placeOf(sealed)
    expect(log.rows[place]?.seq).toBeLessThan(sealed)
    expect(log.rows[place + 1]?.seq).toBeGreaterThan(sealed)
    expect(log.placeOf(0)).toBe(0)
    expect(log.placeOf(1_000_000)).toBe(log.rows.length - 1)
  })

  test('its newest entries are the last of the transcript', () => {
    const log = logOf(heardByChair(rows))
    for (const place of [5, 60, 200, log.rows.length - 1]) {
      const state = log.stateAt(place)
      expect(newest(state, 6)).toEqual(paragraphs(state).toReversed().slice(0, 6))
    }
  })
})

describe('a timeline', () => {
  test('keeps the hours as they were, and cuts silences where they are skipped', () => {
    const whole = timelineOf(rows, false)
    const short = timelineOf(rows, true)
    const [first, last] = [whole.marks[0], rows.at(-1)]
    expect(whole.length - (first?.at ?? 0)).toBe((last?.at ?? 0) - (rows[first?.place ?? 0]?.at ?? 0))
    expect(short.length).toBeLessThan(whole.length / 2)
    expect(whole.marks.length).toBe(rows.filter(({ event }) => event.type === 'PhaseStarted').length)
  })

  test('with pauses skipped, words stand as long as they take to read, and another’s pass where only one’s own are read', () => {
    expect([readingMs('No.'), readingMs('a'.repeat(100)), readingMs('林佳怡'.repeat(10))]).toEqual([
      1_200, 4_500, 3_600,
    ])
    const said = rows.findIndex(({ event }) => event.type === 'StatementMade')
    const { event } = rows[said] ?? {}
    const stood = (isRead: boolean) => {
      const { places } = timelineOf(rows, true, () => isRead)
      return (places[said + 1] ?? 0) - (places[said] ?? 0)
    }
    expect(stood(true)).toBe(readingMs(event?.type === 'StatementMade' ? event.text : ''))
    expect(stood(false)).toBeLessThan(500)
  })

  test.each([true, false])('leads from a place to its moment and back (silences skipped: %s)', (skips) => {
    const timeline = timelineOf(rows, skips)
    for (const place of [0, 30, 100, rows.length - 1]) {
      const at = timeline.places[place] ?? 0
      expect(timeline.places[placeAt(timeline, at)]).toBe(at)
      expect(instantAt(timeline, rows, at)).toBe(rows[placeAt(timeline, at)]?.at)
    }
    const half = instantAt(timeline, rows, timeline.length / 2)
    const place = placeAt(timeline, timeline.length / 2)
    expect(half).toBeGreaterThanOrEqual(rows[place]?.at ?? 0)
    expect(half).toBeLessThanOrEqual(rows[place + 1]?.at ?? 0)
  })
})
