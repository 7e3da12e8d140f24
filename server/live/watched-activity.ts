/**
 * The rooms of one activity as a page that watches all of them is told of them: a summary of each, then what has changed, for all its
 * watchers together and not oftener than the eye follows. Who may watch is decided in watching.ts.
 */
import type { DoorNews } from '#server/store/door/door-news'
import { nameMarksOf } from '#server/store/door/name-marks'
import { personId, type RoomId, roomId } from '#simulation/kernel/ids'
import { changesIn, summaryOf, tablePlanOf } from '#simulation/reading/positions/room-summary'
import type { RoomSummary, TablePlan, Watched, WatchedPerson, WatchNews } from '#simulation/wire/watching'
import { WATCH_PULSE_MS } from '#simulation/wire/watching'
import { type Subscription, sendToAll } from './connection'
import type { LiveRoom } from './live-room'
import { knocksFor } from './pages/door-news-cache'
import type { Time } from './saving/time'

/** What changes within this time is told in one message. */
const GATHER_MS = 500
/** What a chair has done is told so soon: from a desk, from the lobby, or in those rooms of an act that have answered first. */
const ACT_GATHER_MS = 50

export type RoomPlace = { live: LiveRoom; name: string; number: number }
/** What was told last, to find what is new. */
type LastTold = {
  summaries: Map<RoomId, RoomSummary>
  people: Map<string, string>
  knocks: string
  code: string | null
}

const CHAIR = { kind: 'chair' } as const

export class WatchedActivity {
  readonly watchers = new Set<Subscription>()
  readonly #told: LastTold
  readonly #dirty = new Set<RoomId>()
  #gathering: { at: number; cancel: () => void } | null = null
  #pulse: () => void

  constructor(
    private readonly time: Time,
    private readonly places: readonly RoomPlace[],
    private news: DoorNews,
    /** How many rooms the database had when they were opened. */
    readonly rows: number,
  ) {
    this.#told = { summaries: new Map(), people: new Map(), knocks: '', code: null }
    for (const { live } of places) {
      live.followers += 1
      live.channel.changed()
    }
    this.#changes()
    this.#pulse = this.#beat()
  }

  get rooms(): readonly LiveRoom[] {
    return this.places.map(({ live }) => live)
  }

  /** The room, if it is one of the activity's. */
  room(id: RoomId): LiveRoom | undefined {
    return this.places.find(({ live }) => live.room.id === id)?.live
  }

  /** Everything that was told so far, for a page that begins to watch. */
  whole(): Watched {
    const plans = new Map<string, TablePlan>()
    const rooms = this.places.flatMap(({ live, name, number }): Watched['rooms'] => {
      const { state, id } = live.room
      const summary = this.#told.summaries.get(id)
      if (!state || !summary) return []
      const plan = tablePlanOf(state)
      const text = JSON.stringify(plan)
      if (!plans.has(text)) plans.set(text, plan)
      return [{ id, name, number, plan: [...plans.keys()].indexOf(text), summary }]
    })
    return {
      ok: true,
      now: this.time.now(),
      plans: [...plans.values()],
      rooms,
      people: peopleOf(this.news),
      knocks: knocksFor(this.news, CHAIR),
      code: this.news.code,
    }
  }

  /** Something has changed in a room: it is told soon. */
  changed({ room }: LiveRoom): void {
    this.#dirty.add(room.id)
    this.#tellSoon(GATHER_MS)
  }

  /** A chair has done something in a room, and waits for it: whatever else is gathered, this is told at once. */
  acted({ room }: LiveRoom): void {
    this.#dirty.add(room.id)
    this.#tellSoon(ACT_GATHER_MS)
  }

  showDoor(news: DoorNews): void {
    this.news = news
    this.#tellSoon(GATHER_MS)
  }

  /** To be called when the last watcher has left; returns the rooms that nobody follows any more. */
  close(): readonly LiveRoom[] {
    this.#gathering?.cancel()
    this.#pulse()
    return this.rooms.filter((live) => {
      live.followers -= 1
      live.channel.changed()
      return live.followers === 0
    })
  }

  #tellSoon(afterMs: number): void {
    const at = this.time.now() + afterMs
    if (this.#gathering && this.#gathering.at <= at) return
    this.#gathering?.cancel()
    this.#gathering = { at, cancel: this.time.later(afterMs, () => this.tell()) }
  }

  /** Tells what depends on the time alone, and that the connection is whole. */
  #beat(): () => void {
    return this.time.later(WATCH_PULSE_MS, () => {
      for (const { live } of this.places) this.#dirty.add(live.room.id)
      this.tell(true)
      this.#pulse = this.#beat()
    })
  }

  /** Tells what has changed so far; where nothing has, only if `always`. */
  tell(always = false): void {
    this.#gathering?.cancel()
    this.#gathering = null
    const changes = this.#changes()
    if (!always && Object.keys(changes).length === 0) return
    const news = { now: this.time.now(), ...changes }
    sendToAll(
      [...this.watchers].map(({ connection }) => connection.socket),
      'news',
      news,
    )
  }

  /** What is new since the last call. */
  #changes(): Omit<WatchNews, 'now'> {
    const rooms = this.places.flatMap(({ live }) => this.#changeOf(live) ?? [])
    this.#dirty.clear()
    const told = this.#told
    const people = peopleOf(this.news).filter((person) => {
      const text = JSON.stringify(person)
      const isNew = told.people.get(person.id) !== text
      told.people.set(person.id, text)
      return isNew
    })
    const waiting = knocksFor(this.news, CHAIR)
    const knocks = JSON.stringify(waiting)
    const { code } = this.news
    const changes = {
      ...(rooms.length > 0 ? { rooms } : {}),
      ...(people.length > 0 ? { people } : {}),
      ...(knocks === told.knocks ? {} : { knocks: waiting }),
      ...(code === told.code ? {} : { code }),
    }
    told.knocks = knocks
    told.code = code
    return changes
  }

  #changeOf(live: LiveRoom): NonNullable<WatchNews['rooms']>[number] | null {
    const { id, state, saving } = live.room
    const before = this.#told.summaries.get(id)
    if (!state || (before && !this.#dirty.has(id))) return null
    const beside = { presence: live.presence.shown(state), unsavedSince: saving.since }
    const after = summaryOf(state, beside, this.time.now())
    this.#told.summaries.set(id, after)
    const change = before && changesIn(before, after)
    return change ? { ...change, id } : null
  }
}

function peopleOf({ participants }: DoorNews): WatchedPerson[] {
  const marks = nameMarksOf(participants)
  return participants.map(({ id, name, roomId: room, removedAt }) => {
    const own = marks.get(id)
    return {
      id: personId.parse(id),
      name,
      room: room === null ? null : roomId.parse(room),
      removed: removedAt !== null,
      ...(own ? { marks: own } : {}),
    }
  })
}
