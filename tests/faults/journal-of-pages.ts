/**
 * What the pages of a class did and heard, as each of them knows it: what was sent, what was answered, which words came over the wire,
 * when the page stood where, and what it was told a second time.
 */
import { z } from 'zod'
import type { RoomId } from '#simulation/kernel/ids'
import type { ClientCommand } from '#simulation/kernel/room-command'
import type { Ack } from '#simulation/wire/protocol'
import { isKept } from '../../app/_room/outbox'
import type { RoomSocket } from '../../app/_room/reconnecting'
import { RoomLink } from '../../app/_room/room-link'
import { Device } from '../support/device'
import { heardSocket } from './heard-socket'
import { wordsIn } from './marked-words'

export type Sent = { word: string; command: ClientCommand; at: number; answer: Ack | null }

/**
 * Where pages find their server, and how long they wait before they come back to it, if not as long as in a browser. `drawn` is the build of
 * a page that is opened or reloads now; without it there is only today's, which has no reason to reload.
 */
export type PageSurroundings = {
  address: string
  comesBack?: { firstMs: number; mostMs: number }
  drawn?: () => typeof RoomLink
}

/** From `at` on, the page held the rows up to `seq`, and was in the room or not. */
export type PageSeen = { at: number; seq: number; isLive: boolean }

