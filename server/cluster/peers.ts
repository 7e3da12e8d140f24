/**
 * Which servers share this database now. Each says over the engine twice a second that it lives; while the engine is away the
 * database is asked who holds its shared lock.
 */
import { z } from 'zod'
import { logError, logInfo } from '#server/base/faults/logger'
import { peersLiving } from '#server/base/metrics'
import { twiceASecond } from '#server/base/poll'
import { asJson } from '#simulation/kernel/as-json'
import type { Engine } from './engine'

/** A server: its id, and which database it works on (cluster/house.ts). */
type Peer = { server: string; house: string }

export type Peers = {
  /** This server's id. */
  readonly id: string
  /** The ids of the servers that live, this one among them. */
  readonly living: ReadonlySet<string>
  /** The databases of servers that speak over the same engine and work on another one: they must not stand behind one balancer. */
  readonly strangers: ReadonlySet<string>
  /** Calls `listener` with the ids of those that went, whenever some came or went. */
  onChange(listener: (gone: readonly string[]) => void): () => void
  /** Tells the others that this server goes. */
  close(): void
}

type PeersOptions = {
  engine: Engine
  self: Peer
  /** The ids of the servers that are connected to the database. */
  readConnected: () => Promise<readonly string[]>
}

const heartbeat = z.object({
  server: z.string(),
  house: z.string().optional(),
  leaves: z.boolean().optional(),
})

const CHANNEL = 'servers'
/** A server counts as gone after so long without a word. */
const SILENT_MS = 2_000
/** The database is asked about new servers at most so often; they say again that they live. */
const CONFIRM_EVERY_MS = 250

/** The only server of its database. */
export const aloneAs = (id: string): Peers => ({
  id,
  living: new Set([id]),
  strangers: new Set(),
  onChange: () => () => undefined,
  close: () => undefined,
})

export function openPeers({ engine, self, readConnected }: PeersOptions): Peers {
  /** The others, with the moment of their last word. */
  const others = new Map<string, { heardAt: number }>()
  /** Those who have said that they live, while the database is asked whether they are connected: a word may be said again by anybody. */
  const unconfirmed = new Set<string>()
  const listeners = new Set<(gone: readonly string[]) => void>()
  /** When a server of another database was last heard. */
  const strangers = new Map<string, number>()
  let living: ReadonlySet<string> = new Set([self.server])
  let lookedAt = performance.now()
  let asking = false
  let confirming = false
  let confirmedAt = Number.NEGATIVE_INFINITY

  function changed(gone: readonly string[]): void {
    living = new Set([self.server, ...others.keys()])
    peersLiving.set(living.size)
    logInfo('the servers that share the database have changed', { servers: living.size })
    for (const listener of listeners) listener(gone)
  }

  function hear(text: string): void {
    const read = heartbeat.safeParse(asJson(text)).data
    if (!read || read.server === self.server) return
    const { server, house = self.house, leaves } = read
    if (house !== self.house) {
      if (!strangers.has(house))
        logError('a server on the same engine works on another database', null, { own: self.house, other: house })
      strangers.set(house, performance.now())
      return
    }
    if (leaves) {
      unconfirmed.delete(server)
      if (others.delete(server)) changed([server])
      return
    }
    const known = others.get(server)
    if (known) known.heardAt = performance.now()
    else {
      unconfirmed.add(server)
      void confirm()
    }
  }

  /** Takes up the new servers that are connected to the database. */
  async function confirm(): Promise<void> {
    if (confirming || performance.now() - confirmedAt < CONFIRM_EVERY_MS) return
    confirming = true
    try {
      const connected = new Set(await readConnected())
      const came = [...unconfirmed].filter((server) => connected.has(server) && !others.has(server))
      for (const server of came) others.set(server, { heardAt: performance.now() })
      if (came.length > 0) changed([])
    } catch (error) {
      logError('the other servers could not be looked up', error)
    } finally {
      unconfirmed.clear()
      confirming = false
      confirmedAt = performance.now()
    }
  }

  const say = (more: { leaves?: boolean } = {}) => engine.publish(CHANNEL, JSON.stringify({ ...self, ...more }))

  function look(): void {
    const now = performance.now()
    const isLate = now - lookedAt > SILENT_MS / 2
    lookedAt = now
    if (!engine.isUp) return
    say()
    // After a pause of this process, what the others said meanwhile is only about to be read.
    if (isLate) return
    const gone = [...others].filter(([, { heardAt }]) => now - heardAt > SILENT_MS).map(([server]) => server)
    for (const server of gone) others.delete(server)
    for (const [house, heardAt] of strangers) if (now - heardAt > SILENT_MS) strangers.delete(house)
    if (gone.length > 0) changed(gone)
  }

  async function ask(): Promise<void> {
    if (engine.isUp || asking) return
    asking = true
    try {
      const connected = new Set(await readConnected())
      if (engine.isUp) return
      const gone = [...others.keys()].filter((server) => !connected.has(server))
      for (const server of gone) others.delete(server)
      const came = [...connected].filter((server) => server !== self.server && !others.has(server))
      for (const server of came) others.set(server, { heardAt: performance.now() })
      if (gone.length + came.length > 0) changed(gone)
    } catch (error) {
      logError('the other servers could not be looked up', error)
    } finally {
      asking = false
    }
  }

  peersLiving.set(1)
  const leave = [
    engine.subscribe(CHANNEL, hear, () => say()),
    engine.onChange(() => {
      // Who spoke before the engine went away, or is known from the database, gets the usual time to speak again.
      for (const other of others.values()) other.heardAt = performance.now()
    }),
  ]
  const rest = [twiceASecond(look), twiceASecond(() => void ask())]
  return {
    id: self.server,
    get living() {
      return living
    },
    get strangers() {
      return new Set(strangers.keys())
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      for (const stop of rest) stop()
      say({ leaves: true })
      for (const stop of leave) stop()
      listeners.clear()
    },
  }
}
