/**
 * The engine as servers use it: each message is signed with a key that only the servers of one house can make, over its channel, its
 * sender, its number and its text. Whoever reaches the engine without that key can make nobody believe anything.
 */
import { createHmac, createSecretKey, hkdfSync, type KeyObject, timingSafeEqual } from 'node:crypto'
import { logWarning } from '#server/base/faults/logger'
import { engineMessagesRefused } from '#server/base/metrics'
import { MINUTE_MS } from '#simulation/kernel/time'
import type { Engine } from './engine'

/** The key is derived, so that a signature tells nothing of the secret that signs cookies. */
const LABEL = 'track-two: messages between servers'
/** At most one line about refused messages is written in this time, and a channel is told of at most one in `FOREIGN_EVERY_MS`. */
const LINE_EVERY_MS = MINUTE_MS
const FOREIGN_EVERY_MS = 1_000
/** Of so many senders the last number is remembered. */
const MOST_SENDERS = 1_000

/** Signature (SHA-256 as base64url), sender, number; the text follows after a line feed. */
const HEAD = /^([\w-]{43}) ([\w-]{1,64}) ([1-9]\d{0,15})\n/

export class SignedEngine implements Engine {
  readonly #key: KeyObject
  readonly #server: string
  /** Begins later than any number of an earlier process, should one have had this id. */
  #number = Date.now() * 1_000
  /** The highest number heard of each sender, on whichever channel. */
  readonly #senders = new Map<string, number>()
  #refused = 0
  #toldAt = Number.NEGATIVE_INFINITY

  /** `secret` is what all servers of the house share; `server` this server's id. */
  constructor(
    private readonly under: Engine,
    { secret, server }: { secret: string; server: string },
  ) {
    this.#key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', LABEL, 32)))
    this.#server = server
  }

  get isUp(): boolean {
    return this.under.isUp
  }

  publish(channel: string, text: string): void {
    this.#number += 1
    const signature = this.#sign(channel, this.#server, this.#number, text)
    this.under.publish(channel, `${signature} ${this.#server} ${this.#number}\n${text}`)
  }

  subscribe(
    channel: string,
    hear: (text: string) => void,
    begins?: () => void,
    foreign: () => void = () => undefined,
  ): () => void {
    // What was sent before this is no news, and can only come if somebody sends it again.
    const heard = new Map(this.#senders)
    let foreignAt = Number.NEGATIVE_INFINITY
    return this.under.subscribe(
      channel,
      (message) => {
        const read = this.#read(channel, message, heard)
        if (read === 'own') return
        if (read !== null) return hear(read.text)
        this.#refuse()
        if (performance.now() - foreignAt < FOREIGN_EVERY_MS) return
        foreignAt = performance.now()
        foreign()
      },
      begins,
    )
  }

  onChange(listener: () => void): () => void {
    return this.under.onChange(listener)
  }

  close(): Promise<void> {
    return this.under.close()
  }

  #sign(channel: string, sender: string, number: number, text: string): string {
    return createHmac('sha256', this.#key).update(`${channel}\n${sender}\n${number}\n${text}`).digest('base64url')
  }

  /** The text of a message of another server that is new; `own` for one of this server's, which are heard by the others alone. */
  #read(channel: string, message: string, heard: Map<string, number>): { text: string } | 'own' | null {
    const [head, signature = '', sender = '', digits] = HEAD.exec(message) ?? []
    if (head === undefined) return null
    if (sender === this.#server) return 'own'
    const number = Number(digits)
    const text = message.slice(head.length)
    if (!isSame(this.#sign(channel, sender, number, text), signature)) return null
    // Each channel brings the words of one sender in their order: an earlier number is a word that somebody says again.
    if (number <= (heard.get(sender) ?? 0)) return null
    heard.set(sender, number)
    const highest = Math.max(number, this.#senders.get(sender) ?? 0)
    this.#senders.delete(sender) // deleted and set again, so that the Map keeps senders in the order of their last words
    this.#senders.set(sender, highest)
    const [silent] = this.#senders.keys()
    if (this.#senders.size > MOST_SENDERS && silent !== undefined) this.#senders.delete(silent)
    return { text }
  }

  #refuse(): void {
    engineMessagesRefused.inc()
    this.#refused += 1
    const now = performance.now()
    if (now - this.#toldAt < LINE_EVERY_MS) return
    logWarning('messages on the engine are not of the servers that share this secret, or came twice', {
      count: this.#refused,
    })
    this.#toldAt = now
    this.#refused = 0
  }
}

const isSame = (expected: string, given: string): boolean => timingSafeEqual(Buffer.from(expected), Buffer.from(given))
