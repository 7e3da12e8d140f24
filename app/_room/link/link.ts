// One page's connection to what it follows, a room or all rooms of an activity: asks to follow, asks again after every loss, and ends for
// good where it is told so. What is asked and heard stands in room-link.ts and activity-link.ts.
import { never } from '#simulation/kernel/ids'
import { type JOIN_REFUSALS, type Leave, PROTOCOL } from '#simulation/wire/protocol'
import { askClock } from './ask-clock'
import { ANSWER_MS, Reconnecting, type RoomSocket } from './reconnecting'
import type { Connection } from './room-view'
import { ServerClock } from './server-clock'

const SYNC_EVERY_MS = 120_000
const LOOK_MS = 1_000

/** What a page has heard when the server lets it follow: the server's clock, and what is to be shown from now on. */
type Followed<What> = { now: number; shows: Partial<What> }
/** `anew`: it does not fit what the page holds, and the page asks for all of it. */
export type Answered<What> = Followed<What> | 'anew' | 'unreadable' | (typeof JOIN_REFUSALS)[number]

/** `What` is what a page knows of what it follows. */
export abstract class Link<What extends object> {
  view: What & { connection: Connection }
  protected abstract readonly event: 'join' | 'watch'
  /** A connection that says something at least so often is taken for lost when it is silent for longer, though nothing has said that it is. */
  protected readonly silentMs: number | null = null
  protected socket: RoomSocket | null = null
  protected stopped = false
  protected readonly clock = new ServerClock()
  #reconnecting: Reconnecting | null = null
  /** Counts requests, so that a late answer to an older one is ignored. */
  #turn = 0
  /** When the server was last heard, on this page's clock. */
  #heard = 0
  readonly #timers: ReturnType<typeof setInterval>[] = []
  readonly #listeners = new Set<() => void>()

  constructor(
    before: What,
    private readonly page: { open: () => Promise<RoomSocket>; reload: () => void },
  ) {
    this.view = { ...before, connection: { kind: 'connecting' } }
  }

  /** What is asked; `anew` without counting on what the page holds already. */
  protected abstract request(anew: boolean): object
  protected abstract answered(reply: unknown): Answered<What>
  /** The link has ended for good: forgets what was heard, and says what becomes of the view, so that a removed person does not go on reading it. */
  protected abstract forget(): Partial<What>
  /** Hears what comes of it. */
  protected abstract listen(socket: RoomSocket): void
  /** Runs when the answer is shown. */
  protected live?(): void
  /** Nothing can be sent until it is live again. */
  protected halt?(): void

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async start(): Promise<void> {
    const socket = await this.page.open()
    if (this.stopped) return
    this.socket = socket
    this.#reconnecting = new Reconnecting(socket)
    this.#followFromTheHandshakeOn(socket)
    socket.on('disconnect', (reason) => this.#lost(reason === 'io server disconnect'))
    socket.on('connect_error', (error) => {
      if (error.message === 'signed-out') this.#end({ kind: 'refused', why: 'signed-out' })
      else this.#lost(!socket.active)
    })
    this.listen(socket)
    this.#timers.push(setInterval(() => void this.#sync(), SYNC_EVERY_MS))
    const { silentMs } = this
    if (silentMs !== null) this.#timers.push(setInterval(() => this.#lookForSilence(silentMs), LOOK_MS))
    socket.connect()
  }

  stop(): void {
    this.stopped = true
    for (const timer of this.#timers) clearInterval(timer)
    this.#reconnecting?.calm()
    this.socket?.disconnect()
  }

  protected follow(anew = false): void {
    const { request, hear } = this.#ask(anew)
    this.socket?.timeout(ANSWER_MS).emit(this.event, request, hear)
  }

  /** A page that comes, or comes back, asks together with its handshake, and so is spared a way there and back. */
  #followFromTheHandshakeOn(socket: RoomSocket): void {
    let hear: (lost: Error | null, reply?: unknown) => void = () => undefined
    socket.auth = (give) => {
      const asked = this.#ask(false)
      hear = asked.hear
      give({ first: [this.event, asked.request] })
    }
    socket.on('connect', () => {
      const late = hear
      setTimeout(() => late(new Error('no answer')), ANSWER_MS)
    })
    socket.on('followed', (reply) => hear(null, reply))
  }

  /** What is asked, and what hears its answer; of several requests only the first answer to the latest counts. */
  #ask(anew: boolean) {
    this.#turn += 1
    const turn = this.#turn
    this.halt?.()
    return {
      request: { protocol: PROTOCOL, ...this.request(anew) },
      hear: (lost: Error | null, reply?: unknown) => {
        if (turn !== this.#turn) return
        this.#turn += 1
        if (lost) this.#followSoon()
        else this.#answered(this.answered(reply))
      },
    }
  }

  #followSoon(): void {
    const turn = this.#turn
    setTimeout(() => turn === this.#turn && this.socket?.connected && this.follow(), 500 + Math.random() * 1500)
  }

  #answered(answer: Answered<What>): void {
    if (typeof answer === 'object') this.#live(answer)
    else this.#refused(answer)
  }

