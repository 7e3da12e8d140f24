/**
 * Sockets that Node has handed over: at an upgrade, and after bytes that it could not read as a request. It takes its own listeners off
 * them first, and a connection that is reset while nobody listens ends the process. So each gets a listener here before anything else
 * sees it, and only this file ends one; tests/server/handed-over.test.ts holds the server's files to that.
 */
import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { headersOf, type Refusal } from './refusal'

/** Listens to what befalls a socket for as long as it lives. Call it first, with every socket that Node hands over; a second call adds nothing. */
export function own(socket: Duplex): void {
  socket.off('error', closeBroken).on('error', closeBroken)
}

function closeBroken(this: Duplex): void {
  this.destroy()
}

/** Answers where there is no response object, and closes the connection. */
export function refuseConnection(socket: Duplex, refusal: Refusal): void {
  own(socket)
  if (!socket.writable) return void drop(socket)
  const lines = Object.entries(headersOf(refusal)).map(([name, value]) => `${name}: ${value}`)
  const status = `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status] ?? ''}`
  socket.end([status, ...lines, '', `${refusal.sentence}\n`].join('\r\n'), () => drop(socket))
}

/** Closes a connection without an answer. */
export function drop(socket: Duplex): void {
  own(socket)
  socket.destroy()
}
