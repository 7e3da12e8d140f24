/** The connection of one page as the rest of server/live sees it, whatever carries it. */
import type { Message } from './message'

/** Answers a page's message; does nothing when the page asked for no answer. */
export type Answer = (message: Message) => void

export type PageSocket = {
  readonly isOpen: boolean
  /** Sends an event. The same `message` may be sent to many, and is encoded once. */
  send(event: string, message: Message): void
  /** Calls `hear` with each message of the page, in order, until the connection is closed. */
  onMessage(hear: (name: unknown, asked: unknown, answer: Answer) => void): void
  onClose(closed: () => void): void
  disconnect(): void
  /** Lets `size` bytes more wait to be read, as many as one large answer has, before a page that does not read is cut. */
  allow(size: number): void
}
