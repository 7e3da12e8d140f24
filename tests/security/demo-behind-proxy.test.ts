/** The demo of a server that only its own machine reaches, asked straight and through a proxy on that machine, by real requests. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { useFreshDatabase } from '../support/machines/database'
import { type RunningServer, startServer } from '../support/machines/server'
import { act, ask } from './knocking'
import { builtActions } from './matrix/endpoints'

const fresh = useFreshDatabase()
let server: RunningServer
beforeAll(async () => {
  // An empty setting counts as none: the demo is on by itself.
  server = await startServer({ databaseUrl: fresh.url(), env: { DEMO: '' } })
})
afterAll(async () => server?.clear())

/** The button itself: its words travel with the page's messages whether or not it is drawn. */
const isOffered = ({ body }: { body: string }) =>
  />(Sign in as the demo instructor|Look round the demo[^<]*)</.test(body)
const PROXIES: Record<string, string>[] = [
  { 'x-forwarded-for': '203.0.113.77' },
  { forwarded: 'for=203.0.113.77' },
  { via: '1.1 somewhere' },
  { 'x-real-ip': '203.0.113.77' },
]
const enters = (more: Record<string, string> = {}) => {
  const { id, page } = builtActions().get('(people)/sign-in/actions.ts#signInToDemo') ?? { id: '', page: '/' }
  return act(server.url + page, '', id, { fields: {} }, more)
}
const cookieIn = (headers: Headers) =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

test('the first page and the sign-in offer it to whoever sits here, and not to whoever comes through a proxy', async () => {
  // Twice each, for the first page is kept between visitors.
  for (const way of ['/', '/sign-in', '/', '/sign-in']) {
    expect(isOffered(await ask(server.url + way, ''))).toBe(true)
    for (const headers of PROXIES) expect(isOffered(await ask(server.url + way, '', { headers }))).toBe(false)
  }
})

test('it lets nobody in through a proxy, and a sign-in made beside it opens nothing there', async () => {
  for (const headers of PROXIES) {
    const refused = await enters(headers)
    expect([refused.location, cookieIn(refused.headers)]).toEqual([expect.stringContaining('demo=closed'), ''])
  }
  const cookie = cookieIn((await enters()).headers)
  expect((await ask(`${server.url}/courses`, cookie)).status).toBe(200)
  for (const headers of PROXIES)
    expect((await ask(`${server.url}/courses`, cookie, { headers })).location).toMatch(/^\/sign-in/)
})

test('the start says whom it is open to', () => {
  expect(server.said()).toContain('The demo is open to whoever sits at this machine')
})
