/** Stands before everything that listens to the HTTP server: what is refused by its bounds, or fails, reaches nobody and ends nothing. */
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { logError } from '../../base/faults/logger'
import { drop, own, refuseConnection } from '../handed-over'
import { refuse } from '../refusal'
import { boundsRefusal, unreadableRefusal } from './request-bounds'

type Front = {
  /** Sets the headers that every response has. */
  dress(request: IncomingMessage, response: ServerResponse): void
  /** Makes a request ready for those who read it. */
  settle(request: IncomingMessage): void
}

/** From now on those who listen to `server` hear only requests within the bounds. Call it when everybody listens, Socket.IO too. */
export function standBefore(server: Server, { dress, settle }: Front): void {
  const [readers, upgraders] = [server.listeners('request'), server.listeners('upgrade')]
  server.removeAllListeners('request').removeAllListeners('upgrade')
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    try {
      dress(request, response)
      const refusal = boundsRefusal(request)
      if (refusal) return refuse(request, response, refusal)
      settle(request)
      for (const read of readers) read.call(server, request, response)
    } catch (error) {
      answerFailed(response, error)
    }
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    own(socket)
    try {
      const refusal = boundsRefusal(request)
      if (refusal) return refuseConnection(socket, refusal)
      settle(request)
      for (const upgrade of upgraders) upgrade.call(server, request, socket, head)
    } catch (error) {
      logError('a connection could not be upgraded', error)
      drop(socket)
    }
  })
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    own(socket)
    if (error.code === 'ECONNRESET') drop(socket)
    else refuseConnection(socket, unreadableRefusal(error.code))
  })
}

/** Answers 500 with a reference number and logs the error under the same number. Next handles errors inside its pages itself. */
export function answerFailed(response: ServerResponse, error: unknown): void {
  const reference = randomBytes(5).toString('hex')
  logError('a request could not be answered', error, { reference })
  if (response.headersSent) return void response.destroy()
  response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  response.end(`This could not be answered. The server has written down why, under the reference ${reference}.\n`)
}
