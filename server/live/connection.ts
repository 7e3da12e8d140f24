/** What is kept with each page's connection, what it follows, and the sending of one message to it. */
import type { Identity } from '#server/web/identity'
import type { RoomId } from '#simulation/kernel/ids'
import type { Leave } from '#simulation/wire/protocol'
import type { ServerToClient } from '#simulation/wire/socket-events'
import type { Member } from './members'
import type { SignInHold } from './pages/sessions-in-use'
import type { Throttle } from './saving/throttle'
import type { PageSocket } from './transport/page-socket'

export type Connection = {
  readonly socket: PageSocket
  readonly identity: Identity
  readonly signIn: SignInHold
  readonly submits: Throttle
  readonly joins: Throttle
  subscription: Subscription | null
  /** Counts what is asked to be followed and what ends it: a request whose number is no longer the latest when its lookups end is refused. */
  turn: number
}

export type EndedBy = Leave['why']
/** What a page follows: a room, or all rooms of an activity. */
export type Subscription = {
  readonly connection: Connection
  readonly activityId: string
  /** As whom it follows a room; null where it watches an activity. */
  readonly member: Member<Connection> | null
  /** Whether its person may go on. */
  mayStay(): Promise<boolean>
  /** Has nothing more sent to the page. */
  stop(): void
  /** Tells the page why, and the room to which its person was moved. */
  tellEnd(why: EndedBy, to?: RoomId): void
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
