/**
 * Caches pages that are the same for everybody who may open them: rendered by Next once every 20 s, then sent with a new nonce for each
 * response. The right to open a page is checked for every request. Of the others only so many are drawn at once for one asker.
 */
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { countedWarning } from '../../base/faults/counted-warning'
import { logError } from '../../base/faults/logger'
import { pageLookupsFailed } from '../../base/metrics'
import { nextSlice } from '../../base/slices'
import { addressKey } from '../address-key'
import { DOOR_CHECK_HEADER } from '../door-check-header'
import { DrawingLanes } from '../drawing-lanes'
import { deviceOf, sessionIdIn } from '../identity'
import { type Refusal, refuse } from '../refusal'
import { CachedPage } from './cached-page'
import { type PageWanted, pageWantedBy } from './page-wanted'

type CachedPages = Map<string, Promise<CachedPage | null>>
type Draw = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Changes of names or of the demo appear on these pages after at most this time. */
const LIFETIME_MS = 20_000
const MOST_CACHED = 100
/** Files of the build. */
const COSTS_NOTHING = /^\/(?:_next\/static\/|[\w-]+\.\w{2,5}$)/
/** With the token: how the door was found that the page is drawn for. */
const DRAWN_DOOR = 'x-drawing-door'

/**
 * A request handler that answers from the cache where it can and with `draw` otherwise; `origin` is the address of this server, from
 * which pages are fetched.
 */
export function cachePages(draw: Draw, origin: () => string): Draw {
  const pages: CachedPages = new Map()
  // Apart, because a queue has a page for each place and wait: they would push out the pages of classes.
  const shutDoors: CachedPages = new Map()
  const lanes = new DrawingLanes()
  const token = randomBytes(16).toString('hex')
  const warn = countedWarning<'page'>('it could not be looked up whether a page may come from the cache')

  /** When the database fails, the page is drawn anew and shows the error. */
  function drawnAnew(): null {
    pageLookupsFailed.inc()
    warn('page')
    return null
  }

  async function drawPage({ at, cookie, demo, shut, missing }: PageWanted): Promise<CachedPage | null> {
    // A `via` header marks the request as relayed, so that the page is rendered without the demo's button.
    const seen: Record<string, string> = shut ? { [DRAWN_DOOR]: shut.seen } : {}
    const headers = { accept: 'text/html', cookie, 'x-drawing': token, ...(demo ? {} : { via: '1.1 kept' }), ...seen }
    const answer = await fetch(origin() + at, { headers, redirect: 'manual' })
    const [, nonce] = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '') ?? []
    const text = await answer.text()
    const { status } = answer
    if (status !== (missing ? 404 : 200) || nonce === undefined || answer.headers.has('set-cookie')) return null
    return new CachedPage({ text, nonce, headers: answer.headers, status }, Date.now() + LIFETIME_MS)
  }

  async function cachedOrDrawn(wanted: PageWanted): Promise<CachedPage | null> {
    const kept = wanted.shut ? shutDoors : pages
    const at = `${wanted.demo ? 'demo ' : ''}${wanted.at} ${wanted.shut?.seen ?? ''}`
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
    if (request.headers['x-drawing'] === token) {
      const seen = request.headers[DRAWN_DOOR]
      if (seen !== undefined) request.headers[DOOR_CHECK_HEADER] = seen
      return draw(request, response)
    }
    const wanted = await pageWantedBy(request).catch(drawnAnew)
    const found = wanted && (await cachedOrDrawn(wanted))
    if (found) return found.send(request, response, wanted.shut?.code)
    if (COSTS_NOTHING.test(request.url ?? '')) return draw(request, response)
    const drawOrLeave = async () => {
      // Pages that are asked for at one moment are begun one a turn: together they would hold the loop of the classes.
      await nextSlice()
      if (!response.destroyed) await draw(request, response)
    }
    if (!(await lanes.run(await askerOf(request), drawOrLeave))) refuse(request, response, TOO_MANY)
  }
}

/** Who asks for a page: the session, or the address of somebody without one. A device's number is had for nothing, so it counts for nothing. */
async function askerOf({ headers }: IncomingMessage): Promise<string> {
  return (await sessionIdIn(headers)) ?? addressKey(deviceOf(headers).address)
}

const TOO_MANY: Refusal = {
  status: 503,
  sentence: 'Very many pages are being asked for from your network just now. Load this page again in a few seconds.',
  headers: { 'retry-after': '3' },
}
