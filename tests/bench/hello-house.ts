/** The server of the hello page that pages are compared with: Next behind Node's HTTP server, like the product. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import next from 'next'
import { answerTheParent } from './process'

const app = next({ dev: false, dir: path.resolve('dist/bench/hello'), hostname: '127.0.0.1', quiet: true })
const answer = app.getRequestHandler()
await app.prepare()
const server = createServer((request, response) => void answer(request, response))
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
answerTheParent((server.address() as AddressInfo).port)