const told = z.object({ rows: z.array(z.object({ seq: z.int() })) })
const submitted = z.object({ command: z.object({ type: z.string() }) })
/** The answer that lets a page into its room, as it comes over the wire. */
const LET_IN = /^3\d+\[\{"ok":true,"viewer"/

let pages = 0

/** One page: the product's own link to a room, and what an onlooker at its side would have noted. */
export class WatchedPage {
  readonly sent: Sent[] = []
  /** Every word that has come over the wire to this page, whatever it did with it, and when it came first. */
  readonly heard = new Map<string, number>()
  /** Numbers of rows that it was told although it held them already. */
  readonly toldTwice: number[] = []
  readonly standings: PageSeen[] = [{ at: 0, seq: 0, isLive: false }]
  /** When the person was removed or signed out by the run; nothing may come to the page afterwards. */
  outSince: number | null = null
  /** Tells the page apart from all others, in a header of its socket. */
  readonly number: number
  /** Between a join and its answer the page ignores what it is told: the answer will hold it. */
  #isJoining = false
  readonly #at: PageSurroundings & { repeats: () => boolean }
  /** What the page keeps over a reload. */
  readonly #device = new Device()
  #link: RoomLink
  /** What has no answer yet, with who waits for it. */
  readonly #unanswered = new Map<Sent, (answer: Ack) => void>()
  /** Those of them that were sent before the page reloaded. */
  #carried: readonly Sent[] = []
  reloads = 0

  constructor(
    readonly roomId: RoomId,
    readonly who: { cookie: string; sessionId: string | null },
    at: PageSurroundings & { repeats: () => boolean },
  ) {
    pages += 1
    this.number = pages
    this.#at = at
    this.#link = this.#opened()
  }

  /** The product's own link, of the build that the page has now. */
  get link(): RoomLink {
    return this.#link
  }

  #opened(): RoomLink {
    const open = async (): Promise<RoomSocket> => {
      const headers = { 'x-page': String(this.number) }
      const socket = heardSocket({ ...this.#at, cookie: this.who.cookie, roomId: this.roomId, headers }, (text) => {
        if (LET_IN.test(text)) this.#isJoining = false
        for (const word of wordsIn(text)) if (!this.heard.has(word)) this.heard.set(word, Date.now())
      })
      socket.on('tell', (message) => this.#notes(message))
      this.#watchOutgoing(socket)
      return socket
    }
    const Build = this.#at.drawn?.() ?? RoomLink
    const link = new Build(this.roomId, 'self', { open, shelf: this.#device, reload: () => this.#reload() })
    link.subscribe(() => this.#link === link && this.#stands())
    void link.start()
    return link
  }

  /** As in a browser: nothing of the page goes on but what its device keeps. */
  #reload(): void {
    if (!this.#at.drawn) throw new Error('The page would have reloaded.')
    this.reloads += 1
    this.#link.stop()
    for (const sent of this.#unanswered.keys())
      if (!isKept(sent.command)) this.#settle(sent, { ok: false, rejection: 'try-again' })
    this.#carried = [...this.#unanswered.keys()]
    this.#link = this.#opened()
  }

  /** Before the page itself hears of it, so that the page still stands where it stood. */
  #notes(message: unknown): void {
    if (this.#isJoining) return
    for (const { seq } of told.safeParse(message).data?.rows ?? [])
      if (seq <= this.link.view.seq) this.toldTwice.push(seq)
  }

  #stands(): void {
    this.#settleCarried()
    const { connection } = this.link.view
    const isLive = connection.kind === 'live'
    const last = this.standings.at(-1)
    // A page that reloads begins without a row; its reader looks at the room again once it is live.
    const seq = this.reloads > 0 && !isLive ? (last?.seq ?? 0) : this.link.view.seq
    if (last?.seq !== seq || last.isLive !== isLive) this.standings.push({ at: Date.now(), seq, isLive })
  }

  #watchOutgoing(socket: RoomSocket): void {
    socket.onAnyOutgoing((name, submission: unknown) => {
      if (name === 'join') this.#isJoining = true
      if (name === 'submit' && submitted.safeParse(submission).success && this.#at.repeats())
        queueMicrotask(() => socket.connected && socket.io.engine.write(`2${JSON.stringify(['submit', submission])}`))
    })
  }

  submit(command: ClientCommand, word = ''): Promise<Ack> {
    const sent: Sent = { word, command, at: Date.now(), answer: null }
    this.sent.push(sent)
    return new Promise((answered) => {
      this.#unanswered.set(sent, answered)
      void this.link.view.submit(command).then((answer) => this.#settle(sent, answer))
    })
  }

  #settle(sent: Sent, answer: Ack): void {
    const answered = this.#unanswered.get(sent)
    if (!answered) return
    this.#unanswered.delete(sent)
    sent.answer = answer
    // A refusal stays on the page until it is read; here it has been.
    for (const { id, status } of this.link.view.waiting) if (status.kind === 'refused') this.link.view.dismiss(id)
    answered(answer)
  }

  /** What a page sent before it reloaded is answered by what has become of it on the device. */
  #settleCarried(): void {
    if (this.#carried.length === 0 || this.link.view.connection.kind !== 'live') return
    const kept = this.#kept
    const carried = this.#carried
    for (const sent of carried) {
      const words = JSON.stringify(sent.command)
      const waiting = this.link.view.waiting.find(({ command }) => JSON.stringify(command) === words)
      if (waiting?.status.kind === 'refused') this.#settle(sent, { ok: false, rejection: waiting.status.reason })
      else if (!waiting && !kept.has(words)) this.#settle(sent, { ok: true, seq: this.link.view.seq })
    }
    this.#carried = carried.filter((sent) => this.#unanswered.has(sent))
  }

  get #kept(): ReadonlySet<string> {
    return new Set(this.#device.all.map(({ command }) => JSON.stringify(command)))
  }

  /** Words that were typed here, have no answer yet, and are nowhere on the page: there must never be any. */
  get mislaid(): string[] {
    const shown = new Set(this.link.view.waiting.map(({ command }) => JSON.stringify(command)))
    // A page that has reloaded shows what its device keeps once it knows who reads it.
    if (this.reloads > 0) for (const words of this.#kept) shown.add(words)
    return this.sent
      .filter(({ answer, command }) => answer === null && isKept(command) && !shown.has(JSON.stringify(command)))
      .map(({ word }) => word)
  }
}
