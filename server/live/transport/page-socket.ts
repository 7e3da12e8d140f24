/** The connection of one page as the rest of server/live sees it, whatever carries it. */

/** Answers a page's message; does nothing when the page asked for no answer. */
export type Answer = (what: object) => void

export type PageSocket = {
  readonly id: string
  readonly isOpen: boolean
  send(event: string, what: object): void
  /** Sends an event to the pages with these ids, which are connected to the same server; it is put into a frame once for all of them. */
  sendTo(ids: readonly string[], event: string, what: object): void
  /**
   * Calls `hear` with each message of the page, in order, until the connection is closed. The first may have come with the handshake; its
   * answer is sent as `followed`.
   */
  onMessage(hear: (name: unknown, asked: unknown, answer: Answer) => void): void
  onClose(closed: () => void): void
  disconnect(): void
}
