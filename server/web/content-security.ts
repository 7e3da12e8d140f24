/**
 * What every answer tells the browser about itself: which scripts may run in it, who may frame it, what leaves with a link; and
 * which requests are not answered at all, because another site's page sent them. It knows no page.
 */
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Environment } from '../environment'

export type BrowserPolicy = {
  /** Puts the rules on the answer, before anybody writes to it, and the page's nonce on the request, where Next looks for it. */
  apply(request: IncomingMessage, response: ServerResponse): void
  /** Whether a page of another site asks for something to be changed. */
  isForeign(request: IncomingMessage): boolean
}

type PolicyOptions = Pick<Environment, 'publicUrl' | 'origins' | 'development'>

/** No referrer leaves for another site: a personal link is a secret. It stays on ours, or a form would come from nowhere. */
const plainRules = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-permitted-cross-domain-policies': 'none',
  'permissions-policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
} as const
/** A browser heeds these only where nobody on the way could have taken them off. */
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
      // Whatever the client wrote there itself is replaced: nobody but us chooses a nonce.
      request.headers['content-security-policy'] = policy
      delete request.headers['content-security-policy-report-only']
      request.headers['x-nonce'] = nonce
      response.setHeader('content-security-policy', policy)
      for (const [name, value] of rules) response.setHeader(name, value)
    },
    isForeign({ method = 'GET', headers: { origin, ...headers } }) {
      if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return false
      // What is no browser sends neither header, and carries no cookie but its own.
      return origin === undefined ? headers['sec-fetch-site'] === 'cross-site' : !origins.includes(origin)
    },
  }
}

function contentPolicyOf({ origins, development, publicUrl }: PolicyOptions): (nonce: string) => string {
  // Older browsers do not count a socket as 'self', and none can read an address in brackets here.
  const sockets = origins.filter((origin) => !origin.includes('[')).map((origin) => origin.replace(/^http/, 'ws'))
  const rest = [
    `default-src 'none'`,
    `connect-src 'self' ${sockets.join(' ')}`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `manifest-src 'self'`,
    // Positioning writes style attributes; they cannot run anything.
    `style-src-attr 'unsafe-inline'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    ...(isSecure(publicUrl) ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
  return development
    ? // React rebuilds stacks of the server with eval, and the overlay for faults writes styles of its own.
      (nonce) => `script-src 'nonce-${nonce}' 'strict-dynamic' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; ${rest}`
    : (nonce) => `script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self' 'nonce-${nonce}'; ${rest}`
}
