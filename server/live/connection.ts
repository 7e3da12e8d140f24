/** What is kept with each page's connection, and the sending of one message to it. */
import type { Identity } from '#server/web/identity'
import type { ServerToClient } from '#simulation/wire/socket-events'
import type { Member } from './members'
import type { SignInHold } from './sessions-in-use'
import type { Throttle } from './throttle'
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
type What<Event extends Events> = Parameters<ServerToClient[Event]>[0]

/** Sends one page a message. */
export function sendTo<Event extends Events>(page: PageSocket, event: Event, what: What<Event>): void {
  page.send(event, what)
}

/** Sends many the same message. */
export function sendToAll<Event extends Events>(pages: readonly PageSocket[], event: Event, what: What<Event>): void {
  const ids = pages.map(({ id }) => id)
  pages[0]?.sendTo(ids, event, what)
}
