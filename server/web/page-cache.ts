/**
 * Caches pages that are the same for everybody who may open them: rendered by Next once every 20 s, then sent with a new nonce for each
 * response. The right to open a page is checked for every request.
 */
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { logError } from '../ops/logger'
import { accessRoom } from '../store/access/access'
import { doorPath, parseCode } from '../store/activities/codes'
import { isDemoOpenTo } from './demo-door'
import { DOOR_CHECK_HEADER, encodeDoorCheck, joinKeyIn } from './door-check-header'
import { deviceOf, hasSignIn, whoIs } from './identity'
import { NonceTemplate } from './nonce-template'
import { checkDoor, type JoinKey } from './throttled-door'

type Draw = (request: IncomingMessage, response: ServerResponse) => Promise<void>
/**
 * A page to render. `cookie` is the requester's, needed to pass the page's own access check; such a page must show nothing about the
 * requester, because everybody else gets the same one.
 */
type PageWanted = { at: string; cookie: string; demo: boolean }
type CachedPage = {
  page: NonceTemplate
  nonce: string
  headers: readonly (readonly [name: string, value: string])[]
  until: number
}

/** Changes of names or of the demo appear on these pages after at most this time. */
const LIFETIME_MS = 20_000
const MOST_CACHED = 100
/** Headers that are stored with the page; all others are set anew for each response. */
const CACHED_HEADERS = ['cache-control', 'content-type', 'link', 'vary'] as const

/** The cacheable page that this request may open; null when the request has to be rendered for itself. */
async function wantedBy(request: IncomingMessage): Promise<PageWanted | null> {
  const { method, url = '', headers } = request
  const { cookie = '' } = headers
  // Requests with an rsc header ask for parts of pages, and a locale cookie changes the language: neither is cached.
  if (method !== 'GET' || headers.rsc !== undefined || /(?:^|;\s*)locale=/.test(cookie)) return null
  if (url === '/' || url === '/join')
    return hasSignIn(headers) ? null : { at: url, cookie: '', demo: isDemoOpenTo(headers) }
  const key = joinKeyIn(url)
  if (key) return hasSignIn(headers) ? null : wantedAtDoor(key, request)
  const [, roomId] = /^\/(?:rooms|join\/seat)\/([A-Za-z0-9_-]{1,64})$/.exec(url) ?? []
  if (roomId === undefined) return null
  const me = await whoIs(headers)
  const access = me && (await accessRoom(me.user, roomId))
  return access?.as.kind === 'participant' && access.activity.broughtAt === null
    ? { at: url, cookie, demo: false }
    : null
}

/** The joining page of an open door is the same for everybody; its form carries the link's secret word. */
async function wantedAtDoor(key: JoinKey, request: IncomingMessage): Promise<PageWanted | null> {
  const seen = await checkDoor(key, deviceOf(request.headers))
  const code = parseCode(key.code)
  if (seen.kind === 'open' && code !== null) return { at: doorPath(code, seen.door.word), cookie: '', demo: false }
  if (seen.kind !== 'open') request.headers[DOOR_CHECK_HEADER] = encodeDoorCheck(seen)
  return null
}

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
    const said = CACHED_HEADERS.flatMap((name) => {
      const value = answer.headers.get(name)
      return value === null ? [] : [[name, value] as const]
    })
    return { page: new NonceTemplate(text, nonce), nonce, headers: said, until: Date.now() + LIFETIME_MS }
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
    const wanted = await wantedBy(request).catch(() => null)
    const found = wanted && (await cachedOrDrawn(wanted))
    if (found) send(found, request, response)
    else await draw(request, response)
  }
}

function send(
  { page, nonce, headers }: CachedPage,
  { headers: asked }: IncomingMessage,
  response: ServerResponse,
): void {
  const fresh = String(asked['x-nonce'])
  const packs = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(String(asked['accept-encoding'] ?? ''))
  const body = packs ? page.packedWith(fresh) : page.with(fresh)
  // `link` headers that preload styles contain the nonce too.
  for (const [name, value] of headers) response.setHeader(name, value.replaceAll(nonce, fresh))
  if (packs) response.setHeader('content-encoding', 'gzip')
  response.writeHead(200, { 'content-length': body.length }).end(body)
}
