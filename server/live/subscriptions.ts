/**
 * What pages follow over their connections, a room (joins.ts) or all rooms of an activity (watching.ts): how each begins to, and everything
 * that ends it, also while a request is still looked up. A connection follows one thing at a time, the one that it asked for last.
 */
import * as z from 'zod/mini'
import { logError } from '#server/base/faults/logger'
import { MadeByNewer } from '#simulation/engine/made-by-newer'
import type { RoomId } from '#simulation/kernel/ids'
import { type JOIN_REFUSALS, PROTOCOL } from '#simulation/wire/protocol'
import type { Connection, EndedBy, Subscription } from './connection'
import type { DoorNewsCache } from './pages/door-news-cache'
import type { Answer } from './transport/page-socket'

export type Refusal = (typeof JOIN_REFUSALS)[number]
type Request = { roomId: string } | { activityId: string }

/** What can be followed: what a page asks, whether it may, and what it is answered. */
export type Followable<Asked extends Request, Found extends object> = {
  readonly request: z.ZodMiniType<Asked>
  /** Looks up everything that takes time. */
  lookUp(connection: Connection, asked: Asked): Promise<Found | Refusal>
  /** Judges again what may have changed during the lookups, and begins to send the page what is new. */
  begin(connection: Connection, found: Found): { subscription: Subscription; answer: () => object } | Refusal
}

const anyProtocol = z.object({ protocol: z.int() })

/** The request of a page of this version. */
export function readRequest<Asked extends Request>(shape: z.ZodMiniType<Asked>, asked: unknown): Asked | Refusal {
  const page = anyProtocol.safeParse(asked).data
  if (page && page.protocol !== PROTOCOL) return 'outdated'
  return shape.safeParse(asked).data ?? 'malformed'
}

export class Subscriptions {
  readonly #connections = new Set<Connection>()

  constructor(private readonly given: { door: DoorNewsCache; isClosing: () => boolean }) {}

  open(connection: Connection): void {
    this.#connections.add(connection)
  }

  /** The connection is gone. */
  close(connection: Connection): void {
    this.#connections.delete(connection)
    this.#part(connection)
  }

  /** Answers once; of several requests of one connection only the latest is carried out, and none after which something has ended it. */
  async ask<Asked extends Request, Found extends object>(
    connection: Connection,
    asked: unknown,
    answer: Answer,
    what: Followable<Asked, Found>,
  ): Promise<void> {
    const refuse = (refusal: Refusal) => answer({ ok: false, refusal })
    connection.turn += 1
    const { turn, signIn, joins, socket } = connection
    if (!signIn.isAlive) return refuse('signed-out')
    if (!joins.take()) return refuse('slow-down')
    const read = readRequest(what.request, asked)
    if (typeof read === 'string') return refuse(read)
    try {
      const found = await what.lookUp(connection, read)
      // While closing, rooms are not opened any more: answer `try-again`, not the `not-found` that this looks like.
      if (this.given.isClosing()) return refuse('try-again')
      if (typeof found === 'string') return refuse(found)
      // No await from here on: a row committed between what is judged and the answer would be lost to this page, or come before it.
      if (!socket.isOpen || turn !== connection.turn) return refuse('try-again')
      const begun = what.begin(connection, found)
      if (typeof begun === 'string') return refuse(begun)
      const before = connection.subscription
      connection.subscription = begun.subscription
      // After the new one has begun: what nobody follows would be unloaded in between.
      if (before) this.#stop(before)
      answer(begun.answer())
    } catch (error) {
      const isNewer = error instanceof MadeByNewer
      const why = isNewer ? 'a room was written by a newer version of the server' : 'a page could not be let in'
      logError(why, error, 'roomId' in read ? { room: read.roomId } : { activity: read.activityId })
      refuse(isNewer ? 'made-by-newer' : 'try-again')
    }
  }

  /** Has nothing more sent to the page, then tells it why; in the other order a row could follow. A request under way will be refused. */
  end(connection: Connection, why: EndedBy, to?: RoomId): void {
    const { subscription } = connection
    this.#part(connection)
    subscription?.tellEnd(why, to)
  }

  /** Ends the subscriptions and requests of the connections that this is true of. */
  endWhere(is: (connection: Connection) => boolean, why: EndedBy): void {
    for (const connection of this.#connections) if (is(connection)) this.end(connection, why)
  }

  /** Looks everybody up again, in case a notice from the database was missed: a former colleague must not go on steering. */
  async recheck(): Promise<void> {
    await Promise.all(
      this.#all().map(async (subscription) => {
        const { connection } = subscription
        if (!(await subscription.mayStay()) && connection.subscription === subscription) this.end(connection, 'rejoin')
      }),
    )
  }

  /** How many pages follow something. */
  get count(): number {
    return this.#all().length
  }

  #all(): readonly Subscription[] {
    return [...this.#connections].flatMap(({ subscription }) => subscription ?? [])
  }

  #part(connection: Connection): void {
    const { subscription } = connection
    connection.turn += 1
    connection.subscription = null
    if (subscription) this.#stop(subscription)
  }

  #stop(subscription: Subscription): void {
    subscription.stop()
    const { activityId } = subscription
    for (const other of this.#connections) if (other.subscription?.activityId === activityId) return
    this.given.door.forget(activityId)
  }
}
