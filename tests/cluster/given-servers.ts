/** Servers of one database in this process: a gateway each on a port of its own, and a real engine between them. */
import { expect, onTestFinished } from 'vitest'
import type { Engine } from '#server/cluster/engine'
import { openPeers, type Peers } from '#server/cluster/peers'
import { RedisEngine } from '#server/cluster/redis-engine'
import { SignedEngine } from '#server/cluster/signed-engine'
import type { GatewayOptions } from '#server/live/gateway'
import { openRoomLog } from '#server/store/log/room-log'
import type { RoomId } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/shapes/record'
import { closeHouse, type House, openHouse, SECRET } from '../server/live/given/given-classroom'
import { disconnectPages, until } from '../server/live/given/given-page'
import { type RunningEngine, startEngine } from '../support/machines/engine'

export type Server = House & { id: string; peers: Peers; engine: Engine; close(): Promise<void> }

export type Servers = {
  engine: RunningEngine
  all: Server[]
  /** One more, which the others know of once this resolves. */
  open(more?: Partial<GatewayOptions> & { id?: string }): Promise<Server>
}

/** So many servers that know of one another. */
export async function givenServers(
  databaseUrl: string,
  names: readonly string[],
  more: Partial<GatewayOptions> = {},
): Promise<Servers> {
  const engine = await startEngine()
  onTestFinished(() => engine.end())
  const all: Server[] = []
  const connected = new Set<string>()
  const know = () =>
    until(() => expect(all.map(({ peers }) => peers.living.size)).toEqual(all.map(() => all.length)), 20_000)

  async function open(id: string, options: Partial<GatewayOptions>): Promise<Server> {
    const own = new SignedEngine(new RedisEngine(engine.url, id), { secret: SECRET, server: id })
    await until(() => expect(own.isUp).toBe(true), 20_000)
    connected.add(id)
    const self = { server: id, house: 'one' }
    const peers = openPeers({ engine: own, self, readConnected: async () => [...connected] })
    const house = await openHouse(databaseUrl, { others: { engine: own, peers }, ...options })
    let isOpen = true
    const server: Server = {
      ...house,
      id,
      peers,
      engine: own,
      async close() {
        if (!isOpen) return
        isOpen = false
        all.splice(all.indexOf(server), 1)
        await closeHouse(house)
        peers.close()
        connected.delete(id)
        await own.close()
      },
    }
    all.push(server)
    onTestFinished(() => server.close())
    return server
  }

  onTestFinished(disconnectPages)
  for (const name of names) await open(name, more)
  await know()
  return {
    engine,
    all,
    async open({ id = `later-${all.length}`, ...options } = {}) {
      const server = await open(id, { ...more, ...options })
      await know()
      return server
    },
  }
}

/** The log as it is saved, read past every server. */
export async function stored(databaseUrl: string, room: RoomId): Promise<Recorded[]> {
  const log = openRoomLog(databaseUrl, 1)
  const rows = await log.read(room)
  await log.close()
  return rows
}
