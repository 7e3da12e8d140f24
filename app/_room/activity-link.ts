// One page's connection to all rooms of an activity: watches, takes in what is new, watches again after every loss, and sends one command to
// several rooms. It hears summaries and no log; a room that is to be read whole is joined by a link of its own.
import { type CommandId, never } from '#simulation/kernel/ids'
import type { ClientCommand } from '#simulation/kernel/room-command'
import { type Ack, MOMENT_MS, PROTOCOL } from '#simulation/wire/protocol'
import {
  actAnswer,
  unwatchMessage,
  WATCH_PULSE_MS,
  type WatchAnswer,
  type Watched,
  type WatchNews,
  watchAnswer,
  watchNews,
} from '#simulation/wire/watching'
import { type ActivityRoom, type ActivityView, beforeWatching } from './activity-view'
import { askClock } from './ask-clock'
import { newCommandId } from './outbox'
import { isPassing } from './outgoing'
import { ANSWER_MS, Reconnecting, type RoomSocket } from './reconnecting'
import type { Connection } from './room-view'
import { ServerClock } from './server-clock'

const SYNC_EVERY_MS = 120_000
const AGAIN_MS = 500
/** A connection that has been silent for so long is taken for lost, though nothing has said that it is. */
const SILENT_MS = 3 * WATCH_PULSE_MS
const LOOK_MS = 1_000

/** One command for one room. Sent again with the same id it counts once, also where only the answer was lost. */
export type SentCommand = { room: ActivityRoom; command: ClientCommand; id: CommandId }
export type AnsweredCommand = SentCommand & { ack: Ack }

export class ActivityLink {
  view: ActivityView = beforeWatching
  #socket: RoomSocket | null = null
  #reconnecting: Reconnecting | null = null
  /** Counts watches, so that a late answer to an older one is ignored. */
  #turn = 0
  /** When the server was last heard, on this page's clock. */
  #heard = 0
  #stopped = false
  #timers: ReturnType<typeof setInterval>[] = []
  readonly #clock = new ServerClock()
  readonly #listeners = new Set<() => void>()
  readonly now = this.#clock.now

  constructor(
    private readonly activityId: string,
    private readonly given: { open: (key: string) => Promise<RoomSocket>; reload: () => void },
  ) {}

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async start(): Promise<void> {
    const socket = await this.given.open(this.activityId)
    if (this.#stopped) return
    this.#socket = socket
    this.#reconnecting = new Reconnecting(socket)
    socket.on('connect', () => this.#watch())
    socket.on('disconnect', (reason) => this.#lost(reason === 'io server disconnect'))
    socket.on('connect_error', (error) => {
      if (error.message === 'signed-out') this.#end('signed-out')
      else this.#lost(!socket.active)
    })
    socket.on('news', (message) => this.#hear(message))
    socket.on('unwatch', (message) => this.#ended(message))
    this.#timers = [
      setInterval(() => void this.#sync(), SYNC_EVERY_MS),
      setInterval(() => this.#lookForSilence(), LOOK_MS),
    ]
    socket.connect()
  }

  stop(): void {
    this.#stopped = true
    for (const timer of this.#timers) clearInterval(timer)
    this.#reconnecting?.calm()
    this.#socket?.disconnect()
  }

  /** New questions: one command for each room. */
  ask(asked: readonly { room: ActivityRoom; command: ClientCommand }[]): Promise<readonly AnsweredCommand[]> {
    return this.askAgain(asked.map((one) => ({ ...one, id: newCommandId() })))
  }

  /**
   * Asks each room until it has answered, for MOMENT_MS; a room that has not by then is answered for with `try-again`. Never rejects. What was
   * asked before keeps its id.
   */
  async askAgain(asked: readonly SentCommand[]): Promise<readonly AnsweredCommand[]> {
    const acks = new Map<CommandId, Ack>()
    const until = this.now() + MOMENT_MS
    for (;;) {
      const open = asked.filter(({ id }) => !isFinal(acks.get(id)))
      if (open.length === 0 || this.now() > until || this.#stopped) break
      if (this.view.connection.kind === 'live')
        await Promise.all(byCommand(open).map((alike) => this.#post(alike, acks)))
      if (open.some(({ id }) => !isFinal(acks.get(id))))
        await new Promise((wake) => setTimeout(wake, AGAIN_MS * (1 + Math.random())))
    }
    return asked.map((one) => ({ ...one, ack: acks.get(one.id) ?? { ok: false, rejection: 'try-again' } }))
  }

  /** Sends one command to several rooms, and notes their answers. */
  async #post(alike: readonly SentCommand[], acks: Map<CommandId, Ack>): Promise<void> {
    const [first] = alike
    const message = { command: first?.command, to: alike.map(({ room, id }) => ({ roomId: room.id, commandId: id })) }
    await new Promise<void>((answered) => {
      if (!this.#socket?.connected) {
        answered()
        return
      }
      this.#socket.timeout(ANSWER_MS).emit('act', message, (lost: Error | null, reply: unknown) => {
        const heard = lost ? [] : (actAnswer.safeParse(reply).data?.acks ?? [])
        for (const [place, ack] of heard.entries()) {
          const asked = alike[place]
          if (asked) acks.set(asked.id, ack)
        }
        answered()
      })
    })
  }

  #watch(): void {
    this.#turn += 1
    const turn = this.#turn
    const request = { protocol: PROTOCOL, activityId: this.activityId }
    this.#socket?.timeout(ANSWER_MS).emit('watch', request, (lost: Error | null, reply: unknown) => {
      if (turn !== this.#turn) return
      if (lost) this.#watchSoon()
      else this.#watched(reply)
    })
  }

  #watchSoon(): void {
    const turn = this.#turn
    setTimeout(() => turn === this.#turn && this.#socket?.connected && this.#watch(), 500 + Math.random() * 1500)
  }

  #watched(reply: unknown): void {
    const answer = watchAnswer.safeParse(reply).data
    if (!answer) this.given.reload()
    else if (answer.ok) this.#begin(answer)
    else this.#notWatching(answer.refusal)
  }

  #notWatching(refusal: Extract<WatchAnswer, { ok: false }>['refusal']): void {
    switch (refusal) {
      case 'outdated':
        this.#show({ connection: { kind: 'outdated' } })
        this.given.reload()
        this.#watchSoon()
        break
      case 'try-again':
      case 'slow-down':
        this.#watchSoon()
        break
      case 'signed-out':
      case 'made-by-newer':
        this.#end(refusal)
        break
      case 'not-found':
      case 'taken-away':
      case 'brought-record':
      case 'malformed':
      case 'removed':
        this.#end('not-found')
        break
      default:
        never(refusal)
    }
  }

  #begin({ plans, rooms, people, knocks, code, now }: Watched): void {
    this.#reconnecting?.calm()
    this.#clock.glimpse(now)
    this.#heard = performance.now()
    this.#show({
      rooms: rooms.flatMap(({ plan, ...room }): ActivityRoom[] => {
        const found = plans[plan]
        return found ? [{ ...room, plan: found }] : []
      }),
      people: new Map(people.map((person) => [person.id, person])),
      ...{ knocks, code, heardAt: now, connection: { kind: 'live' } },
    })
    void this.#sync()
  }

