/**
 * One page's connection, as the rest of the house speaks to it: what it may ask, what it may be told, and what is kept with it.
 * It must not know what any of it means.
 */
import type { Socket } from 'socket.io'
import type { Identity } from '#server/web/identity'
import type { ServerToClient } from '#simulation/wire/protocol'
import type { Member } from './members'
import type { SignInHold } from './sessions-in-use'
import type { Throttle } from './throttle'
import type { Outlet } from './transport/slow-reader'
import { AnswerNumber, answerFrame, frameOf, type PreparedMessage, ReadyFrame } from './transport/wire-encoder'

export type MessageHandler = (...asked: unknown[]) => void
export type FromPages = { join: MessageHandler; submit: MessageHandler; clock: MessageHandler }
/** What is told to many is put into JSON once. */
type ToMany = 'tell' | 'presence' | 'roll'
export type ToPages = Omit<ServerToClient, ToMany> & Record<ToMany, (message: PreparedMessage) => void>
export type ConnectionData = {
  identity: Identity
  signIn: SignInHold
  submits: Throttle
  joins: Throttle
  member: Member<Connection> | null
  /** Counts joins, so that an older one that took longer does not win. */
  latestJoin: number
  outlet: Outlet
}
export type Connection = Socket<FromPages, ToPages, Record<never, never>, ConnectionData>

/** One message for many: a frame that is made once and written as it is. Socket.IO's own way costs twice the time for each of them. */
export function tellAll(to: Iterable<Member<Connection>>, name: ToMany, message: PreparedMessage): void {
  const frame = frameOf(name, message)
  for (const { connection } of to) if (!connection.data.outlet.write(frame)) connection.emit(name, message)
}

/** The answer a page waits for, if it asked for one: a page that gave no number is simply not answered. */
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
