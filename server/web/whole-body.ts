/**
 * Buffers a request's body before the handler sees it, and refuses bodies above a limit: the handler never waits for a slow sender and
 * never holds more than the limit.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'

/**
 * How long a refused sender may go on sending before the connection is cut: a client that is still sending reads the answer only
 * afterwards.
 */
const LINGER_MS = 5_000
/** Total bytes of all bodies still being received; without it many slow senders could fill the memory. */
const MOST_BUFFERED = 96_000_000
/** Bodies up to this size are accepted even when `MOST_BUFFERED` is reached, so that ordinary forms still work. */
const SMALL = 64_000

let buffered = 0

/**
 * Calls `whole` once the body is complete; the request can then be read as usual. A body larger than `most` is refused with 413: at
 * once when Content-Length says so, otherwise as soon as that much has arrived.
 */
export function withWholeBody(
  request: IncomingMessage,
  response: ServerResponse,
  most: number,
  whole: () => void,
): void {
  const told = request.headers['content-length']
  if (Number(told) > most) refuse(request, response, 413, tooLarge(most))
  else if (told === undefined && request.headers['transfer-encoding'] === undefined) whole()
  else collectBody(request, response, most, whole)
}

function collectBody(request: IncomingMessage, response: ServerResponse, most: number, whole: () => void): void {
  const { push } = request
  const parts: Uint8Array[] = []
  let size = 0
  let isRefused = false
  const letGo = () => {
    buffered -= size
    size = 0
    parts.length = 0
  }
  const refuseRest = (status: number, sentence: string) => {
    isRefused = true
    refuse(request, response, status, sentence)
  }
  response.once('close', letGo)
  // Node's HTTP parser calls `push` with every chunk and with null at the end. Replacing it is what keeps chunks out of the stream.
  request.push = (piece: Uint8Array | null): boolean => {
    if (isRefused) {
      if (piece === null) push.call(request, null)
      return true
    }
    if (piece !== null) {
      size += piece.length
      buffered += piece.length
      if (size > most) {
        letGo()
        refuseRest(413, tooLarge(most))
      } else if (size > SMALL && buffered > MOST_BUFFERED) {
        letGo()
        refuseRest(503, BUSY)
      } else parts.push(piece)
      return true
    }
    request.push = push
    if (parts.length > 0) request.push(Buffer.concat(parts))
    request.push(null)
    response.off('close', letGo)
    letGo()
    whole()
    return false
  }
}

/** Sends the answer, then closes the connection when the sender has finished or LINGER_MS has passed. */
function refuse(request: IncomingMessage, response: ServerResponse, status: number, sentence: string): void {
  const body = `${sentence}\n`
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    connection: 'close',
  })
  response.write(body)
  const end = () => {
    clearTimeout(late)
    if (!response.writableEnded) response.end()
  }
  const late = setTimeout(end, LINGER_MS)
  request.once('end', end).once('close', end)
  request.resume()
}

const tooLarge = (most: number): string =>
  `That is more than this page can take: at most ${Math.floor(most / 1_000_000)} MB may be sent at once. Nothing of it was kept.`
const BUSY =
  'Very much is being sent to this server just now. Nothing of it was kept: please send it again in a minute.'
