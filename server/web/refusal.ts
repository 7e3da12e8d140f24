/** The answer to a request that is refused before anything reads it: a status, and one plain sentence. */
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'

export type Refusal = { status: number; sentence: string; headers?: Readonly<Record<string, string>> }

/**
 * How long a refused sender may go on sending before the connection is cut: a client that is still sending reads the answer only
 * afterwards.
 */
const LINGER_MS = 5_000

const headersOf = ({ sentence, headers }: Refusal) => ({
  'content-type': 'text/plain; charset=utf-8',
  'content-length': Buffer.byteLength(`${sentence}\n`),
  'cache-control': 'no-store',
  connection: 'close',
  ...headers,
})

/** Sends the answer, then closes the connection when the sender has finished or LINGER_MS has passed. */
export function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  response.writeHead(refusal.status, headersOf(refusal))
  if (request.readableEnded) return void response.end(`${refusal.sentence}\n`)
  response.write(`${refusal.sentence}\n`)
  const end = () => {
    clearTimeout(late)
    if (!response.writableEnded) response.end()
  }
  const late = setTimeout(end, LINGER_MS)
  request.once('end', end).once('close', end)
  request.resume()
}

/** The same answer where there is no response yet: to an upgrade, and to what is no HTTP at all. The connection is closed. */
export function refuseConnection(socket: Duplex, refusal: Refusal): void {
  if (!socket.writable) return void socket.destroy()
  const lines = Object.entries(headersOf(refusal)).map(([name, value]) => `${name}: ${value}`)
  const status = `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status] ?? ''}`
  socket.end([status, ...lines, '', `${refusal.sentence}\n`].join('\r\n'), () => socket.destroy())
}
