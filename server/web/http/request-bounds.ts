/**
 * The bounds of a request's method, address and headers, judged before anything reads them. What an address or a header costs further
 * in grows faster than its length (Next asks for all values of every parameter), and one event loop carries every class.
 */
import type { IncomingMessage } from 'node:http'
import type { Refusal } from '../refusal'

/** Characters of an address. The longest that a page of ours makes is a wizard's, with every choice made (tests/screens/courses). */
export const MOST_ADDRESS = 4_096
export const MOST_PARAMETERS = 64
/** Bytes of all headers, as they are sent. An honest browser sends two thousand, and the address it comes from. */
export const MOST_HEADERS = 8_192
export const MOST_HEADER_LINES = 100
/** An honest browser brings six of ours, and those of a university's domain. */
export const MOST_COOKIES = 60
/**
 * What Node reads of an address and headers together before it gives up, in bytes: enough that what is too long is told as what it is.
 */
export const MOST_READ = 24_576

/** Characters of a User-Agent that are read; the longest that browsers send have half as many. */
const MOST_AGENT = 512

/** The only page that takes PUT. */
const DRAFTS = /^\/rooms\/[^/?]{1,64}\/drafts(?:\?|$)/

/** What is wrong with a request, by its method, address and headers; null for one that may be read. */
export function boundsRefusal(request: Pick<IncomingMessage, 'method' | 'url' | 'rawHeaders'>): Refusal | null {
  const { method = 'GET', url = '/', rawHeaders } = request
  if (url.length > MOST_ADDRESS) return ADDRESS_TOO_LONG
  if (parametersIn(url) > MOST_PARAMETERS) return TOO_MANY_PARAMETERS
  const tooMuch = headersRefusal(rawHeaders)
  if (tooMuch) return tooMuch
  if (url === '*') return notTaken(method, [])
  if (!url.startsWith('/')) return NO_PATH
  const taken = ['GET', 'HEAD', DRAFTS.test(url) ? 'PUT' : 'POST']
  return taken.includes(method) ? null : notTaken(method, taken)
}

function parametersIn(url: string): number {
  let at = url.indexOf('?')
  let count = 0
  for (; at !== -1; at = url.indexOf('&', at + 1)) count += 1
  return count
}

/** Judges names and values one after the other, as Node lists them. */
function headersRefusal(raw: readonly string[]): Refusal | null {
  if (raw.length / 2 > MOST_HEADER_LINES) return HEADERS_TOO_LONG
  // Each line has a colon, a space and a line break besides.
  const bytes = raw.reduce((sum, part) => sum + part.length + 2, 0)
  if (bytes > MOST_HEADERS) return HEADERS_TOO_LONG
  const cookies = raw.filter((_, at) => at % 2 === 1 && raw[at - 1]?.toLowerCase() === 'cookie')
  return cookies.join(';').split(';').length > MOST_COOKIES ? TOO_MANY_COOKIES : null
}

/** Cuts a long User-Agent. Next looks for crawlers in it with a pattern whose work grows with the square of its length. */
export function cutUserAgent({ headers }: Pick<IncomingMessage, 'headers'>): void {
  const agent = headers['user-agent']
  if (agent !== undefined && agent.length > MOST_AGENT) headers['user-agent'] = agent.slice(0, MOST_AGENT)
}

const ADDRESS_TOO_LONG: Refusal = {
  status: 414,
  sentence: `This address is too long: it may have at most ${MOST_ADDRESS} characters. Start again from the first page of this site.`,
}
const TOO_MANY_PARAMETERS: Refusal = {
  status: 414,
  sentence: `This address asks for too many things at once: at most ${MOST_PARAMETERS} may stand after its question mark. Start again from the first page of this site.`,
}
const HEADERS_TOO_LONG: Refusal = {
  status: 431,
  sentence: `The headers of this request are too long: at most ${MOST_HEADERS} bytes in ${MOST_HEADER_LINES} lines. Delete the cookies of this site in your browser, then try again.`,
}
const TOO_MANY_COOKIES: Refusal = {
  status: 431,
  sentence: `This request brings too many cookies: at most ${MOST_COOKIES}. Delete the cookies of this site in your browser, then try again.`,
}
const NO_PATH: Refusal = {
  status: 400,
  sentence: 'This is no address of this site: an address begins with a slash.',
}

const notTaken = (method: string, taken: readonly string[]): Refusal => ({
  status: 405,
  sentence: `The method ${method} is not taken here${taken.length > 0 ? `, only ${taken.join(', ')}` : ''}.`,
  headers: { allow: taken.join(', ') },
})

/** What is said to a connection whose bytes Node could not read as a request, by Node's code for why. */
export function unreadableRefusal(code: string | undefined): Refusal {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return {
        status: 431,
        sentence: `The address and the headers of this request are too long: at most ${MOST_ADDRESS} characters and ${MOST_HEADERS} bytes.`,
      }
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return { status: 408, sentence: 'This request took too long to arrive. Send it again.' }
    default:
      return { status: 400, sentence: 'This could not be read as a request.' }
  }
}
