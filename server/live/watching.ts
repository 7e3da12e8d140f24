/**
 * The pages that follow all rooms of an activity over one connection: who may begin to, what ends it, and the commands that they send to
 * several rooms at once. Only staff who run the activity and hear its rooms as their chair watch.
 */

import type * as z from 'zod/mini'
import { logError } from '#server/base/logger'
import { messagesRefused } from '#server/base/metrics'
import { accessActivity, may, type ReaderRole } from '#server/store/access/access'
import { readRooms } from '#server/store/activities/rooms'
import type { DoorNews } from '#server/store/door/door-news'
import { MadeByNewer } from '#simulation/engine/made-by-newer'
import { chairActor, roomId } from '#simulation/kernel/ids'
import type { Ack } from '#simulation/wire/protocol'
import { type unwatchMessage, type WatchAnswer, watchRequest } from '#simulation/wire/watching'
import { submitInTurn } from './before-submit'
import { type Connection, sendTo } from './connection'
import type { DoorNewsCache } from './door-news-cache'
import { isOutdated, type Refusal } from './joining'
import { CANNOT_SAVE, TRY_AGAIN } from './pending-command'
import type { LiveRoom, Rooms } from './rooms'
import { isTooLate, readAct } from './submitting'
import { Throttle } from './throttle'
import type { Time } from './time'
import { WatchedActivity } from './watched-activity'

/** An act reaches up to sixty rooms, so a page has fewer of them than of single commands. */
const ACTS = { burst: 12, perSecond: 2 }
/** After this time an act is answered although some rooms have not: they count as not answered, and the page asks them again. */
const ANSWER_MS = 4_000

/** Asked when the watching begins and whenever a watcher is looked up again. */
const mayWatch = (as: ReaderRole | undefined): boolean => may(as, 'run-activity') && may(as, 'steer-room')

type Why = z.infer<typeof unwatchMessage>['why']
type WatchingOptions = {
  time: Time
  rooms: Rooms
  door: DoorNewsCache
  /** Called when nobody watches the activity any more. */
  activityLeft: (activityId: string) => void
}

export class Watching {
  readonly #activities = new Map<string, WatchedActivity>()
  readonly #of = new WeakMap<Connection, WatchedActivity>()
  readonly #acts = new WeakMap<Connection, Throttle>()
  /** Counts changes of parts: a request whose lookup began before the latest change is refused with `try-again`. */
  #changes = 0

  constructor(private readonly options: WatchingOptions) {}

  isWatched(activityId: string): boolean {
    return this.#activities.has(activityId)
  }

  async begin(connection: Connection, asked: unknown): Promise<WatchAnswer> {
    try {
      return await this.#begin(connection, asked)
    } catch (error) {
      logError('an activity could not be watched', error)
      return { ok: false, refusal: error instanceof MadeByNewer ? 'made-by-newer' : 'try-again' }
    }
  }

  async #begin(connection: Connection, asked: unknown): Promise<WatchAnswer> {
    const refuse = ({ refusal }: Refusal): WatchAnswer => ({ ok: false, refusal })
    const { signIn, joins, socket } = connection
    if (!signIn.isAlive) return refuse({ refusal: 'signed-out' })
    if (!joins.take()) return refuse({ refusal: 'slow-down' })
    if (isOutdated(asked)) return refuse({ refusal: 'outdated' })
    const request = watchRequest.safeParse(asked).data
    if (!request) return refuse({ refusal: 'malformed' })
    const { activityId } = request
    const changes = this.#changes
    const found = await accessActivity(signIn.user, activityId)
    if (!found || !mayWatch(found.as)) return refuse({ refusal: 'not-found' })
    await this.options.door.get(activityId)
    const { rows, places } = await this.#open(activityId)
    // No await from here on: what changed between the summaries and the watching would be lost to this page.
    const news = this.options.door.now(activityId)
    if (!places || !news || news.rooms > rows || !socket.isOpen || changes !== this.#changes)
      return refuse({ refusal: 'try-again' })
    if (!signIn.isAlive) return refuse({ refusal: 'signed-out' })
    // A page that asks again stays: as the last to leave it would have the door's news forgotten, of which it then heard no more.
    if (this.#of.get(connection) !== this.#activities.get(activityId)) this.part(connection)
    const watched = this.#activities.get(activityId) ?? new WatchedActivity(this.options.time, places, news, rows)
    this.#activities.set(activityId, watched)
    const answer = watched.whole()
    watched.watchers.add(connection)
    this.#of.set(connection, watched)
    return answer
  }

  /** How many rooms the activity has, and those that are live; null when one could not be had. */
  async #open(activityId: string) {
    const { rooms } = this.options
    const rows = await readRooms(activityId)
    const places = await Promise.all(
      rows.map(async ({ id, name, ordinal }) => {
        const live = await rooms.open(roomId.parse(id))
        return live && { live, name, number: ordinal }
      }),
    )
    const opened = places.flatMap((place) => place ?? [])
    // One may have been unloaded again while another was still loading.
    const isWhole = opened.every(({ live }) => rooms.find(live.room.id) === live)
    return { rows: rows.length, places: isWhole ? opened : null }
  }