  #hear(message: unknown): void {
    const news = watchNews.safeParse(message).data
    // Before the answer to a watch the news have nothing to stand on; the answer will hold them.
    if (this.view.heardAt === null) return
    if (!news) {
      this.#watch()
      return
    }
    this.#heard = performance.now()
    this.#show({ ...withNews(this.view, news), heardAt: news.now, connection: { kind: 'live' } })
  }

  #ended(message: unknown): void {
    const why = unwatchMessage.safeParse(message).data?.why ?? 'rejoin'
    switch (why) {
      case 'signed-out':
      case 'too-many':
        this.#end(why)
        break
      case 'restarting':
        this.#reconnecting?.hurry()
        this.#show({ connection: { kind: 'restarting', since: this.now() } })
        break
      case 'rejoin':
        this.#watch()
        break
      default:
        never(why)
    }
  }

  /** `forGood`: Socket.IO does not come back by itself when the server ended or refused the connection. */
  #lost(forGood: boolean): void {
    this.#turn += 1
    const { connection } = this.view
    if (connection.kind === 'refused' || this.#stopped) return
    if (connection.kind === 'live') this.#show({ connection: { kind: 'offline', since: this.#lastHeard() } })
    if (forGood) this.#reconnecting?.again(() => this.#stopped)
  }

  /** A connection can be cut without either end being told, as when a computer sleeps or a network drops what it carries. */
  #lookForSilence(): void {
    if (this.view.connection.kind !== 'live' || performance.now() - this.#heard < SILENT_MS) return
    this.#show({ connection: { kind: 'offline', since: this.#lastHeard() } })
    if (this.#socket?.connected) this.#watch()
  }

  #lastHeard(): number {
    return Math.round(this.now() - (performance.now() - this.#heard))
  }

  /** Ends the link for good, and drops what it heard. */
  #end(why: Extract<Connection, { kind: 'refused' }>['why']): void {
    this.#turn += 1
    this.#show({ ...beforeWatching, connection: { kind: 'refused', why } })
    this.#socket?.disconnect()
  }

  async #sync(): Promise<void> {
    await this.#clock.sync(() => askClock(this.#socket))
  }

  #show(change: Partial<ActivityView>): void {
    this.view = { ...this.view, ...change }
    for (const listener of this.#listeners) listener()
  }
}

/** A room that nothing was said of stays the same object, so that its tile is not drawn again. */
function withNews(view: ActivityView, { rooms, people, knocks, code }: WatchNews): Partial<ActivityView> {
  const changed = new Map(rooms?.map(({ id, ...change }) => [id, change]))
  const isOther = (room: ActivityRoom) => changed.has(room.id)
  return {
    ...(rooms && {
      rooms: view.rooms.map((room) =>
        isOther(room) ? { ...room, summary: { ...room.summary, ...changed.get(room.id) } } : room,
      ),
    }),
    ...(people && { people: new Map([...view.people, ...people.map((person) => [person.id, person] as const)]) }),
    ...(knocks && { knocks }),
    ...(code === undefined ? {} : { code }),
  }
}

const isFinal = (ack: Ack | undefined): boolean => ack !== undefined && (ack.ok || !isPassing(ack.rejection))

/** Those with the same command together, so that they are asked with one message. */
function byCommand(asked: readonly SentCommand[]): readonly (readonly SentCommand[])[] {
  const alike = new Map<string, SentCommand[]>()
  for (const one of asked) {
    const text = JSON.stringify(one.command)
    alike.set(text, [...(alike.get(text) ?? []), one])
  }
  return [...alike.values()]
}
