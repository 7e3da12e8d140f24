/**
 * The type of a page's Socket.IO connection: its messages in both directions and the data kept with it; and how one message is
 * written to many connections, or an answer to one.
 */
import type { Socket } from 'socket.io'
import type { Identity } from '#server/web/identity'
import type { ServerToClient } from '#simulation/wire/protocol'
import type { Member } from './members'
import type { SignInHold } from './sessions-in-use'
import type { Throttle } from './throttle'
import type { Outlet } from './transport/slow-reader'
import { AnswerNumber, answerFrame, frameOf, type PreparedMessage, ReadyFrame } from './transport/wire-encoder'

type MessageHandler = (...asked: unknown[]) => void
export type FromPages = { join: MessageHandler; submit: MessageHandler; clock: MessageHandler }
/** Messages that many connections get alike: put into JSON once and sent as text. */
type ToMany = 'tell' | 'presence' | 'roll'
export type ToPages = Omit<ServerToClient, ToMany> & Record<ToMany, (message: PreparedMessage) => void>
export type ConnectionData = {
  identity: Identity
  signIn: SignInHold
  submits: Throttle
  joins: Throttle
  member: Member<Connection> | null
  /** Counts joins and departures: a join whose number is no longer the latest when its lookups end is refused. */
  latestJoin: number
  outlet: Outlet
}
export type Connection = Socket<FromPages, ToPages, Record<never, never>, ConnectionData>

/** Sends one message to many, as a frame that is encoded once; Socket.IO would encode it for each, which takes twice the time. */
export function tellAll(to: Iterable<Member<Connection>>, name: ToMany, message: PreparedMessage): void {
  const frame = frameOf(name, message)
  for (const { connection } of to) if (!connection.data.outlet.write(frame)) connection.emit(name, message)
}

/** Returns the function that answers a page's message; it does nothing when the page asked for no answer. */
export function answerIn(asked: readonly unknown[], connection: Connection): (message: PreparedMessage) => void {
  const number = asked.at(-1)
  return (message) => {
    if (!(number instanceof AnswerNumber)) return
    const frame = answerFrame(number, message)
    const [only, ...more] = frame
    if (only && more.length === 0 && connection.data.outlet.write(only)) return
    connection.conn.write(new ReadyFrame(frame))
  }
}
