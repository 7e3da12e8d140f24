/** What is kept with each page's connection, and the sending of one message to it. */
import type { Identity } from '#server/web/identity'
import type { ServerToClient } from '#simulation/wire/socket-events'
import type { Member } from './members'
import type { SignInHold } from './sessions-in-use'
import type { Throttle } from './throttle'
import { Message } from './transport/message'
import type { PageSocket } from './transport/page-socket'

export type Connection = {
  readonly socket: PageSocket
  readonly identity: Identity
  readonly signIn: SignInHold
  readonly submits: Throttle
  readonly joins: Throttle
  member: Member<Connection> | null
  /** Counts joins and departures: a join whose number is no longer the latest when its lookups end is refused. */
  latestJoin: number
}

type Events = keyof ServerToClient

/** Sends one page a message of its own. */
export function sendTo<Event extends Events>(
  { socket }: Connection,
  event: Event,
  what: Parameters<ServerToClient[Event]>[0],
): void {
  socket.send(event, asMessage(what))
}

/** Sends many the same message. */
export function sendToAll(pages: Iterable<PageSocket>, event: Events, message: Message): void {
  for (const page of pages) page.send(event, message)
}

export const asMessage = (what: object): Message => new Message(JSON.stringify(what))
