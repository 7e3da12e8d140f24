/**
 * This project's live server, without pages, as main.ts opens it. Throttles are lifted: the server is measured, not what one student may
 * send. Started by processes.ts.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import { ALONE } from '#server/cluster/engine'
import { aloneAs } from '#server/cluster/peers'
import { settleSecret } from '#server/environment'
import { openGateway } from '#server/live/gateway'
import { connect } from '#server/store/database'
import { SECRET } from './lesson'
import { answerTheParent } from './processes'

const { databaseUrl } = z.object({ databaseUrl: z.string() }).parse(JSON.parse(process.argv[2] ?? '{}'))
settleSecret(SECRET)
connect(databaseUrl)
const server = createServer((_, response) => response.writeHead(404).end())
await new Promise<void>((done) => server.listen(0, '127.0.0.1', 4096, done))
const { port } = server.address() as AddressInfo
const address = `http://127.0.0.1:${port}`
const lifted = { burst: 1e9, perSecond: 1e9 }
await openGateway({
  httpServer: server,
  databaseUrl,
  origins: [address],
  publicUrl: address,
  others: { engine: ALONE, peers: aloneAs('alone') },
  allowances: { submits: lifted, submitsOfPerson: lifted, joins: lifted, messages: lifted },
})
answerTheParent(port)
