/** The answer to a request that is refused before anything reads it: a status, and one plain sentence. */
import type { IncomingMessage, ServerResponse } from 'node:http'

export type Refusal = { status: number; sentence: string; headers?: Readonly<Record<string, string>> }

/**
 * How long a refused sender may go on sending before the connection is cut: a client that is still sending reads the answer only
 * afterwards.
 */
const LINGER_MS = 5_000

/** The headers of such an answer; the connection is closed after it. */
export const headersOf = ({ sentence, headers }: Refusal) => ({
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
