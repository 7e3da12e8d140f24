/**
 * What carries messages between servers that share one database. It keeps nothing: the log decides what is true, the engine only makes
 * it fast to hear of. So whatever is lost here must be found again by who needs it. redis-engine.ts carries it, signed-engine.ts says whom to
 * believe; this file stands
 * apart from it, so that pages which only speak do not bring the client with them.
 */
export type Engine = {
  /** Sends `text` to the other servers that listen to the channel. Never throws; while the engine is away it is dropped. */
  publish(channel: string, text: string): void
  /**
   * Listens until the returned function is called. `begins` is called each time from which on everything is heard: once the engine has
   * confirmed the subscription, and again after every interruption, since what was said in between is lost. `foreign` is called, not oftener
   * than once a second, when something came that none of our servers has said, or not now: nothing of it is heard.
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
