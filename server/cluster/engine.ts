/**
 * What carries messages between servers that share one database. It keeps nothing: the log decides what is true, the engine only makes
 * it fast to hear of. So whatever is lost here must be found again by who needs it. redis-engine.ts is the real one; this file stands
 * apart from it, so that pages which only speak do not bring the client with them.
 */
export type Engine = {
  /** Sends `text` to all who listen to the channel, this server included. Never throws; while the engine is away it is dropped. */
  publish(channel: string, text: string): void
  /**
   * Listens until the returned function is called. `begins` is called each time from which on everything is heard: once the engine has
   * confirmed the subscription, and again after every interruption, since what was said in between is lost.
   */
  subscribe(channel: string, hear: (text: string) => void, begins?: () => void): () => void
  /** Whether what this server sends comes back to it. */
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
