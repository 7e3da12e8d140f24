/**
 * Carries what signed-engine.ts signs between servers over Redis or Valkey (7 or newer): sharded publish and subscribe, with one way to recover from whatever
 * happens to it: silence is noticed by a pulse, the connections are given up whole, and new ones are opened until they answer.
 */
import { randomUUID } from 'node:crypto'
import { logError } from '#server/base/faults/logger'
import { failed, served } from '#server/base/faults/outage'
import { PlainFault } from '#server/base/faults/plain-fault'
import { engineUp } from '#server/base/metrics'
import { twiceASecond } from '#server/base/poll'
import type { Engine } from './engine'
import { openWire, type Wire } from './wire'

/** This server sends itself a word twice a second, and takes the engine for away when none has come back for so long. */
const SILENT_MS = 2_000
/** After so long without a word the connections are opened anew: those to a machine that is gone would stay silent for many minutes. */
const STALE_MS = 4_000
const AGAIN_MS = 500

type Listener = { hear: (text: string) => void; begins: () => void }

export class RedisEngine implements Engine {
  readonly #pulse: string
  /** What it sends itself: nobody else knows it, or they could have an engine that is away taken for one that answers. */
  readonly #beat = randomUUID()
  readonly #channels = new Map<string, Set<Listener>>()
  readonly #changed = new Set<() => void>()
  /** The channels that are subscribed to on the present wire. */
  readonly #held = new Set<string>()
  readonly #steps = new Map<string, Promise<void>>()
  #wire: Wire | null = null
  /** Counts wires: what an older one reports is ignored. */
  #attempt = 0
  #openedAt = 0
  #heardAt = 0
  #isUp = false
  #closed = false
  #again: ReturnType<typeof setTimeout> | undefined
  readonly #rest: () => void

  /** `id` tells this server from the others. */
  constructor(
    private readonly url: string,
    id: string,
  ) {
    this.#pulse = `pulse:${id}`
    this.#channels.set(
      this.#pulse,
      new Set([{ hear: (text) => text === this.#beat && this.#heardPulse(), begins: () => undefined }]),
    )
    this.#rest = twiceASecond(() => this.#check())
    engineUp.set(0)
    void this.#open()
  }

  get isUp(): boolean {
    return this.#isUp
  }

  publish(channel: string, text: string): void {
    if (this.#isUp) this.#wire?.publish(channel, text)
  }

  subscribe(channel: string, hear: (text: string) => void, begins: () => void = () => undefined): () => void {
    const listener = { hear, begins }
    const listeners = this.#channels.get(channel) ?? new Set()
    this.#channels.set(channel, listeners)
    listeners.add(listener)
    if (this.#isUp && this.#held.has(channel)) queueMicrotask(() => listeners.has(listener) && begins())
    else void this.#settle(channel)
    return () => {
      listeners.delete(listener)
      if (listeners.size > 0 || this.#channels.get(channel) !== listeners) return
      this.#channels.delete(channel)
      void this.#settle(channel)
    }
  }

  onChange(listener: () => void): () => void {
    this.#changed.add(listener)
    return () => this.#changed.delete(listener)
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#rest()
    clearTimeout(this.#again)
    this.#drop()
    this.#setUp(false)
  }

  /**
   * Subscribes to the channel or leaves it, whichever is due by then. One step after another for each channel: the client forgets a
   * subscription that is asked for while it is still leaving.
   */
  #settle(channel: string): Promise<void> {
    const attempt = this.#attempt
    const step = (this.#steps.get(channel) ?? Promise.resolve()).then(async () => {
      const wire = this.#wire
      if (!wire || attempt !== this.#attempt || this.#channels.has(channel) === this.#held.has(channel)) return
      try {
        if (this.#held.delete(channel)) await wire.unsubscribe(channel)
        else {
          await wire.subscribe(channel, (text) => this.#heard(channel, text))
          if (attempt !== this.#attempt) return
          this.#held.add(channel)
          if (this.#isUp) this.#begin(channel)
        }
      } catch (error) {
        this.#lost(attempt, error)
      }
    })
    this.#steps.set(channel, step)
    return step.finally(() => this.#steps.get(channel) === step && this.#steps.delete(channel))
  }

  async #open(): Promise<void> {
    this.#attempt += 1
    const attempt = this.#attempt
    this.#openedAt = performance.now()
    try {
      const wire = await openWire(this.url, (error) => this.#lost(attempt, error))
      if (this.#closed || attempt !== this.#attempt) return wire.close()
      this.#wire = wire
      await Promise.all([...this.#channels.keys()].map((channel) => this.#settle(channel)))
      if (attempt === this.#attempt) wire.publish(this.#pulse, this.#beat)
    } catch (error) {
      this.#lost(attempt, error)
    }
  }

  #lost(attempt: number, error: unknown): void {
    if (this.#closed || attempt !== this.#attempt) return
    failed('engine', error)
    this.#drop()
    this.#setUp(false)
    this.#openedAt = performance.now()
    clearTimeout(this.#again)
    this.#again = setTimeout(() => void this.#open(), AGAIN_MS)
  }

  #drop(): void {
    this.#attempt += 1
    this.#wire?.close()
    this.#wire = null
    this.#held.clear()
  }

  #check(): void {
    const now = performance.now()
    if (this.#isUp && now - this.#heardAt > SILENT_MS) {
      failed('engine', new PlainFault(`no word for ${SILENT_MS / 1000} s`))
      this.#setUp(false)
    }
    this.#wire?.publish(this.#pulse, this.#beat)
    if (now - Math.max(this.#heardAt, this.#openedAt) > STALE_MS)
      this.#lost(this.#attempt, new PlainFault(`no word for ${STALE_MS / 1000} s`))
  }

  #heardPulse(): void {
    this.#heardAt = performance.now()
    served('engine')
    if (this.#isUp || this.#closed) return
    this.#setUp(true)
    for (const channel of this.#held) this.#begin(channel)
  }

  #heard(channel: string, text: string): void {
    for (const { hear } of this.#channels.get(channel) ?? []) {
      try {
        hear(text)
      } catch (error) {
        logError('a message of another server could not be used', error)
      }
    }
  }

  #begin(channel: string): void {
    for (const { begins } of this.#channels.get(channel) ?? []) begins()
  }

  #setUp(isUp: boolean): void {
    if (this.#isUp === isUp) return
    this.#isUp = isUp
    engineUp.set(isUp ? 1 : 0)
    for (const listener of this.#changed) listener()
  }
}
