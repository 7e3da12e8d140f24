/**
 * The connections to Redis or Valkey: one to speak and one to listen. Once anything about them fails they are given up whole: whoever opened
 * them opens new ones, so there is one way to recover.
 */
import { createClient } from '@redis/client'
import { PlainFault } from '#server/base/faults/plain-fault'

export type Wire = {
  publish(channel: string, text: string): void
  /** Resolves when the subscription is in effect. */
  subscribe(channel: string, hear: (text: string) => void): Promise<void>
  /** Resolves when nothing more of the channel is heard. */
  unsubscribe(channel: string): Promise<void>
  close(): void
}

const CONNECTING_MS = 3_000
/** Messages that wait for an engine that does not read; further ones are refused, so that they cannot fill the memory. */
const MOST_WAITING = 10_000

const COMMON = {
  disableOfflineQueue: true,
  commandsQueueMaxLength: MOST_WAITING,
  maintNotifications: 'disabled' as const,
  socket: { reconnectStrategy: false as const, connectTimeout: CONNECTING_MS, keepAliveInitialDelay: 5_000 },
}

/**
 * The client's own time limit is a signal and a timer for each word, which takes as long as sending it; and silence is noticed without it
 * (redis-engine.ts).
 */
const UNTIMED = { timeout: 0 }

/** Rejects when no connection can be had. `lost` may be called any number of times once a connection has failed. */
export async function openWire(url: string, lost: (error: unknown) => void): Promise<Wire> {
  // Parsed by the client itself; spread, because it writes what it found into the object it is given.
  const speaking = createClient({ ...COMMON, socket: { ...COMMON.socket }, url })
  const listening = createClient({ ...COMMON, socket: { ...COMMON.socket }, url })
  const close = () => {
    for (const client of [speaking, listening]) if (client.isOpen) client.destroy()
  }
  for (const client of [speaking, listening])
    client.on('error', lost).on('end', () => lost(new PlainFault('the connection was closed')))
  try {
    await Promise.all([speaking.connect(), listening.connect()])
  } catch (error) {
    close()
    throw error
  }
  const untimed = speaking.withCommandOptions(UNTIMED)
  return {
    publish: (channel, text) => void untimed.sPublish(channel, text).catch(lost),
    subscribe: (channel, hear) => listening.sSubscribe(channel, hear),
    unsubscribe: (channel) => listening.sUnsubscribe(channel),
    close,
  }
}
