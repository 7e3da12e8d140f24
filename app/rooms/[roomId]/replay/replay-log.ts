// The rows of a record with the room's state after any of them. Every KEYFRAME rows a state is kept, so that a jump folds few rows.

import { evolve } from '#simulation/engine/room'
import { isRedacted, type VisibleRow } from '#simulation/secrecy/visible-row'
import type { Recorded } from '#simulation/shapes/record'
import type { RoomState } from '#simulation/state/room-state'

/** The number of rows between two kept states, and so the most that a jump has to fold. */
export const KEYFRAME = 500

export class ReplayLog {
  /** The rows this viewer may read, in order. */
  readonly rows: readonly Recorded[]
  /** The states after each KEYFRAME rows. */
  readonly #frames: RoomState[] = []
  #last: { index: number; state: RoomState }
  /** The indices of the rows that are statements. */
  readonly statements: readonly number[]

  /** Null for no rows, as of a room that was never opened. */
  static of(told: readonly VisibleRow[]): ReplayLog | null {
    const rows = told.flatMap((row) => (isRedacted(row) ? [] : [row]))
    const [first] = rows
    return first ? new ReplayLog(rows, evolve(null, first)) : null
  }

  private constructor(rows: readonly Recorded[], opened: RoomState) {
    this.rows = rows
    let state = opened
    for (const [index, row] of rows.entries()) {
      if (index > 0) state = evolve(state, row)
      if (index % KEYFRAME === 0) this.#frames.push(state)
    }
    this.#last = { index: rows.length - 1, state }
    this.statements = rows.flatMap(({ event }, index) =>
      event.type === 'StatementMade' || event.type === 'StatementPosted' ? [index] : [],
    )
  }

  /** The state after the row with this index. */
  stateAt(place: number): RoomState {
    const index = Math.min(Math.max(0, place), this.rows.length - 1)
    const frame = Math.floor(index / KEYFRAME)
    const near = this.#last.index <= index && this.#last.index >= frame * KEYFRAME
    let { index: at, state } = near
      ? this.#last
      : { index: frame * KEYFRAME, state: this.#frames[frame] ?? this.#last.state }
    while (at < index) {
      at += 1
      const row = this.rows[at]
      if (row) state = evolve(state, row)
    }
    this.#last = { index, state }
    return state
  }

  /** The index of the last row up to this row number; the row of that number itself may be hidden from the viewer. */
  placeOf(seq: number): number {
    return Math.max(
      0,
      lastWhere(this.rows.length, (place) => (this.rows[place]?.seq ?? 0) <= seq),
    )
  }
}

/** The last index for which `holds` is true, by binary search: it must be true up to some index and false after it. −1 when it never is. */
export function lastWhere(length: number, holds: (place: number) => boolean): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) low = middle + 1
    else high = middle
  }
  return low - 1
}
