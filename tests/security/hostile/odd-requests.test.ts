/** Requests put together at random from odd parts: whatever a client can garble is refused in words, and is no fault of the server. */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { type Class, givenClass, givenStudent } from '../../server/live/given/given-classroom'
import { useBuiltServer } from '../../support/machines/built-server'
import { isLong } from '../../support/machines/lane'
import { patience } from '../../support/patience'
import { builtActions } from '../matrix/endpoints'
import { bytesOf, type RawRequest, sendRaw } from './raw-request'

const server = useBuiltServer()
const REQUESTS = isLong ? 6_000 : 250
const LONG = { timeout: patience(isLong ? 900_000 : 120_000) }
let of: Class
let student: string

beforeAll(async () => {
  of = await givenClass()
  student = (await givenStudent(of, 'Mei')).cookie
})

const METHODS = [...Array(5).fill('GET'), ...Array(6).fill('POST'), 'HEAD', 'PUT', 'TRACE', 'OPTIONS']
/** The words of a text, for lists in which none holds a space. */
const words = (text: string) => text.trim().split(/\s+/)
const ODD = words(`
  x % %00 { [] %5B%5D ["",{}] %7B%22 .. * :// null -1 __proto__ constructor "<> /_tree 1 2 bytes=0-1 gzip;q=x ,,, ;;; = \u00ff
`)
const odd = fc.oneof(
  fc.constantFrom('', 'a b', ...ODD),
  fc.string({ maxLength: 40 }).map((text) => text.replaceAll(/[^\x20-\x7e]/g, '')),
)
const HEADERS = words(`
  rsc next-router-state-tree next-router-prefetch next-router-segment-prefetch next-url
  next-action next-hmr-refresh next-test-fetch-priority x-nextjs-data x-nextjs-request-id
  x-action-forwarded x-action-revalidated x-middleware-subrequest x-middleware-rewrite
  x-matched-path x-now-route-matches x-invoke-path x-prerender-revalidate next-resume
  x-next-resume-state-length origin referer x-forwarded-host x-forwarded-for x-forwarded-proto
  forwarded via x-real-ip x-nonce content-security-policy x-drawing x-drawing-door x-door-seen
  x-relayed accept accept-encoding accept-language range if-none-match if-modified-since cookie
  authorization user-agent sec-fetch-site purpose content-type expect upgrade te
  x-http-method-override
`)
const header = fc.tuple(fc.constantFrom(...HEADERS), odd)
const PARAMETERS = words('constructor __proto__ toString a[b] _rsc next q step w demo round v')
const query = fc.array(fc.tuple(fc.constantFrom(...PARAMETERS), odd), { maxLength: 4 })
const TYPES = [
  'text/plain;charset=UTF-8',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'multipart/form-data; boundary="',
  'application/x-www-form-urlencoded',
  'application/json',
  'text/html',
  'x',
]
const CONTENT = [
  ...['', '\0'],
  ...words(`
    { [] [null] ["$K1"] [{},"$K1"] [null,"$K1"] ["$1"] ["$F1"] ["$@0"] ["$0:0"] ["$0"] ["$Q1"] ["$B1"] ["$T"] ["$S"] ["$nx"] ["$Dx"]
    [{"__proto__":{"x":1}}] {"id":"x","bound":"$@1"} {"id":"x","bound":null} [{"attempt":"x","name":{"a":1}}] a=b&c=% [[[[[[[[
  `),
]
const NAMES = ['', ...words('0 1 _1_x _1_email $ACTION_REF_1 $ACTION_1:0 $ACTION_1:1 $ACTION_KEY $ACTION_ID_x x')]
const parts = fc.array(fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...CONTENT), fc.boolean()), { maxLength: 6 })
const end = fc.constantFrom('--x--\r\n', '--x--', '', '--x', '--y--')