  #live({ now, shows }: Followed<What>): void {
    this.#reconnecting?.calm()
    this.clock.glimpse(now)
    this.heard(shows)
    this.live?.()
    void this.#sync()
  }

  #refused(why: Exclude<Answered<What>, object>): void {
    switch (why) {
      case 'removed':
        this.#end({ kind: 'removed' })
        break
      case 'taken-away':
      case 'signed-out':
      case 'made-by-newer':
        this.#end({ kind: 'refused', why })
        break
      case 'not-found':
      case 'brought-record':
      case 'malformed':
        this.#end({ kind: 'refused', why: 'not-found' })
        break
      case 'unreadable':
      case 'outdated':
        this.#is({ kind: 'outdated' })
        this.page.reload()
        // Where it may not reload yet, or has loaded an old page once more, it asks again.
        this.#followSoon()
        break
      case 'anew':
        this.follow(true)
        break
      case 'try-again':
      case 'slow-down':
        this.#followSoon()
        break
      default:
        never(why)
    }
  }

  /** The server has ended the subscription: for good, to be asked for again, or to be looked for in another room. */
  protected left({ why, to }: Pick<Leave, 'why' | 'to'>): void {
    switch (why) {
      case 'removed':
        this.#end({ kind: 'removed' })
        break
      case 'signed-out':
      case 'too-many':
        this.#end({ kind: 'refused', why })
        break
      case 'rejoin':
        if (to === undefined) this.follow(true)
        else this.#end({ kind: 'moved', to })
        break
      case 'restarting':
        this.#reconnecting?.hurry()
        this.#is({ kind: 'restarting', since: this.clock.now() })
        break
      default:
        never(why)
    }
  }

  /** `forGood`: Socket.IO does not come back by itself when the server ended or refused the connection. */
  #lost(forGood: boolean): void {
    this.#turn += 1
    this.halt?.()
    const { kind } = this.view.connection
    if (kind === 'removed' || kind === 'moved' || kind === 'refused' || this.stopped) return
    if (kind === 'live') this.#is({ kind: 'offline', since: this.#lastHeard() })
    if (forGood) this.#reconnecting?.again(() => this.stopped)
  }

  /** A connection can be cut without either end being told, as when a computer sleeps or a network drops what it carries. */
  #lookForSilence(silentMs: number): void {
    if (this.view.connection.kind !== 'live' || performance.now() - this.#heard < silentMs) return
    this.#is({ kind: 'offline', since: this.#lastHeard() })
    if (this.socket?.connected) this.follow()
  }

  #lastHeard(): number {
    const silent = this.silentMs === null ? 0 : performance.now() - this.#heard
    return Math.round(this.clock.now() - silent)
  }

  #end(connection: Connection): void {
    this.#turn += 1
    this.halt?.()
    this.#set({ ...this.view, ...this.forget(), connection })
    this.socket?.disconnect()
  }

  async #sync(): Promise<void> {
    await this.clock.sync(() => askClock(this.socket))
  }

  /** Shows what the server has said, which proves that the page is connected. */
  protected heard(change: Partial<What>): void {
    this.#heard = performance.now()
    this.#set({ ...this.view, ...change, connection: { kind: 'live' } })
  }

  protected show(change: Partial<What>): void {
    this.#set({ ...this.view, ...change })
  }

  #is(connection: Connection): void {
    this.#set({ ...this.view, connection })
  }

  #set(view: What & { connection: Connection }): void {
    this.view = view
    for (const listener of this.#listeners) listener()
  }
}
