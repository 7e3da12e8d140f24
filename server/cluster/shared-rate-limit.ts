/**
 * Rate limits that hold across servers: what one server spends of a limit it publishes in small batches, and the others spend the same.
 * Spending is only added up, so batches may come in any order; that none is heard twice is the signed engine's. Who waits in a queue until when travels with it. With the engine away each server limits alone.
 */

import { z } from 'zod'
import { asJson } from '#simulation/kernel/as-json'
import type { Engine } from './engine'
import type { Peers } from './peers'

/** A limit with lanes: one for each device, address or person that it counts. */
export type SharedLimit = {
  /** Sets who is told of what is spent here in a lane; a negative number was given back. */
  whenSpent(hear: (lane: string, tokens: number) => void): void
  /** Spends in a lane what another server has spent, whether or not there are so many tokens. */
  spentElsewhere(lane: string, tokens: number): void
  /** Sets who is told of a position that was given here in a lane's queue: when it is due, or null once it is taken or passed on. */
  whenPlaced?(hear: (lane: string, who: string, dueAt: number | null) => void): void
  placedElsewhere?(lane: string, who: string, dueAt: number | null): void
}

export type SharedLimits = Readonly<Record<string, SharedLimit>>

/** So often a batch leaves at most: what a server may grant too much is what comes in within this time and the way of one message. */
export const PUBLISHING_MS = 200
const CHANNEL = 'spending'
/** Above this many lanes a batch is split, so that no message grows without an end. */
const MOST_LANES = 2_000

const Batch = z.strictObject({
  version: z.literal(3),
  server: z.string().max(100),
  spent: z.array(z.tuple([z.string().max(100), z.string().max(1_000), z.number()])).max(MOST_LANES),
  /** Limit, lane, who, and when it is due. */
  placed: z
    .array(z.tuple([z.string().max(100), z.string().max(1_000), z.string().max(100), z.number().nullable()]))
    .max(MOST_LANES),
})
type Batch = z.infer<typeof Batch>

/** What one server has spent since its last batch, and which batches of the others it has heard. */
export class SpendingBook {
  readonly #pending = new Map<string, Map<string, number>>()
  readonly #placed = new Map<string, Batch['placed'][number]>()

  /** `isLiving` says of which servers batches are heard: of one that is gone, somebody may only say again what it once said. */
  constructor(
    private readonly server: string,
    private readonly limits: SharedLimits,
    spent: () => void,
    private readonly isLiving: (server: string) => boolean = () => true,
  ) {
    for (const [name, limit] of Object.entries(limits)) {
      const lanes = new Map<string, number>()
      this.#pending.set(name, lanes)
      limit.whenSpent((lane, tokens) => {
        lanes.set(lane, (lanes.get(lane) ?? 0) + tokens)
        spent()
      })
      limit.whenPlaced?.((lane, who, dueAt) => {
        this.#placed.set(`${name}|${lane}|${who}`, [name, lane, who, dueAt])
        spent()
      })
    }
  }

  /** The batches to publish, and nothing is pending any more. What was spent and given back again is not worth a word. */
  take(): string[] {
    const spent: Batch['spent'] = []
    for (const [name, lanes] of this.#pending) {
      for (const [lane, tokens] of lanes) if (tokens !== 0) spent.push([name, lane, tokens])
      lanes.clear()
    }
    const placed = [...this.#placed.values()]
    this.#placed.clear()
    const batches: string[] = []
    for (let from = 0; from < Math.max(spent.length, placed.length); from += MOST_LANES) {
      const part = { spent: spent.slice(from, from + MOST_LANES), placed: placed.slice(from, from + MOST_LANES) }
      batches.push(JSON.stringify({ version: 3, server: this.server, ...part } satisfies Batch))
    }
    return batches
  }

  /** Spends what a batch of another server says; anything that is no such batch changes nothing. */
  hear(text: string): void {
    const batch = Batch.safeParse(asJson(text)).data
    if (!batch || batch.server === this.server || !this.isLiving(batch.server)) return
    // A server of another version may share limits that this one does not know.
    for (const [name, lane, tokens] of batch.spent)
      if (Object.hasOwn(this.limits, name)) this.limits[name]?.spentElsewhere(lane, tokens)
    for (const [name, lane, who, dueAt] of batch.placed)
      if (Object.hasOwn(this.limits, name)) this.limits[name]?.placedElsewhere?.(lane, who, dueAt)
  }
}

/** Shares these limits with the other servers over the engine. */
export function shareSpending(
  engine: Engine,
  peers: Pick<Peers, 'id' | 'living'>,
  limits: SharedLimits,
): { close(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  const spent = () => {
    timer ??= setTimeout(publish, PUBLISHING_MS).unref()
  }
  const book = new SpendingBook(peers.id, limits, spent, (server) => peers.living.has(server))
  function publish(): void {
    timer = undefined
    // While the engine is away it drops them. Nothing is kept for later: by then the buckets have filled again.
    for (const batch of book.take()) engine.publish(CHANNEL, batch)
  }
  const unsubscribe = engine.subscribe(CHANNEL, (text) => book.hear(text))
  return {
    close() {
      unsubscribe()
      clearTimeout(timer)
      for (const limit of Object.values(limits)) {
        limit.whenSpent(() => undefined)
        limit.whenPlaced?.(() => undefined)
      }
    },
  }
}
