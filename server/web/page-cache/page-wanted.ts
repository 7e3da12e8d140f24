/** Which page of those that are the same for everybody a request asks for, and whether it may open it: asked anew for every request. */
import type { IncomingMessage } from 'node:http'
import { joinCodePath } from '#simulation/wire/paths'
import { accessRoom } from '../../store/access/access'
import { doorPath, parseCode } from '../../store/activities/codes'
import { isLink } from '../../store/records/record-links'
import { isDemoOpenTo } from '../demo-door'
import { DOOR_CHECK_HEADER, encodeDoorCheck, joinKeyIn } from '../door-check-header'
import { deviceOf, hasSignIn, whoIs } from '../identity'
import { checkDoor, type DoorCheck, type JoinKey } from '../throttled-door'
import { ANY_CODE, isPlainCode } from './cached-page'

/**
 * A page to render. `cookie` is the requester's, needed to pass the page's own access check; such a page must show nothing about the
 * requester, because everybody else gets the same one.
 */
export type PageWanted = {
  at: string
  cookie: string
  demo: boolean
  /** It says that there is nothing. */
  missing?: true
  /** A door that does not open, as it was found; its page says the same of every `code`. */
  shut?: { seen: string; code: string }
}

/** The pages that are the same for everybody who is not signed in. */
const STRANGERS = ['/', '/join', '/sign-in', '/sign-up']

/** The address of a record by a link that nobody has: its page is that of all wrong ones. */
const NO_LINK = `/r/${'-'.repeat(22)}`

/** The cacheable page that this request may open; null when the request has to be rendered for itself. */
export async function pageWantedBy(request: IncomingMessage): Promise<PageWanted | null> {
  const { method, url = '', headers } = request
  const { cookie = '' } = headers
  // Requests with an rsc header ask for parts of pages, and a locale cookie changes the language: neither is cached.
  if (method !== 'GET' || headers.rsc !== undefined || /(?:^|;\s*)locale=/.test(cookie)) return null
  if (STRANGERS.includes(url)) return hasSignIn(headers) ? null : { at: url, cookie: '', demo: isDemoOpenTo(headers) }
  // Nobody is known by it and it is long: drawn for each request, it would be a cheap way to keep the server busy.
  if (url === '/scenario') return { at: url, cookie: '', demo: false }
  const [, link] = /^\/r\/([^/?]{1,64})$/.exec(url) ?? []
  if (link !== undefined)
    return hasSignIn(headers) || (await isLink(link)) ? null : { at: NO_LINK, cookie: '', demo: false, missing: true }
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

/**
 * The joining page of an open door is the same for everybody; its form carries the link's secret word. The page of a door that does not
 * open is the same for every code, and as quick as the other.
 */
async function wantedAtDoor(key: JoinKey, request: IncomingMessage): Promise<PageWanted | null> {
  const found = await checkDoor(key, deviceOf(request.headers))
  const code = parseCode(key.code)
  if (found.kind === 'open')
    return code === null ? null : { at: doorPath(code, found.door.word), cookie: '', demo: false }
  const seen = encodeDoorCheck(inSeconds(found))
  request.headers[DOOR_CHECK_HEADER] = seen
  // An address with more than a code is drawn for itself: its page holds the whole address.
  if (!isPlainCode(key.code) || request.url !== joinCodePath(key.code)) return null
  return { at: joinCodePath(ANY_CODE), cookie: '', demo: false, shut: { seen, code: key.code } }
}

/** A wait is told in whole seconds: those who are told the same get the same page. */
function inSeconds<Found extends Exclude<DoorCheck, { kind: 'open' }>>(found: Found): Found {
  return found.kind === 'queue' ? { ...found, waitMs: Math.ceil(found.waitMs / 1_000) * 1_000 } : found
}
