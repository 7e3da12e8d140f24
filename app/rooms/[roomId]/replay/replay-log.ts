// A record wound on a reel: the room after any of its rows, at once wherever one looks. It folds with the simulation's own `evolve` what
// it was given to hear.
import type { Recorded } from '#simulation/kernel/record'
import { evolve } from '#simulation/kernel/room'
import type { RoomState } from '#simulation/kernel/room-state'
import { isRedacted, type VisibleRow } from '#simulation/secrecy/visible-row'

/** Rows between two states that are kept: a look anywhere folds no more than this. */
export const KEYFRAME = 500

export class ReplayLog {
  /** The rows that this viewer hears, in order. */
  readonly rows: readonly Recorded[]
  /** The room after each KEYFRAME rows. */
  readonly #frames: RoomState[] = []
  #last: { index: number; state: RoomState }
  /** Where statements stand among the rows. */
  readonly statements: readonly number[]

  /** Null when nothing was told: a room that was never opened has no reel. */
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

  /** The room after the row in that place. */
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

  /** The last row up to that number of the log, which the viewer may not have heard itself. */
  placeOf(seq: number): number {
    return Math.max(
      0,
      lastWhere(this.rows.length, (place) => (this.rows[place]?.seq ?? 0) <= seq),
    )
  }
}

/** The last place for which it holds, where it holds up to a place and not beyond; −1 when it never does. */
export function lastWhere(length: number, holds: (place: number) => boolean): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) low = middle + 1
    else high = middle
  }
  return low - 1
}
