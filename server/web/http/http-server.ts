/**
 * The one HTTP server of the process: Next answers page requests, Socket.IO its own path, and every request passes the header, size and
 * origin checks first.
 */

import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import { BlockList } from 'node:net'
import next from 'next'
import { MINUTE_MS } from '#simulation/kernel/time'
import { SOCKET_PATH } from '#simulation/wire/paths'
import type { Environment } from '../../base/environment'
import { countedWarning } from '../../base/faults/counted-warning'
import { logError } from '../../base/faults/logger'
import { StartFault } from '../../base/faults/start-fault'
import { normalizeForwarding, readProxies } from '../../base/secrets/forwarding'
import { giveDeviceCookie } from '../device-cookie'
import { DOOR_CHECK_HEADER } from '../door-check-header'
import { drop } from '../handed-over'
import { addressOf, cookiesOf, whoIs } from '../identity'
import { cachePages } from '../page-cache/cache-pages'
import { type Refusal, refuse } from '../refusal'
import { type BodyFault, bodyFault, bodyRefusal, mostOfFile } from './body-bounds'
import { type Allowance, MOST_OF_A_STRANGER, withWholeBody } from './body-buffer'
import { browserPolicy } from './content-security'
import { isDecodableUrl } from './decodable-url'
import { answerFailed, standBefore } from './front'
import { knownActions } from './known-actions'
import { cutUserAgent, MOST_READ } from './request-bounds'
import { routerStateRefusal } from './router-state'

type Answer = (request: IncomingMessage, response: ServerResponse) => boolean
type Web = { server: Server; listen(): Promise<void>; close(): Promise<void> }

/** Socket.IO's path; Next never sees requests below it. */
const SOCKETS = `${SOCKET_PATH}/`
/** How long requests that are being answered have when the server stops. With the rooms' saving before it this is less than a stop may take. */
const ANSWERING_MS = 10_000
/** A path without a page: malformed addresses are sent there and get the usual 404. */
const NOWHERE = '/nowhere'
/** Limit of a request body in bytes; next.config.js sets the same limit for Server Actions. */
const MOST_BYTES = 1_000_000

/** More than a short form is taken from somebody whose session was looked up before the rest of the body is read. */
const allowanceOf = (request: IncomingMessage): Allowance => ({
  most: mostOfFile(request) ?? MOST_BYTES,
  refusalOfLarge: () => refusalOfLarge(request.headers),
})

async function refusalOfLarge(headers: IncomingHttpHeaders): Promise<Refusal | null> {
  try {
    return (await whoIs(headers)) === null ? TOO_LARGE_OF_A_STRANGER : null
  } catch (error) {
    logError('the sender of a large body could not be looked up', error)
    return NOT_LOOKED_UP
  }
}

const TOO_LARGE_OF_A_STRANGER: Refusal = {
  status: 413,
  sentence: `That is more than this page takes from somebody who is not signed in: at most ${MOST_OF_A_STRANGER / 1_000} kB. Nothing of it was kept: sign in, and send it again.`,
}
const NOT_LOOKED_UP: Refusal = {
  status: 503,
  sentence:
    'This server cannot look up who is sending just now. Nothing of it was kept: please send it again in a minute.',
}

/** `first` sees each request before Next and returns true for those it has answered (the monitoring endpoints). */
export async function openWeb(environment: Environment, first: Answer = () => false): Promise<Web> {
  const { host, port, development, origins, trustProxy } = environment
  const server = createServer({
    ...{ requestTimeout: MINUTE_MS, headersTimeout: 20_000, connectionsCheckingInterval: 5_000 },
    maxHeaderSize: MOST_READ,
  })
  // Next adds its own upgrade listener to the server it is given and ends every upgrade that matches a page, which would cut the
  // sockets. So it gets a server that never listens, and the upgrades meant for it are handed over.
  const upgradesForNext = createServer()
  const app = next({ dev: development, hostname: host, port, httpServer: upgradesForNext, quiet: true })
  const draw = app.getRequestHandler()
  await app.prepare()
  // No cache in development, where it would show pages from before an edit.
  const answer = development ? draw : cachePages(draw, () => originOf(server))
  // Must run before anything reads the headers: rate limits and logs would otherwise count by an address that the client invented.
  const forward = normalizeForwarding(readProxies(trustProxy) ?? new BlockList())
  const settle = (request: IncomingMessage) => {
    forward(request)
    cutUserAgent(request)
  }
  const policy = browserPolicy(environment)
  const isAction = knownActions(development)
  const warn = countedWarning<BodyFault>('a body was refused: no page of this site sends one like it')
  server.on('request', (request, response) => {
    if (request.url?.startsWith(SOCKETS) || first(request, response)) return
    // A client must not send this header: it would skip the check of its join code.
    delete request.headers[DOOR_CHECK_HEADER]
    giveDeviceCookie(request, response, cookiesOf(request.headers), addressOf(request.headers))
    if (policy.isForeign(request)) return void response.writeHead(403).end()
    const { origin } = request.headers
    // Next refuses a Server Action when this header differs from Origin, which `isForeign` has just checked; behind a proxy the two
    // would differ. A page that is only read may come with any Origin, and some are no address: `null`, or what a client made up.
    if (origin === undefined || !origins.includes(origin)) delete request.headers['x-forwarded-host']
    else request.headers['x-forwarded-host'] = new URL(origin).host
    const unreadable = routerStateRefusal(request.headers)
    if (unreadable) return refuse(request, response, unreadable)
    if (!isDecodableUrl(request.url ?? '')) request.url = NOWHERE
    withWholeBody(request, response, allowanceOf(request), (body) => {
      const fault = bodyFault(request, body, isAction)
      if (fault) {
        warn(fault)
        return refuse(request, response, bodyRefusal(fault))
      }
      answer(request, response).catch((error: unknown) => answerFailed(response, error))
    })
  })
  server.on('upgrade', (request, socket, head) => {
    if (request.url?.startsWith(SOCKETS)) return
    // In development Next keeps a socket open for hot reloading. Outside development it leaves an upgrade request hanging, so the
    // socket is closed here.
    if (!development || !upgradesForNext.emit('upgrade', request, socket, head)) drop(socket)
  })
  return {
    server,
    listen() {
      // Only now, when Socket.IO listens too: its requests have the same bounds, and its responses the same headers.
      standBefore(server, { dress: policy.apply, settle })
      return listen(server, host, port)
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeIdleConnections()
      // What is being answered may end well, such as a large export; idle keep-alive connections are closed at once.
      const late = setTimeout(() => server.closeAllConnections(), ANSWERING_MS)
      await closed
      clearTimeout(late)
      await app.close()
    },
  }
}

/** The address at which this process reaches its own server, without any proxy in front of it. */
function originOf(server: Server): string {
  const at = server.address()
  if (at === null || typeof at === 'string') throw new Error('The server does not listen on a port.')
  const host = at.address === '0.0.0.0' ? '127.0.0.1' : at.address === '::' ? '::1' : at.address
  return `http://${at.family === 'IPv6' ? `[${host}]` : host}:${at.port}`
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(faultOf(error, host, port)))
    server.listen(port, host, resolve)
  })
}

function faultOf(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartFault(
        `Port ${port} on ${host} is taken by another program: stop it, or choose another, for example PORT=${port + 1}.`,
      )
    case 'EACCES':
      return new StartFault(`Port ${port} is reserved for the system: choose one above 1023, for example PORT=3000.`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartFault(`This machine has no address ${host}: set HOST=127.0.0.1, or HOST=0.0.0.0 for all it has.`)
    default:
      return error
  }
}
