/** One address before one server or three: browsers that open the door and try it, in simulated time. */
import type { IncomingMessage } from 'node:http'
import { onTestFinished, vi } from 'vitest'

const SECRET = 'a secret for these tests only, long enough'
export type House = Awaited<ReturnType<typeof givenServer>>
export type Way = 'password' | 'number' | 'join request' | 'code'
export const WAYS: readonly Way[] = ['password', 'number', 'join request', 'code']

/** A server's modules with counts of their own, as another process has them. */
export async function givenServer() {
  vi.resetModules()
  Reflect.deleteProperty(globalThis, '__trackTwoAttempts')
  const [{ settleSecret }, cookies, identity, limits, { SpendingBook }] = await Promise.all([
    import('#server/base/environment'),
    import('#server/web/device-cookie'),
    import('#server/web/identity'),
    import('#server/web/rate-limits'),
    import('#server/cluster/shared-rate-limit'),
  ])
  settleSecret(SECRET)
  const id = `server ${Math.random()}`
  return { cookies, identity, limits, book: new SpendingBook(id, limits.attemptLimits(), () => undefined) }
}

/** Who asks: the cookies of one browser at one address. */
export type Browser = { address: string; cookie: string }

/** Opens the page with the form, or sends it: either may set the cookie. Returns the headers as the page then reads them. */
export function opensPage(server: House, browser: Browser, method: 'GET' | 'POST' = 'GET'): IncomingMessage['headers'] {
  const headers = { cookie: browser.cookie, 'x-forwarded-for': browser.address }
  const request = { method, url: '/sign-in', headers } as unknown as IncomingMessage
  const response = {
    appendHeader: (_: string, value: string) => {
      browser.cookie = value.split(';')[0] ?? ''
    },
  }
  server.cookies.giveDeviceCookie(
    request,
    response as never,
    server.identity.cookiesOf(request.headers),
    browser.address,
  )
  return request.headers
}

export function tries(
  server: House,
  way: Way,
  secret: string,
  browser: Browser,
): { granted: true; holds?(): Promise<boolean> } | { granted: false; waitMs: number } {
  const { limits, identity } = server
  const from = identity.deviceOf(opensPage(server, browser, 'POST'))
  switch (way) {
    case 'password':
      return limits.tryPassword(secret, from, false)
    case 'number':
      return limits.tryNumber(secret, from)
    case 'join request':
      return limits.tryJoinRequest(from)
    case 'code':
      return limits.tryCode(from)
    default:
      return way satisfies never
  }
}

/** Each server hears what the others have spent. */
export function exchange(house: readonly House[]): void {
  for (const from of house)
    for (const batch of from.book.take()) for (const to of house) if (to !== from) to.book.hear(batch)
}

/** The time stands still until it is passed. */
export function givenClock(): { at(): number; pass(ms: number): void } {
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  return { at: () => Date.now(), pass: (ms) => vi.setSystemTime(Date.now() + ms) }
}
