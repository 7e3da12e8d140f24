/**
 * The live rooms of this process: a room is loaded when somebody joins or its clock owes something, and unloaded after a while without
 * followers. Two of the same room would number rows twice, so `open` shares one loading among all who ask.
 */

import { logError } from '#server/base/faults/logger'
import { ALONE } from '#server/cluster/engine'
import { aloneAs } from '#server/cluster/peers'
import { RoomNews } from '#server/cluster/room-news'
import { nextDue } from '#simulation/engine/timers'
import { type RoomId, roomId } from '#simulation/kernel/ids'
import { MINUTE_MS } from '#simulation/kernel/time'
import type { Scenario } from '#simulation/scenario/scenario'
import type { RoomState } from '#simulation/state/room-state'
import { RoomClock } from './clock'
import { draftsFirst } from './hand-in'
import { Listening } from './listener'
import type { LiveRoom, RoomsDependencies } from './live-room'
import { Room } from './room'
import { Presence } from './saving/presence'
import { realTime } from './saving/time'
import { understudies } from './understudies'

const IDLE_MS = 5 * MINUTE_MS
/** A room that another server looks after is unloaded sooner: as long as it is open here, every row is sent here too. */
const LOOKED_AFTER_MS = 10_000

const NO_NEWS = new RoomNews(ALONE, aloneAs('alone'), realTime)

export class Rooms {
  readonly #open = new Map<RoomId, Promise<LiveRoom | null>>()
  readonly #live = new Map<RoomId, LiveRoom>()
  /** Rooms that were left to other servers: without it each look for running rooms would load them once more. */
  readonly #lookedAfter = new Set<RoomId>()
  #databaseAway: number | null = null
  #closed = false

  constructor(private readonly dependencies: RoomsDependencies) {}

  /** The live room, loaded if need be; null when there is no such room or its log is empty. */
  open(id: RoomId): Promise<LiveRoom | null> {
    let opening = this.#open.get(id)
    if (!opening) {
      opening = this.#load(id)
      this.#open.set(id, opening)
      opening.then(
        (live) => live ?? this.#open.delete(id),
        () => this.#open.delete(id),
      )
    }
    return opening
  }

  /** The live room if it is loaded. */
  find(id: RoomId): LiveRoom | undefined {
    return this.#live.get(id)
  }

  /**
   * Has the room read rows that others appended to its log, as when the desk admits somebody again. A room that is still loading
   * is told as well: it may have read its log before.
   */
  hearNews(id: string): void {
    const known = roomId.safeParse(id)
    const opening = known.success ? this.#open.get(known.data) : undefined
    opening?.then(
      (live) => live?.room.hearNews(),
      () => undefined,
    )
  }

  /** Unloads a room whose saved rows were changed, so that whoever opens it next reads them anew; returns it if it was loaded. */
  forget(id: string): LiveRoom | undefined {
    const known = roomId.safeParse(id)
    const live = known.success ? this.find(known.data) : undefined
    if (live) this.#unload(live)
    return live
  }

