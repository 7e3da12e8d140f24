/** A page's connection without a socket, and what it is sent. */
import type { Connection } from '#server/live/connection'
import { Throttle } from '#server/live/saving/throttle'

export type Sent = { event: string; what: object }

export function givenConnection(userId = 'somebody'): { connection: Connection; sent: Sent[] } {
  const sent: Sent[] = []
  const socket = {
    ...{ id: 'page', isOpen: true },
    send: (event: string, what: object) => void sent.push({ event, what }),
    sendTo: (_: readonly string[], event: string, what: object) => void sent.push({ event, what }),
    onMessage: () => undefined,
    onClose: () => undefined,
    disconnect: () => undefined,
  }
  const few = { burst: 2, perSecond: 1 }
  const user = { id: userId, kind: 'guest', name: 'Mei', email: null, isAdmin: false } as const
  const connection: Connection = {
    socket,
    identity: { user, sessionId: 'session' },
    signIn: { isAlive: true, user, release: () => undefined },
    submits: new Throttle(few, Date.now),
    joins: new Throttle(few, Date.now),
    subscription: null,
    turn: 0,
  }
  return { connection, sent }
}
