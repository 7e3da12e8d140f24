/**
 * How many pages may be drawn at once for one asker: a session, or an address without one, which may be a whole school. The others wait
 * in order. Without it a few connections that ask for pages without end would keep the event loop from every class.
 */

const MOST_AT_ONCE = 10
/** A lecture of three hundred may ask at one moment. */
const MOST_WAITING = 400
/** How long a page holds its place at the most: a reader who takes it slowly costs nothing while they do. */
const LONGEST_MS = 5_000

type Lane = { drawn: number; waiting: (() => void)[] }
type Bounds = { atOnce: number; waiting: number; longestMs: number }

export class DrawingLanes {
  readonly #lanes = new Map<string, Lane>()
  readonly #bounds: Bounds

  constructor({ atOnce = MOST_AT_ONCE, waiting = MOST_WAITING, longestMs = LONGEST_MS }: Partial<Bounds> = {}) {
    this.#bounds = { atOnce, waiting, longestMs }
  }

  /**
   * Runs `draw` when a place in the lane of `asker` is free, in the order of asking. False, and nothing was run, where too many wait
   * already; a fault of `draw` is its caller's.
   */
  async run(asker: string, draw: () => Promise<void>): Promise<boolean> {
    const lane = this.#lanes.get(asker) ?? { drawn: 0, waiting: [] }
    this.#lanes.set(asker, lane)
    if (lane.drawn >= this.#bounds.atOnce) {
      if (lane.waiting.length >= this.#bounds.waiting) return false
      // Whoever leaves hands its place on, so that nobody who comes now passes those who wait.
      await new Promise<void>((turn) => lane.waiting.push(turn))
    } else lane.drawn += 1
    let isHeld = true
    const leave = () => {
      if (isHeld) this.#handOn(asker, lane)
      isHeld = false
    }
    const late = setTimeout(leave, this.#bounds.longestMs)
    try {
      await draw()
    } finally {
      clearTimeout(late)
      leave()
    }
    return true
  }

  #handOn(asker: string, lane: Lane): void {
    const next = lane.waiting.shift()
    if (next) next()
    else {
      lane.drawn -= 1
      if (lane.drawn === 0) this.#lanes.delete(asker)
    }
  }
}