  all(): readonly LiveRoom[] {
    return [...this.#live.values()]
  }

  /** For each room with something overdue: by how many milliseconds. */
  lateness(): readonly number[] {
    const now = this.dependencies.time.now()
    return this.all().flatMap(({ room }) => {
      const due = room.state && nextDue(room.state, now)
      // A due time of 0 means "at once": its lateness cannot be computed.
      return due && due.at > 0 && due.at < now ? [now - due.at] : []
    })
  }

  /** Since when the room that has waited longest could not save; null while every room saves. */
  unsavedSince(): number | null {
    const stalled = this.all().flatMap(({ room }) => room.saving.since ?? [])
    return stalled.length === 0 ? null : Math.min(...stalled)
  }

  /**
   * Loads the rooms whose clocks were running when the server stopped, and the homework debates that have not ended; `isOurs` leaves
   * some to other servers.
   */
  async wake(isOurs: (room: RoomId) => boolean): Promise<void> {
    for (const id of await this.dependencies.log.readRunning()) {
      if (this.#closed) return
      if (this.#live.has(id) || this.#lookedAfter.has(id) || !isOurs(id)) continue
      const live = await this.open(id).catch((error: unknown) => {
        logError('a room could not be taken up', error, { room: id })
        return null
      })
      if (live) this.release(live)
    }
  }

  /** Has every room that is loaded read what others appended to its log; one query for all of them, also where there is none. */
  async catchUp(): Promise<void> {
    const rooms = this.all().map(({ room }) => room)
    const before = rooms.map(({ seq }) => seq)
    const newest = await this.dependencies.log.readNewest(rooms.map(({ id }) => id))
    for (const [index, room] of rooms.entries()) if (room.seq === before[index]) room.hearNewest(newest.get(room.id))
  }

  /** Since when the database has been away, which each room says to its pages; null when it answers. */
  databaseAway(since: number | null): void {
    this.#databaseAway = since
    for (const { room } of this.all()) room.saving.databaseAway(since)
  }

  /** Servers came or went: a room that was left to another may be nobody's now. */
  serversChanged(): void {
    this.#lookedAfter.clear()
  }

  /** Unloads the room after a while, unless somebody follows it by then, or its clock owes something and no other server comes first. */
  release(live: LiveRoom, afterMs = IDLE_MS): void {
    this.dependencies.time.later(afterMs, () => {
      const { room, channel, followers } = live
      if (followers > 0) return
      const owes = room.ahead.state && nextDue(room.ahead.state, this.dependencies.time.now())
      if (owes && channel.rank === 0) return
      if (owes) this.#lookedAfter.add(room.id)
      this.#unload(live)
    })
  }

  #unload(live: LiveRoom): void {
    const { room, clock, channel } = live
    if (this.#live.get(room.id) !== live) return
    clock.stop()
    this.#live.delete(room.id)
    this.#open.delete(room.id)
    // At once: after the room has been loaded anew, it would take back what that one has told the others of who is here.
    channel.leave()
    // What it was still saving, the one that was loaded meanwhile has not heard of.
    void room.close().finally(() => this.find(room.id)?.room.hearNews())
  }

  /** Refuses further commands; resolves when every command that waited has been saved and answered. */
  async close(): Promise<void> {
    this.#closed = true
    await Promise.all(
      this.all().map(async ({ room, clock, channel }) => {
        clock.stop()
        await room.close()
        channel.leave()
      }),
    )
  }

  async #load(id: RoomId): Promise<LiveRoom | null> {
    const { log, time, tell, tellSaving, readActivityId, readScenario, writes, news = NO_NEWS } = this.dependencies
    const activityId = await readActivityId(id)
    if (activityId === null) return null
    let live: LiveRoom | null = null
    let missed = false
    const channel = news.open(id, {
      look: () => ({
        pages: live?.followers ?? 0,
        seq: live?.room.seq ?? 0,
        people: live?.presence.here ?? [],
      }),
      rows(rows, before) {
        if (live) live.room.hearRows(rows, before)
        else missed = true
      },
      behind() {
        if (live) live.room.hearNews()
        else missed = true
      },
      changed: () => live && this.#othersChanged(live),
      writing: (writing) => live && writes?.(live, writing),
    })
    const room = await Room.load(
      id,
      log,
      time,
      (rows, state, before) => {
        if (!live) return
        tell(live, rows, state, before)
        live.clock.arm()
        if (live.followers === 0 && !nextDue(state, time.now())) this.release(live)
      },
      {
        saved: (rows, before) => channel.publish(rows, before),
        mayBeAhead: () => channel.mayBeAhead,
        startedOver: () => {
          if (!live) return
          this.dependencies.startedOver?.(live)
          channel.changed()
          if (room.state) clock.arm()
          else this.#unload(live)
        },
      },
    ).catch((error: unknown) => {
      channel.leave()
      throw error
    })
    if (!room.state || this.#closed) {
      channel.leave()
      return null
    }
    // A scenario that cannot be read costs the room its understudies, not its people.
    const scenario = room.state.plan.understudies
      ? await readScenario(activityId).catch((error: unknown) => {
          logError('the understudies have no scenario', error, { room: id })
          return null
        })
      : null
    const presence = new Presence(time.now())
    const sources = [
      { name: 'clock', next: nextDue },
      { name: 'presence', next: (state: RoomState, now: number) => presence.nextDue(state, now) },
      ...(scenario
        ? [
            understudies(
              scenario,
              this.#listening(scenario, () => live),
              () => channel.rank === 0,
            ),
          ]
        : []),
    ]
    const clock = new RoomClock(
      room,
      time,
      sources,
      (command) => draftsFirst(room, command),
      () => channel.rank,
    )
    live = { room, channel, clock, presence, activityId, scenario, followers: 0 }
    const opened = live
    room.saving.changed = () => tellSaving?.(opened)
    room.saving.databaseAway(this.#databaseAway)
    this.#live.set(id, live)
    this.#lookedAfter.delete(id)
    this.#othersChanged(live)
    channel.changed()
    clock.arm()
    if (missed) room.hearNews()
    return live
  }

  #listening(scenario: Scenario, live: () => LiveRoom | null): Listening | null {
    const { listener = null, time } = this.dependencies
    return listener && new Listening(listener, scenario, time, () => live()?.clock.arm())
  }

  /** Somebody came or went at another server, or another server came or went. */
  #othersChanged(live: LiveRoom): void {
    const { presence, channel, clock } = live
    if (presence.settle(channel.elsewhere, channel.isHeard, this.dependencies.time.now()))
      this.dependencies.presenceChanged?.(live)
    clock.arm()
    if (live.followers === 0 && channel.rank > 0) this.release(live, LOOKED_AFTER_MS)
  }
}
