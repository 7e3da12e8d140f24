/** Servers that hear of one another over an engine that loses, repeats and delays what it carries, by a seed. */
import type { Engine } from '#server/cluster/engine'
import type { Peers } from '#server/cluster/peers'

export type Chances = { lost: number; repeated: number; late: number }

/** Everything at the worst: still nothing may go wrong. */
export const LOSSY: Chances = { lost: 0.25, repeated: 0.25, late: 0.4 }

export class LossyEngines {
  readonly #random: () => number
  readonly #chances: Chances
  readonly #heard = new Map<string, Set<(text: string) => void>>()
  /** What is under way, to be delivered in any order. */
  #underWay: (() => void)[] = []
  readonly count = { carried: 0, lost: 0, repeated: 0, late: 0 }

  constructor(random: () => number, chances: Chances) {
    this.#random = random
    this.#chances = chances
  }

  /** The engine as one server sees it. */
  engine(): Engine {
    return {
      isUp: true,
      publish: (channel, text) => this.#publish(channel, text),
      subscribe: (channel, hear, begins) => {
        const listeners = this.#heard.get(channel) ?? new Set()
        this.#heard.set(channel, listeners)
        listeners.add(hear)
        queueMicrotask(() => listeners.has(hear) && begins?.())
        return () => listeners.delete(hear)
      },
      onChange: () => () => undefined,
      close: async () => undefined,
    }
  }

  /** Delivers what is under way; `all` of it, or what chance picks. */
  deliver(all = false): void {
    const now = this.#underWay.filter(() => all || this.#random() < 0.5)
    this.#underWay = this.#underWay.filter((one) => !now.includes(one))
    for (const run of now.toSorted(() => this.#random() - 0.5)) run()
  }

  #publish(channel: string, text: string): void {
    this.count.carried += 1
    for (const hear of this.#heard.get(channel) ?? []) {
      if (this.#random() < this.#chances.lost) {
        this.count.lost += 1
        continue
      }
      const times = this.#random() < this.#chances.repeated ? 2 : 1
      if (times > 1) this.count.repeated += 1
      for (let time = 0; time < times; time += 1) {
        const isLate = this.#random() < this.#chances.late
        if (isLate) this.count.late += 1
        const run = () => hear(text)
        if (isLate) this.#underWay.push(run)
        else queueMicrotask(run)
      }
    }
  }
}

/** Servers that all know of one another. */
export function peersNamed(id: string, all: readonly string[]): Peers {
  const living = new Set(all)
  return { id, living, strangers: new Set(), onChange: () => () => undefined, close: () => undefined }
}

/** Numbers in [0, 1) by a seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
