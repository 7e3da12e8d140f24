/**
 * This project's live server in a process of its own: gateway, rooms and log as main.ts opens them, without pages. Throttles are lifted,
 * because the server is measured and not the limit of one student.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import { ALONE } from '#server/cluster/engine'
import { aloneAs, openPeers } from '#server/cluster/peers'
import { RedisEngine } from '#server/cluster/redis-engine'
import { shareSpending } from '#server/cluster/shared-spending'
import { SignedEngine } from '#server/cluster/signed-engine'
import { settleSecret } from '#server/environment'
import { openGateway } from '#server/live/gateway'
import { connect } from '#server/store/database'
import { answerTheParent } from './process'

const { databaseUrl, secret, among } = z
  .object({
    databaseUrl: z.string(),
    secret: z.string(),
    /** The engine, this server's id and those of all, where it is one of several. */
    among: z.object({ redisUrl: z.string(), id: z.string(), ids: z.array(z.string()) }).optional(),
  })
  .parse(JSON.parse(process.argv[2] ?? '{}'))
settleSecret(secret)
connect(databaseUrl)
const server = createServer((_, response) => response.writeHead(404).end())
await new Promise<void>((done) => server.listen(0, '127.0.0.1', 4096, done))
const { port } = server.address() as AddressInfo
const address = `http://127.0.0.1:${port}`
const engine = among
  ? new SignedEngine(new RedisEngine([among.redisUrl], among.id), { secret, server: among.id })
  : ALONE
const peers = among
  ? openPeers({
      engine,
      self: { server: among.id, house: 'one' },
      readConnected: async () => among.ids,
    })
  : aloneAs('alone')
const lifted = { burst: 1e9, perSecond: 1e9 }
/** Refuses nobody, but has the other servers told of what a person sends as often as the limit of a class does. */
const shared = { burst: 40, perSecond: 1e9 }
const gateway = await openGateway({
  httpServer: server,
  databaseUrl,
  origins: [address],
  publicUrl: address,
  others: { engine, peers },
  allowances: { submits: lifted, submitsOfPerson: shared, joins: lifted, messages: lifted },
})
if (among) shareSpending(engine, peers, gateway.limits)
answerTheParent(port)
