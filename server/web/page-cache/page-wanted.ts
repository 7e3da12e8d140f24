/** Which page of those that are the same for everybody a request asks for, and whether it may open it: asked anew for every request. */
import type { IncomingMessage } from 'node:http'
import { accessRoom } from '../../store/access/access'
import { doorPath, parseCode } from '../../store/activities/codes'
import { isDemoOpenTo } from '../demo-door'
import { DOOR_CHECK_HEADER, encodeDoorCheck, joinKeyIn } from '../door-check-header'
import { deviceOf, hasSignIn, whoIs } from '../identity'
import { checkDoor, type JoinKey } from '../throttled-door'

/**
 * A page to render. `cookie` is the requester's, needed to pass the page's own access check; such a page must show nothing about the
 * requester, because everybody else gets the same one.
 */
export type PageWanted = { at: string; cookie: string; demo: boolean }

/** The cacheable page that this request may open; null when the request has to be rendered for itself. */
export async function pageWantedBy(request: IncomingMessage): Promise<PageWanted | null> {
  const { method, url = '', headers } = request
  const { cookie = '' } = headers
  // Requests with an rsc header ask for parts of pages, and a locale cookie changes the language: neither is cached.
  if (method !== 'GET' || headers.rsc !== undefined || /(?:^|;\s*)locale=/.test(cookie)) return null
  if (url === '/' || url === '/join')
    return hasSignIn(headers) ? null : { at: url, cookie: '', demo: isDemoOpenTo(headers) }
  // Nobody is known by it and it is long: drawn for each request, it would be a cheap way to keep the server busy.
  if (url === '/scenario') return { at: url, cookie: '', demo: false }
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
