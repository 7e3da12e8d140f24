/**
 * What carries messages between servers that share one database. It keeps nothing: the log decides what is true, the engine only makes
 * it fast to hear of. Whoever needs what was lost here must find it again by themselves. redis-engine.ts carries the messages, and
 * signed-engine.ts says which of them to believe. Neither is imported here, so that this type does not bring the client of Redis with it.
 */
export type Engine = {
  /** Sends `text` to the other servers that listen to the channel. Never throws; while the engine is away it is dropped. */
  publish(channel: string, text: string): void
  /**
   * Listens until the returned function is called. `begins` is called whenever everything is heard from then on: once the engine has
   * confirmed the subscription, and again after every interruption, since what was said in between is lost. `foreign` is called, at most
   * once a second, when a message came that none of our servers has just sent; such a message is not heard.
   */
  subscribe(channel: string, hear: (text: string) => void, begins?: () => void, foreign?: () => void): () => void
  /** Whether the engine carries what this server sends. */
  readonly isUp: boolean
  /** Calls `listener` whenever `isUp` has changed, until the returned function is called. */
  onChange(listener: () => void): () => void
  close(): Promise<void>
}

/** The engine of a server that has its database to itself: there is nobody to hear it and nothing to miss, so it counts as up. */
export const ALONE: Engine = {
  publish: () => undefined,
  subscribe: () => () => undefined,
  isUp: true,
  onChange: () => () => undefined,
  close: async () => undefined,
}
