/**
 * Who types words for a clause (rule Q23): told to everybody in the room, also at other servers, and forgotten. Nothing is stored, nothing is
 * answered, and what may not be told is passed over.
 */
import { compiled } from '#server/base/compiled'
import type { WritingHere } from '#server/cluster/room-news'
import { writerOn } from '#simulation/questions/writing'
import { WRITING_EVERY_MS, writingSignal } from '#simulation/wire/protocol'
import type { Connection } from './connection'
import type { LiveRoom } from './live-room'
import { Throttles } from './saving/throttle'
import type { Time } from './saving/time'

const SIGNAL = compiled(writingSignal)

export class Writing {
  /** By seat and not by connection: more tabs say it no more often. */
  readonly #paces: Throttles

  constructor(
    time: Time,
    private readonly tell: (live: LiveRoom, writing: WritingHere) => void,
  ) {
    this.#paces = new Throttles({ burst: 2, perSecond: 1000 / WRITING_EVERY_MS }, time.now, Number.POSITIVE_INFINITY)
  }

  /** The seat is the one in which this connection's person sits, and none that the message names. */
  hear({ signIn, subscription }: Connection, asked: unknown): void {
    const member = subscription?.member
    const read = SIGNAL.safeParse(asked).data
    const state = member?.live.room.state
    if (!signIn.isAlive || !read || !member || !state) return
    const { live, viewer, actor } = member
    if (live.room.id !== read.roomId || viewer.kind !== 'person') return
    const seat = writerOn(state, actor, read.clause)
    if (seat === null || !this.#paces.take(`${read.roomId}/${seat}`)) return
    const writing = { clause: read.clause, seat }
    this.tell(live, writing)
    live.channel.writing(writing)
  }
}