type Garble = { kind: 'text'; text: string } | { kind: 'form'; fields: [string, string, boolean][]; end: string }
const body = fc.option(
  fc.oneof(
    fc.record({
      kind: fc.constant('text' as const),
      text: fc.oneof(fc.constantFrom(...CONTENT), fc.string({ maxLength: 60 })),
    }),
    fc.record({ kind: fc.constant('form' as const), fields: parts, end }),
  ),
)
const textOf = (garble: Garble): string =>
  garble.kind === 'text'
    ? garble.text
    : garble.fields
        .map(
          ([name, content, isFile]) =>
            `--x\r\nContent-Disposition: form-data; name="${name}"${isFile ? '; filename="f"' : ''}\r\n\r\n${content}\r\n`,
        )
        .join('') + garble.end

const request = fc.record({
  method: fc.constantFrom(...METHODS),
  place: fc.nat(),
  query,
  headers: fc.array(header, { maxLength: 5 }),
  type: fc.option(fc.constantFrom(...TYPES)),
  action: fc.option(fc.nat()),
  body,
  isStudent: fc.boolean(),
})

test('no garbled request at all is a fault of the server, and each kind is one line a second', LONG, async () => {
  const actions = [...builtActions().values()]
  const [room, activity] = [`/rooms/${of.roomId}`, `/activities/${of.activityId}`]
  const places = words(`
    / /nope /sign-in /sign-up /join /join/QQQQQQ /j/QQQQQQ /p/x /sign-out /courses /my /api/auth/session /healthz /readyz /metrics
    /socket.io/ /_next/static/x.js /_next/image /favicon.ico ${room} ${room}/drafts ${room}/transcript ${room}/now
    ${activity}/lobby //x /%2e%2e /sign-in/ x * http://x/
  `)
  const began = Date.now()
  const seen = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(request, async (drawn) => {
      const { method, place, query, headers, type, action, body, isStudent } = drawn
      const asked = query.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
      const built: RawRequest = {
        method,
        address: `${places[place % places.length]}${asked === '' ? '' : `?${asked}`}`,
        headers: [
          ...(isStudent ? [['cookie', student] as const] : []),
          ...(type === null ? [] : [['content-type', type] as const]),
          ...(action === null ? [] : [['next-action', actions[action % actions.length]?.id ?? ''] as const]),
          ...headers,
        ],
        ...(body === null ? {} : { body: textOf(body) }),
      }
      const { status, head, body: said } = await sendRaw(server.port, bytesOf(built))
      seen.set(status, (seen.get(status) ?? 0) + 1)
      expect(status, head).toBeGreaterThan(0)
      expect(status, `${head}\n${said.slice(0, 200)}`).toBeLessThan(500)
      if (/^content-type: text\/plain/im.test(head) && status >= 400 && method !== 'HEAD' && said !== '')
        expect(said).toMatch(/\S/)
    }),
    { numRuns: REQUESTS },
  )
  process.stdout.write(`odd requests: tried ${JSON.stringify(Object.fromEntries(seen))}\n`)
  const lines = server
    .said()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line): { level: number; kind?: string } => JSON.parse(line))
  expect(lines.filter(({ level }) => level >= 50)).toEqual([])
  // Of each kind one line a second, and the one that began.
  const seconds = Math.ceil((Date.now() - began) / 1_000) + 1
  for (const kind of new Set(lines.flatMap(({ kind }) => kind ?? [])))
    expect(lines.filter((line) => line.kind === kind).length).toBeLessThanOrEqual(seconds)
  expect(server.said()).not.toMatch(/^(?:\w*Error|\s+at )/m)
  expect((await sendRaw(server.port, bytesOf({ address: '/healthz' }))).status).toBe(200)
})

test('an Origin that is no address ends nothing', LONG, async () => {
  for (const origin of ['x', 'null', '', 'http://', '//', '%'])
    for (const method of ['GET', 'HEAD', 'POST'])
      expect(
        (await sendRaw(server.port, bytesOf({ method, address: '/sign-in', headers: [['origin', origin]] }))).status,
      ).toBeLessThan(500)
  expect((await sendRaw(server.port, bytesOf({ address: '/healthz' }))).status).toBe(200)
})
