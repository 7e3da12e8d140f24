/** Measures the phases, turns and pauses of a story from its rows, without asking the rules. */
import type { RoomPlan } from '#simulation/agenda/plan'
import type { Recorded } from '#simulation/shapes/record'

/** A turn that goes on: `spans` is how long it was granted for. */
type OpenTurn = { seat: string; since: number; spans: number }
export type Turn = OpenTurn & { endedAt: number; spokenMs: number }
type OpenSpan = { index: number; startsAt: number; plannedMs: number }
export type Span = OpenSpan & { endedAt: number; cause: string }

export class StoryClock {
  /** Pauses of the clock, in order; the last may be open. */
  readonly pauses: { from: number; to: number | null }[] = []
  readonly turns: Turn[] = []
  readonly spans: Span[] = []
  /** The turn that goes on. */
  turn: OpenTurn | null = null
  #phase: OpenSpan | null = null
  readonly #plan: RoomPlan

  constructor(plan: RoomPlan) {
    this.#plan = plan
  }

  /** Milliseconds between two instants during which the clock ran. */
  ranBetween(from: number, to: number): number {
    const stood = this.pauses.reduce(
      (sum, pause) => sum + Math.max(0, Math.min(to, pause.to ?? to) - Math.max(from, pause.from)),
      0,
    )
    return to - from - stood
  }

  note({ event, at }: Recorded): void {
    switch (event.type) {
      case 'ClockPaused':
        // A caucus may be ruled for in a pause.
        if (this.#stoodSince() === null) this.pauses.push({ from: at, to: null })
        break
      case 'ClockResumed':
        this.#resume(at)
        break
      case 'ClockExtended':
        if (this.#phase) this.#phase.plannedMs += event.seconds * 1000
        break
      case 'PhaseStarted': {
        const { index, startsAt } = event
        this.#phase = { index, startsAt, plannedMs: Math.round((this.#plan.phases[index]?.seconds ?? 0) * 1000) }
        break
      }
      case 'PhaseEnded':
        this.#resume(at)
        if (this.#phase) this.spans.push({ ...this.#phase, endedAt: event.endedAt, cause: event.cause })
        this.#phase = null
        break
      case 'FloorGranted':
        // Granted while the clock is stopped (after a yield), a turn begins at the stopped instant.
        this.turn = { seat: event.seat, since: at, spans: event.until - (this.#stoodSince() ?? at) }
        break
      case 'FloorEnded':
        if (this.turn) this.turns.push({ ...this.turn, endedAt: at, spokenMs: event.spokenMs })
        this.turn = null
        break
      default:
        break // other events take no time
    }
  }

  #stoodSince(): number | null {
    const open = this.pauses.at(-1)
    return open && open.to === null ? open.from : null
  }

  #resume(at: number): void {
    const open = this.pauses.at(-1)
    if (open && open.to === null) open.to = at
  }
}
