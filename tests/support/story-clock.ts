/** Measures turns and pauses in a story, without asking the rules. */

/** A turn as measured here: `spans` is how long it was granted for. */
export type Turn = { seat: string; since: number; spans: number; endedAt: number; spokenMs: number }
export type Span = { index: number; startsAt: number; endedAt: number; plannedMs: number; cause: string }

export class StoryClock {
  /** Pauses of the clock, in order; the last may be open. */
  readonly pauses: { from: number; to: number | null }[] = []

  /** Milliseconds between two instants during which the clock ran. */
  ranBetween(from: number, to: number): number {
    const stood = this.pauses.reduce(
      (sum, pause) => sum + Math.max(0, Math.min(to, pause.to ?? to) - Math.max(from, pause.from)),
      0,
    )
    return to - from - stood
  }

  pause(at: number): void {
    this.pauses.push({ from: at, to: null })
  }

  stoodSince(): number | null {
    const open = this.pauses.at(-1)
    return open && open.to === null ? open.from : null
  }

  resume(at: number): void {
    const open = this.pauses.at(-1)
    if (open && open.to === null) open.to = at
  }
}
