/**
 * What the pages of a class did and heard, as each of them knows it: what was sent, what was answered, which words came over the wire,
 * when the page stood where, and what it was told a second time.
 */
import { z } from 'zod'
import type { RoomId } from '#simulation/kernel/ids'
import { type ClientCommand, isKept } from '#simulation/shapes/room-command'
import type { Ack } from '#simulation/wire/protocol'
import type { RoomSocket } from '../../app/_room/link/reconnecting'
import { RoomLink } from '../../app/_room/link/room-link'
import { Device } from '../support/device'
import { heardSocket } from './heard-socket'
import { wordsIn } from './marked-words'

export type Sent = { word: string; command: ClientCommand; at: number; answer: Ack | null }

/** Where pages find their server, and how long they wait before they come back to it, if not as long as in a browser. */
export type PageSurroundings = { address: string; comesBack?: { firstMs: number; mostMs: number } }

/** From `at` on, the page held the rows up to `seq`, and was in the room or not. */
export type PageSeen = { at: number; seq: number; isLive: boolean }

const told = z.object({ rows: z.array(z.object({ seq: z.int() })) })
const submitted = z.object({ command: z.object({ type: z.string() }) })
/** The answer that lets a page into its room, as it comes over the wire. */
const LET_IN = /^((3|61-)\d+\[|(2|51-)\["followed",)\{"ok":true,"viewer"/

let pages = 0

/** One page: the product's own link to a room, and what an onlooker at its side would have noted. */
export class WatchedPage {
  readonly link: RoomLink
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
  /** Asked for each submission: whether it arrives twice, as an impatient network may have it. */
  readonly #repeats: () => boolean

  constructor(
    readonly roomId: RoomId,
    readonly who: { cookie: string; sessionId: string | null },
    at: PageSurroundings & { repeats: () => boolean },
  ) {
    pages += 1
    this.number = pages
    this.#repeats = at.repeats
    const open = async (): Promise<RoomSocket> => {
      const headers = { 'x-page': String(this.number) }
      const socket = heardSocket({ ...at, cookie: who.cookie, roomId, headers }, (text) => {
        if (LET_IN.test(text)) this.#isJoining = false
        for (const word of wordsIn(text)) if (!this.heard.has(word)) this.heard.set(word, Date.now())
      })
      socket.on('tell', (message) => this.#notes(message))
      this.#watchOutgoing(socket)
      return socket
    }
    const reload = () => {
      throw new Error('The page would have reloaded.')
    }
    this.link = new RoomLink(roomId, 'self', { open, shelf: new Device(), reload })
    this.link.subscribe(() => this.#stands())
    void this.link.start()
  }

  /** Before the page itself hears of it, so that the page still stands where it stood. */
  #notes(message: unknown): void {
    if (this.#isJoining) return
    for (const { seq } of told.safeParse(message).data?.rows ?? [])
      if (seq <= this.link.view.seq) this.toldTwice.push(seq)
  }

  #stands(): void {
    const { seq, connection } = this.link.view
    const isLive = connection.kind === 'live'
    const last = this.standings.at(-1)
    if (last?.seq !== seq || last.isLive !== isLive) this.standings.push({ at: Date.now(), seq, isLive })
  }

  #watchOutgoing(socket: RoomSocket): void {
    socket.onAnyOutgoing((name, submission: unknown) => {
      if (name === 'join') this.#isJoining = true
      if (name === 'submit' && submitted.safeParse(submission).success && this.#repeats())
        queueMicrotask(() => socket.connected && socket.io.engine.write(`2${JSON.stringify(['submit', submission])}`))
    })
  }

  submit(command: ClientCommand, word = ''): Promise<Ack> {
    const sent: Sent = { word, command, at: Date.now(), answer: null }
    this.sent.push(sent)
    return this.link.view.submit(command).then((answer) => {
      sent.answer = answer
      // A refusal stays on the page until it is read; here it has been.
      for (const { id, status } of this.link.view.waiting) if (status.kind === 'refused') this.link.view.dismiss(id)
      return answer
    })
  }

  /** Words that were typed here, have no answer yet, and are nowhere on the page: there must never be any. */
  get mislaid(): string[] {
    const shown = new Set(this.link.view.waiting.map(({ command }) => JSON.stringify(command)))
    return this.sent
      .filter(({ answer, command }) => answer === null && isKept(command) && !shown.has(JSON.stringify(command)))
      .map(({ word }) => word)
  }
}