  /** Submits one command to several of the rooms that the connection watches, and answers when all of them have, or after ANSWER_MS. */
  act(connection: Connection, asked: unknown, answer: (acks: readonly Ack[]) => void): void {
    const read = readAct(asked)
    const why = this.#refusalOf(connection) ?? (read ? null : 'malformed')
    if (why !== null || !read) {
      messagesRefused.inc({ why: why ?? 'malformed' })
      answer((read?.to ?? []).map(() => ({ ok: false, rejection: why ?? 'malformed' })))
      return
    }
    const watched = this.#of.get(connection)
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

  #refusalOf(connection: Connection): 'signed-out' | 'slow-down' | 'not-joined' | null {
    const acts = this.#acts.get(connection) ?? new Throttle(ACTS, this.options.time.now)
    this.#acts.set(connection, acts)
    if (!connection.signIn.isAlive) return 'signed-out'
    if (!acts.take()) return 'slow-down'
    return this.#of.has(connection) ? null : 'not-joined'
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
    if (news.rooms > watched.tables) for (const connection of [...watched.watchers]) this.end(connection, 'rejoin')
  }

  /** Ends the watching of a connection without a message, as when it was lost. */
  part(connection: Connection): void {
    const watching = this.#of.get(connection)
    if (!watching) return
    this.#of.delete(connection)
    watching.watchers.delete(connection)
    if (watching.watchers.size > 0) return
    for (const [activityId, watched] of this.#activities) {
      if (watched !== watching) continue
      this.#activities.delete(activityId)
      for (const live of watched.close()) this.options.rooms.release(live)
      this.options.activityLeft(activityId)
    }
  }

  end(connection: Connection, why: Why): void {
    if (!this.#of.has(connection)) return
    this.part(connection)
    sendTo(connection.socket, 'unwatch', { why })
  }

  endAll(why: Why): void {
    for (const connection of this.#watchers()) this.end(connection, why)
  }

  /** Has the watchers of a room ask for it anew, which was unloaded. */
  rejoin(live: LiveRoom): void {
    for (const connection of [...(this.#activities.get(live.activityId)?.watchers ?? [])])
      this.end(connection, 'rejoin')
  }

  partChanged(userId: string): void {
    this.#changes += 1
    for (const connection of this.#watchers())
      if (connection.identity.user.id === userId) this.end(connection, 'rejoin')
  }

  /** Looks all watchers up again, in case a notice from the database was missed. */
  async recheck(): Promise<void> {
    for (const [activityId, { watchers }] of [...this.#activities])
      for (const connection of [...watchers]) {
        const access = await accessActivity(connection.signIn.user, activityId)
        if (!mayWatch(access?.as)) this.end(connection, 'rejoin')
      }
  }

  get count(): number {
    return this.#watchers().length
  }

  #watchers(): readonly Connection[] {
    return [...this.#activities.values()].flatMap(({ watchers }) => [...watchers])
  }
}
