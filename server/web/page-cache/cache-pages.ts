/**
 * Caches pages that are the same for everybody who may open them: rendered by Next once every 20 s, then sent with a new nonce for each
 * response. The right to open a page is checked for every request.
 */
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { logError } from '../../ops/logger'
import { CachedPage } from './cached-page'
import { type PageWanted, pageWantedBy } from './page-wanted'

type Draw = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Changes of names or of the demo appear on these pages after at most this time. */
const LIFETIME_MS = 20_000
const MOST_CACHED = 100

/**
 * A request handler that answers from the cache where it can and with `draw` otherwise; `origin` is the address of this server, from
 * which pages are fetched.
 */
export function cachePages(draw: Draw, origin: () => string): Draw {
  const kept = new Map<string, Promise<CachedPage | null>>()
  const token = randomBytes(16).toString('hex')

  async function drawPage({ at, cookie, demo }: PageWanted): Promise<CachedPage | null> {
    // A `via` header marks the request as relayed, so that the page is rendered without the demo's button.
    const headers = { accept: 'text/html', cookie, 'x-drawing': token, ...(demo ? {} : { via: '1.1 kept' }) }
    const answer = await fetch(origin() + at, { headers, redirect: 'manual' })
    const [, nonce] = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '') ?? []
    const text = await answer.text()
    if (answer.status !== 200 || nonce === undefined || answer.headers.has('set-cookie')) return null
    return new CachedPage({ text, nonce, headers: answer.headers }, Date.now() + LIFETIME_MS)
  }

  async function cachedOrDrawn(wanted: PageWanted): Promise<CachedPage | null> {
    const at = `${wanted.demo ? 'demo ' : ''}${wanted.at}`
    const before = kept.get(at)
    const found = await before
    if (found && Date.now() < found.until) return found
    // While this request awaited the expired page, another may have begun to render it.
    const other = kept.get(at)
    if (other && other !== before) return other
    const drawing = drawPage(wanted).catch((error: unknown) => {
      logError('a page could not be drawn to be kept', error)
      return null
    })
    kept.delete(at)
    kept.set(at, drawing)
    const [oldest] = kept.keys()
    if (kept.size > MOST_CACHED && oldest !== undefined) kept.delete(oldest)
    return drawing
  }

  return async (request, response) => {
    if (request.headers['x-drawing'] === token) return draw(request, response)
    // When the database fails, render the page normally: it shows the error.
    const wanted = await pageWantedBy(request).catch(() => null)
    const found = wanted && (await cachedOrDrawn(wanted))
    if (found) found.send(request, response)
    else await draw(request, response)
  }
}
