/**
 * Security headers of every response (content security policy with a fresh nonce, framing, referrer, permissions) and the check that
 * refuses a state-changing request sent by a page of another site.
 */
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Environment } from '../../base/environment'

type BrowserPolicy = {
  /**
   * Sets the headers on the response, which must happen before anything writes to it, and the page's nonce on the request, where Next
   * reads it.
   */
  apply(request: IncomingMessage, response: ServerResponse): void
  /** Whether the request would change something and was sent by a page of another site (CSRF). */
  isForeign(request: IncomingMessage): boolean
}

type PolicyOptions = Pick<Environment, 'publicUrl' | 'origins' | 'development'>

/**
 * Same-origin referrer: a personal link is a secret and must not reach other sites in a Referer header. `no-referrer` is not possible,
 * because browsers then send `Origin: null` with our own forms.
 */
const plainRules = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-permitted-cross-domain-policies': 'none',
  'permissions-policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
} as const
/** Sent over https only: browsers ignore both headers on plain http. */
const secureRules = {
  'strict-transport-security': 'max-age=31536000',
  'cross-origin-opener-policy': 'same-origin',
} as const

const isSecure = (publicUrl: string) => publicUrl.startsWith('https:')

export function browserPolicy({ publicUrl, origins, development }: PolicyOptions): BrowserPolicy {
  const rules = Object.entries({ ...plainRules, ...(isSecure(publicUrl) ? secureRules : {}) })
  const contentPolicy = contentPolicyOf({ origins, development, publicUrl })
  return {
    apply(request, response) {
      const nonce = randomBytes(16).toString('base64')
      const policy = contentPolicy(nonce)
      // Overwrites what the client sent: Next would otherwise take the nonce from a header that an attacker wrote.
      request.headers['content-security-policy'] = policy
      delete request.headers['content-security-policy-report-only']
      request.headers['x-nonce'] = nonce
      response.setHeader('content-security-policy', policy)
      for (const [name, value] of rules) response.setHeader(name, value)
    },
    isForeign({ method = 'GET', headers: { origin, ...headers } }) {
      if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return false
      // A client that is no browser (curl, an LMS) sends neither header. It needs no protection: CSRF works only with the cookies of a
      // browser.
      return origin === undefined ? headers['sec-fetch-site'] === 'cross-site' : !origins.includes(origin)
    },
  }
}

function contentPolicyOf({ origins, development, publicUrl }: PolicyOptions): (nonce: string) => string {
  // Older browsers do not count ws: and wss: of our own host as 'self'. IPv6 literals are no valid CSP source, so they are left out.
  const sockets = origins.filter((origin) => !origin.includes('[')).map((origin) => origin.replace(/^http/, 'ws'))
  const rest = [
    `default-src 'none'`,
    `connect-src 'self' ${sockets.join(' ')}`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `manifest-src 'self'`,
    // Menus and charts are positioned by style attributes, which cannot run scripts.
    `style-src-attr 'unsafe-inline'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    ...(isSecure(publicUrl) ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
  return development
    ? // In development React rebuilds server stack traces with eval, and Next's error overlay injects styles.
      (nonce) => `script-src 'nonce-${nonce}' 'strict-dynamic' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; ${rest}`
    : (nonce) => `script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self' 'nonce-${nonce}'; ${rest}`
}
