// Who types words for a clause, as one page hears it: an office that is quiet for a while is forgotten. And what this page says itself, not
// too often.
import type { SeatId } from '#simulation/kernel/ids'
import { WRITING_EVERY_MS, WRITING_SHOWN_MS } from '#simulation/wire/protocol'
import type { Writer } from './room-view'

export class Writers {
  readonly #heard = new Map<SeatId, { writer: Writer; forget: ReturnType<typeof setTimeout> }>()
  readonly #changed: (writing: readonly Writer[]) => void
  readonly #said = new Map<string, number>()

  constructor(changed: (writing: readonly Writer[]) => void) {
    this.#changed = changed
  }

  hear({ clause, seat }: Writer): void {
    const before = this.#heard.get(seat)
    clearTimeout(before?.forget)
    this.#heard.set(seat, {
      writer: before?.writer.clause === clause ? before.writer : { clause, seat },
      forget: setTimeout(() => this.#forget(seat), WRITING_SHOWN_MS),
    })
    if (before?.writer.clause !== clause) this.#tell()
  }

  /** Whether it is time to say that one types words for a clause. */
  isDue(clause: string): boolean {
    const now = performance.now()
    if (now - (this.#said.get(clause) ?? -WRITING_EVERY_MS) < WRITING_EVERY_MS) return false
    this.#said.set(clause, now)
    return true
  }

  close(): void {
    for (const { forget } of this.#heard.values()) clearTimeout(forget)
    this.#heard.clear()
  }

  #forget(seat: SeatId): void {
    this.#heard.delete(seat)
    this.#tell()
  }

  #tell(): void {
    this.#changed([...this.#heard.values()].map(({ writer }) => writer))
  }
}
