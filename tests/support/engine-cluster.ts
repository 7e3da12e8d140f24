/** Several engines of the tests' own that share the slots of one Redis Cluster. */
import { createClient } from '@redis/client'
import { type RunningEngine, startEngine } from './engine'
import { patience } from './patience'
import { freePort } from './server'

const SLOTS = 16_384

/** A cluster of so many engines that share the slots; `urls` names each. */
export async function startEngineCluster(
  size = 3,
): Promise<{ urls: string[]; engines: RunningEngine[]; stop(): Promise<void> }> {
  const settings = ['--cluster-enabled', 'yes', '--cluster-node-timeout', '2000']
  // Left to itself the port among themselves is 10,000 higher, where the system gives any connection one.
  const among = await Promise.all(Array.from({ length: size }, freePort))
  const engines = await Promise.all(among.map((port) => startEngine([...settings, '--cluster-port', String(port)])))
  const clients = engines.map(({ url }) => createClient({ url }))
  await Promise.all(clients.map((client) => client.connect()))
  const share = Math.ceil(SLOTS / size)
  for (const [index, client] of clients.entries()) {
    const end = Math.min((index + 1) * share, SLOTS) - 1
    await client.sendCommand(['CLUSTER', 'ADDSLOTSRANGE', String(index * share), String(end)])
    await client.sendCommand(['CLUSTER', 'MEET', '127.0.0.1', String(engines[0]?.port), String(among[0])])
  }
  const until = Date.now() + patience(30_000)
  for (const client of clients)
    while (!(await knowsAll(client.sendCommand(['CLUSTER', 'INFO']), size))) {
      if (Date.now() > until) throw new Error('The engines do not find one another.')
      await new Promise((again) => setTimeout(again, 50))
    }
  await Promise.all(clients.map((client) => client.close()))
  return {
    urls: engines.map(({ url }) => url),
    engines,
    async stop() {
      await Promise.all(engines.map((engine) => engine.end()))
    },
  }
}

async function knowsAll(info: Promise<unknown>, size: number): Promise<boolean> {
  const said = String(await info)
  return said.includes('cluster_state:ok') && said.includes(`cluster_size:${size}`)
}
