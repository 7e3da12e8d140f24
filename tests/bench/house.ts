/**
 * This project's live server in a process of its own: gateway, rooms and log as main.ts opens them, without pages. Throttles are lifted,
 * because the server is measured and not the limit of one student.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import { settleSecret } from '#server/environment'
import { openGateway } from '#server/live/gateway'
import { connect } from '#server/store/database'
import { answerTheParent } from './process'

const { databaseUrl, secret } = z
  .object({ databaseUrl: z.string(), secret: z.string() })
  .parse(JSON.parse(process.argv[2] ?? '{}'))
settleSecret(secret)
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
  allowances: { submits: lifted, submitsOfPerson: lifted, joins: lifted, messages: lifted },
})
answerTheParent(port)
