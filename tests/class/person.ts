/** What the play knows of each of its students, whatever they hold in their hands. */
import type { TaskKind } from '#simulation/reading/asked'

export type Person = {
  /** What went wrong for them. */
  readonly complaints: string[]
  /** How many statements they have made. */
  readonly spoken: number
  /** Whether their page knows all that the given one does; a browser's tells nothing of it. */
  hasHeard(page: { seq: number }): boolean
  /** What is asked of them that they would still do; null where it is nothing. */
  asked(): Promise<TaskKind | null>
  /** Does the one thing that is asked, where it is theirs to do. */
  act(): Promise<void>
  /** At the end of a phase: each task that they were asked in it, and each act, as often as it was done. */
  tell(): { asked: TaskKind[]; done: TaskKind[] }
  leave(): Promise<void>
}

/** What a person was asked and did since they last told of it. */
export class Diary {
  readonly #asked = new Set<TaskKind>()
  #done: TaskKind[] = []

  hear(kind: TaskKind): void {
    this.#asked.add(kind)
  }

  did(kind: TaskKind): void {
    this.#done.push(kind)
  }

  /** One hand a phase, one message and one proposal: another's newer words would else be answered without end. */
  isEnough(kind: TaskKind): boolean {
    const once: readonly TaskKind[] = ['ask-for-floor', 'propose', 'talk-in-caucus']
    return once.includes(kind) && this.#done.includes(kind)
  }

  tell(): { asked: TaskKind[]; done: TaskKind[] } {
    const told = { asked: [...this.#asked], done: this.#done }
    this.#asked.clear()
    this.#done = []
    return told
  }
}
