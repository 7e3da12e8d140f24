/**
 * Lets a request through once all of it has come, and none that carries more than its page could ask for: whoever reads it then never
 * waits, and never holds more than the limit. It must not know what the requests are for.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'

/** How long somebody who was refused may go on sending into nothing, so that the answer reaches them before the line is cut. */
const LINGER_MS = 5_000
/** What all bodies that are still coming may hold together, so that many senders who never end cannot fill the memory. */
const MOST_BUFFERED = 96_000_000
/** A form of usual size is taken however full the house is. */
const SMALL = 64_000

let buffered = 0

/**
 * Calls `whole` with the request as it would have come by itself. What is larger than `most` is refused: at once where it says so,
 * and otherwise as soon as it has sent that much.
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
  // The parser gives every piece and, at the end, null to this one function; a piece that is not kept is gone.
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

/** Answers in full at once, and cuts the line only when the sender has ended or had time to read. */
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
