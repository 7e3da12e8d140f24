/**
 * The pages that follow all rooms of an activity over one connection: who may, what each is answered, and the commands that they send to
 * several rooms at once. Only staff who run the activity and hear its rooms as their chair watch.
 */

import type * as z from 'zod/mini'
import { messagesRefused } from '#server/base/metrics'
import { accessActivity, may, type ReaderRole } from '#server/store/access/access'
import { readRooms } from '#server/store/activities/rooms'
import type { DoorNews } from '#server/store/door/door-news'
import { chairActor, roomId } from '#simulation/kernel/ids'
import type { Ack } from '#simulation/wire/protocol'
import { watchRequest } from '#simulation/wire/watching'
import { submitInTurn } from './before-submit'
import { type Connection, type EndedBy, type Subscription, sendTo } from './connection'
import type { LiveRoom } from './live-room'
import type { DoorNewsCache } from './pages/door-news-cache'
import type { Rooms } from './rooms'
import { CANNOT_SAVE, TRY_AGAIN } from './saving/pending-command'
import { Throttle } from './saving/throttle'
import type { Time } from './saving/time'
import { isTooLate, readAct } from './submitting'
import type { Followable, Refusal } from './subscriptions'
import { type RoomPlace, WatchedActivity } from './watched-activity'

/** An act reaches up to sixty rooms, so a page has fewer of them than of single commands. */
const ACTS = { burst: 12, perSecond: 2 }
/** After this time an act is answered although some rooms have not: they count as not answered, and the page asks them again. */
const ANSWER_MS = 4_000

/** Asked when the watching begins and whenever a watcher is looked up again. */
const mayWatch = (as: ReaderRole | undefined): boolean => may(as, 'run-activity') && may(as, 'steer-room')

type WatchingOptions = {
  time: Time
  rooms: Rooms
  door: DoorNewsCache
  /** Has the connection watch no more. */
  end: (connection: Connection, why: EndedBy) => void
}
type WatchRequest = z.infer<typeof watchRequest>
/** An activity, those of its rooms that could be had, and how many the database has: one without a log never opens. */
type Opened = { activityId: string; places: readonly RoomPlace[]; rows: number }

export class Watching implements Followable<WatchRequest, Opened> {
  readonly request = watchRequest
  readonly #activities = new Map<string, WatchedActivity>()
  readonly #acts = new WeakMap<Connection, Throttle>()

  constructor(private readonly options: WatchingOptions) {}

  async lookUp({ signIn }: Connection, { activityId }: WatchRequest): Promise<Opened | Refusal> {
    const found = await accessActivity(signIn.user, activityId)
    if (!found || !mayWatch(found.as)) return 'not-found'
    const { door, rooms } = this.options
    await door.get(activityId)
    const rows = await readRooms(activityId)
    const places = rows.map(async ({ id, name, ordinal: number }) => {
      const live = await rooms.open(roomId.parse(id))
      return live ? { live, name, number } : []
    })
    return { activityId, places: (await Promise.all(places)).flat(), rows: rows.length }
  }

  begin(connection: Connection, { activityId, places, rows }: Opened) {
    const { time, door, rooms } = this.options
    const news = door.now(activityId)
    // One may have been unloaded again while another was still loading.
    const isWhole = places.every(({ live }) => rooms.find(live.room.id) === live)
    if (!isWhole || !news || news.rooms > rows) return 'try-again'
    const watched = this.#activities.get(activityId) ?? new WatchedActivity(time, places, news, rows)
    this.#activities.set(activityId, watched)
    // What the answer holds counts as told from then on.
    watched.tell()
    const subscription: Subscription = {
      ...{ connection, activityId, member: null },
      mayStay: async () => mayWatch((await accessActivity(connection.signIn.user, activityId))?.as),
      stop: () => this.#stop(watched, subscription),
      // Nobody who watches sits in a room that they could be removed from.
      tellEnd: (why) => sendTo(connection.socket, 'unwatch', { why: why === 'removed' ? 'rejoin' : why }),
    }
    watched.watchers.add(subscription)
    return { subscription, answer: () => watched.whole() }
  }

  /** Submits one command to several of the rooms that the connection watches, and answers when all of them have, or after ANSWER_MS. */
  act(connection: Connection, asked: unknown, answer: (acks: readonly Ack[]) => void): void {
    const read = readAct(asked)
    const watched = this.#watchedBy(connection)
    const why = this.#refusalOf(connection, watched) ?? (read ? null : 'malformed')
    if (why !== null || !read) {
      messagesRefused.inc({ why: why ?? 'malformed' })
      answer((read?.to ?? []).map(() => ({ ok: false, rejection: why ?? 'malformed' })))
      return
    }
    const acks: Ack[] = read.to.map(() => TRY_AGAIN)
    let missing = acks.length
    const done = () => {
      // Told first: a page that is answered before it knows what its act did offers the step it has just taken once more.
      watched?.tell()
      answer(acks)
    }
    const cancel = this.options.time.later(ANSWER_MS, () => {
      missing = 0
      done()
    })
    const heard = (place: number, ack: Ack, live?: LiveRoom) => {
      acks[place] = ack
      missing -= 1
      if (ack.ok && live) watched?.acted(live)
      if (missing !== 0) return
      cancel()
      done()
    }
    for (const [place, { roomId: id, commandId }] of read.to.entries()) {
      const live = watched?.room(id)
      const ack = (one: Ack) => heard(place, one, live)
      if (!live) ack({ ok: false, rejection: 'not-joined' })
      else if (isTooLate(live.room, { commandId, command: read.command })) ack(CANNOT_SAVE)
      else {
        const actor = chairActor(connection.identity.user.id)
        submitInTurn(live, actor, { commandId, command: read.command }, ack)
      }
    }
  }

  #watchedBy({ subscription }: Connection): WatchedActivity | undefined {
    return subscription?.member === null ? this.#activities.get(subscription.activityId) : undefined
  }

  #refusalOf(
    connection: Connection,
    watched: WatchedActivity | undefined,
  ): 'signed-out' | 'slow-down' | 'not-joined' | null {
    const acts = this.#acts.get(connection) ?? new Throttle(ACTS, this.options.time.now)
    this.#acts.set(connection, acts)
    if (!connection.signIn.isAlive) return 'signed-out'
    if (!acts.take()) return 'slow-down'
    return watched ? null : 'not-joined'
  }

  /** A chair has done something in the room. */
  acted(live: LiveRoom): void {
    this.#activities.get(live.activityId)?.acted(live)
  }

  changed(live: LiveRoom): void {
    this.#activities.get(live.activityId)?.changed(live)
  }

  showDoor(activityId: string, news: DoorNews): void {
    const watched = this.#activities.get(activityId)
    if (!watched) return
    watched.showDoor(news)
    // A table has been laid: its watchers ask again for all of them.
    if (news.rooms > watched.rows) for (const { connection } of watched.watchers) this.options.end(connection, 'rejoin')
  }

  /** Has the watchers of a room ask for it anew, which was unloaded. */
  rejoin({ activityId }: LiveRoom): void {
    for (const { connection } of this.#activities.get(activityId)?.watchers ?? [])
      this.options.end(connection, 'rejoin')
  }

  #stop(watched: WatchedActivity, subscription: Subscription): void {
    watched.watchers.delete(subscription)
    if (watched.watchers.size > 0) return
    this.#activities.delete(subscription.activityId)
    for (const live of watched.close()) this.options.rooms.release(live)
  }
}
