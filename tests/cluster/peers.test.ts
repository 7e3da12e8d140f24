/** Which servers there are: known within moments of their coming and going, with the engine there or away, and who is first for what. */
import { expect, onTestFinished, test } from 'vitest'
import { ALONE } from '#server/cluster/engine'
import { openPeers, type Peers } from '#server/cluster/peers'
import { tryEngine } from '#server/cluster/probe'
import { RedisEngine } from '#server/cluster/redis-engine'
import { rankOf } from '#server/cluster/rendezvous-hash'
import { until } from '../server/live/given/given-page'
import { type RunningEngine, startEngine } from '../support/machines/engine'

async function running(words: string[] = []): Promise<RunningEngine> {
  const engine = await startEngine(words)
  onTestFinished(() => engine.end())
  return engine
}

/** The servers that the database would name. */
const connected = new Set<string>()

function peerOf(url: string, server: string, house = 'one') {
  const engine = new RedisEngine(url, server)
  const gone: string[] = []
  const peers = openPeers({ engine, self: { server, house }, readConnected: async () => [...connected] })
  peers.onChange((who) => gone.push(...who))
  connected.add(server)
  /** As when the process dies. */
  const die = async () => {
    connected.delete(server)
    await engine.close()
  }
  onTestFinished(async () => {
    peers.close()
    await die()
  })
  return { peers, engine, gone, die }
}

const know = (peers: Peers[], ids: string[]) =>
  until(() => expect(peers.map(({ living }) => [...living].toSorted())).toEqual(peers.map(() => ids)), 20_000)

test('servers find one another, and miss the one that says goodbye and the one that dies', async () => {
  const { url } = await running()
  const [a, b, c] = [peerOf(url, 'a'), peerOf(url, 'b'), peerOf(url, 'c')]
  await know([a.peers, b.peers, c.peers], ['a', 'b', 'c'])
  b.peers.close()
  await know([a.peers, c.peers], ['a', 'c'])
  await c.die()
  await know([a.peers], ['a'])
  expect(a.gone).toEqual(['b', 'c'])
})

test('servers of two databases on one engine do not count one another, and each names the other’s database', async () => {
  const { url } = await running()
  const [a, b, c] = [peerOf(url, 'a'), peerOf(url, 'b'), peerOf(url, 'c', 'another')]
  await know([a.peers, b.peers], ['a', 'b'])
  await until(() => expect([...a.peers.strangers]).toEqual(['another']), 20_000)
  await until(() => expect([...c.peers.strangers]).toEqual(['one']), 20_000)
  expect([...c.peers.living]).toEqual(['c'])
  await c.die()
  await until(() => expect([...a.peers.strangers]).toEqual([]), 20_000)
})

test('while the engine is away the database tells who is there; when it is back nobody is missed for a moment', async () => {
  const engine = await running()
  const [a, b, c] = [peerOf(engine.url, 'a'), peerOf(engine.url, 'b'), peerOf(engine.url, 'c')]
  await know([a.peers, b.peers, c.peers], ['a', 'b', 'c'])
  await engine.kill()
  await until(() => expect(a.engine.isUp || b.engine.isUp).toBe(false))
  await c.die()
  await know([a.peers, b.peers], ['a', 'b'])
  const d = peerOf(engine.url, 'd')
  await know([a.peers, b.peers, d.peers], ['a', 'b', 'd'])
  await engine.startAgain()
  await until(() => expect(a.engine.isUp && b.engine.isUp && d.engine.isUp).toBe(true))
  const e = peerOf(engine.url, 'e')
  await know([a.peers, b.peers, d.peers, e.peers], ['a', 'b', 'd', 'e'])
  expect(a.gone).toEqual(['c'])
})

test('all servers order themselves alike for a piece of work, each is first about equally often, and one that goes moves only its own', () => {
  const servers = ['3f9c01aa', '3f9c01ab', '3f9c01ac', '7d000001']
  const keys = Array.from({ length: 4_000 }, (_, index) => `room-${index}`)
  const first = (among: string[], key: string) => among.filter((server) => rankOf(server, among, key) === 0)
  const moved = keys.filter((key) => {
    const ranks = servers.map((server) => rankOf(server, servers, key))
    expect(ranks.toSorted()).toEqual([0, 1, 2, 3])
    const [before] = first(servers, key)
    const [after] = first(servers.slice(1), key)
    if (before !== servers[0]) expect(after).toBe(before)
    return before !== after
  })
  for (const server of servers) {
    const share = keys.filter((key) => rankOf(server, servers, key) === 0).length
    expect(share).toBeGreaterThan(800)
    expect(share).toBeLessThan(1_200)
  }
  expect(moved.length).toBeLessThan(1_200)
})

test('a start is told at once what is wrong with the engine, and goes on where it may only be late', async () => {
  const locked = await running(['--requirepass', 'not-to-be-said'])
  const inside = locked.url.replace('//', '//:not-to-be-said@')
  expect(await tryEngine(inside)).toBeNull()
  const refused = /^The engine at 127\.0\.0\.1:\d+ does not let this server in: correct .* REDIS_URL\.$/
  await expect(tryEngine(locked.url)).rejects.toThrow(refused)
  await expect(tryEngine(locked.url.replace('//', '//:wrong@'))).rejects.toThrow(refused)
  await locked.kill()
  expect(await tryEngine(inside)).toMatch(/^Warning: no engine answers at 127\.0\.0\.1:\d+, .*REDIS_URL\.$/)
})

test('a server alone is up, hears nobody and is first for everything', () => {
  const heard: string[] = []
  ALONE.subscribe('room:a', (text) => heard.push(text))
  ALONE.publish('room:a', 'word')
  expect([ALONE.isUp, heard]).toEqual([true, []])
  expect(rankOf('a', ['a'], 'room')).toBe(0)
})
