/**
 * Buffers a request's body before the handler sees it, and refuses bodies above a limit: the handler never waits for a slow sender and
 * never holds more than the limit. Next's own limit does not suffice: it holds for Server Actions alone and not for routes, knows no sum
 * over all requests, and decodes while the body comes, where `body-bounds.ts` must judge the whole of it first.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Refusal, refuse } from '../refusal'

/** Total bytes of all bodies still being received; without it many slow senders could fill the memory. */
const MOST_BUFFERED = 96_000_000
/** Bodies up to this size are taken from everybody, even when `MOST_BUFFERED` is reached, so that ordinary forms still work. */
export const MOST_OF_A_STRANGER = 64_000

const EMPTY = Buffer.alloc(0)
let buffered = 0

/**
 * How large a body may be, and why its sender may not send more than `MOST_OF_A_STRANGER`, null where they may: asked before any of that is
 * taken. It must not reject.
 */
export type Allowance = { most: number; refusalOfLarge: () => Promise<Refusal | null> }

/**
 * Calls `whole` with the body once it is complete; the request can then be read as usual. A body larger than `most` is refused with 413: at
 * once when Content-Length says so, otherwise as soon as that much has arrived.
 */
export function withWholeBody(
  request: IncomingMessage,
  response: ServerResponse,
  allowance: Allowance,
  whole: (body: Buffer) => void,
): void {
  const { most } = allowance
  const told = request.headers['content-length']
  if (Number(told) > most) refuse(request, response, tooLarge(most))
  else if (told === undefined && request.headers['transfer-encoding'] === undefined) whole(EMPTY)
  else collectBody(request, response, allowance, whole)
}

function collectBody(
  request: IncomingMessage,
  response: ServerResponse,
  { most, refusalOfLarge }: Allowance,
  whole: (body: Buffer) => void,
): void {
  const { push } = request
  const parts: Uint8Array[] = []
  let size = 0
  let isRefused = false
  /** Whether its sender may send more than `MOST_OF_A_STRANGER`. */
  let permission: 'not asked' | 'asked' | 'given' = 'not asked'
  let isEnded = false
  const letGo = () => {
    buffered -= size
    size = 0
    parts.length = 0
  }
  const refuseRest = (refusal: Refusal) => {
    isRefused = true
    refuse(request, response, refusal)
  }
  response.once('close', letGo)
  const askPermission = () => {
    permission = 'asked'
    void refusalOfLarge().then((refusal) => {
      if (isRefused || response.destroyed) return
      if (refusal) {
        letGo()
        refuseRest(refusal)
      } else permission = 'given'
      if (isEnded) request.push(null)
      // Node reads on: it stopped when `push` answered that this is enough for now.
      else request.read(0)
    })
  }
  // Node's HTTP parser calls `push` with every chunk and with null at the end. Replacing it keeps chunks out of the stream: one that has been
  // read, even if all is put back with `unshift`, counts as disturbed, and Next answers it with 500 (tests/security/hostile/large-bodies.test.ts sees it).
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
        refuseRest(tooLarge(most))
      } else if (size > MOST_OF_A_STRANGER && permission !== 'given') {
        parts.push(piece)
        if (permission === 'not asked') askPermission()
        return false
      } else if (size > MOST_OF_A_STRANGER && buffered > MOST_BUFFERED) {
        letGo()
        refuseRest(BUSY)
      } else parts.push(piece)
      return true
    }
    if (permission === 'asked') {
      isEnded = true
      return false
    }
    request.push = push
    const body = parts.length > 0 ? Buffer.concat(parts) : EMPTY
    if (body.length > 0) request.push(body)
    request.push(null)
    response.off('close', letGo)
    letGo()
    whole(body)
    return false
  }
}

const tooLarge = (most: number): Refusal => ({
  status: 413,
  sentence: `That is more than this page can take: at most ${Math.floor(most / 1_000_000)} MB may be sent at once. Nothing of it was kept.`,
})
const BUSY: Refusal = {
  status: 503,
  sentence:
    'Very much is being sent to this server just now. Nothing of it was kept: please send it again in a minute.',
}
