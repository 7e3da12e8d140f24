/** Each part of a request is grown to its bound and beyond: up to it the request is read, beyond it stands one sentence. */
import { beforeAll, describe, expect, test } from 'vitest'
import { MOST_DEPTH, MOST_FIELDS } from '#server/web/http/body-bounds'
import {
  MOST_ADDRESS,
  MOST_COOKIES,
  MOST_HEADER_LINES,
  MOST_HEADERS,
  MOST_PARAMETERS,
  MOST_READ,
} from '#server/web/http/request-bounds'
import { type Class, givenClass, givenStudent } from '../server/live/given/given-classroom'
import { useSharedServer } from '../support/machines/built-server'
import { patience } from '../support/patience'
import { bytesOf, type RawRequest, sendRaw } from './hostile/raw-request'
import { builtActions } from './matrix/endpoints'

const server = useSharedServer()
const LONG = { timeout: patience(60_000) }
let of: Class
let student: string

beforeAll(async () => {
  of = await givenClass()
  student = (await givenStudent(of, 'Mei')).cookie
  // The first of each is compiled and filled.
  for (const address of ['/sign-in', '/nope', '/join']) await sendRaw(server.port, bytesOf({ address }))
})

type Part = {
  part: string
  /** A request in which this part is so large. */
  of: (size: number) => RawRequest
  most: number
  /** The answer to one more. */
  beyond: 400 | 413 | 414 | 431
}

const headerBytes = bytesOf({}).length - 'GET / HTTP/1.1\r\n\r\n'.length
/** A header of a name that fills all headers to `size` bytes. */
const filled =
  (name: string) =>
  (size: number): RawRequest => ({
    address: '/sign-in?next=/courses',
    headers: [[name, 'x'.repeat(size - headerBytes - name.length - 4)]],
  })
const times = (count: number, one: (at: number) => string, between = '') =>
  Array.from({ length: count }, (_, at) => one(at)).join(between)

const signIn = () => builtActions().get('(people)/sign-in/actions.ts#signIn')?.id ?? ''
const field = (name: string, value: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const call = (body: string, type: string): RawRequest => ({
  method: 'POST',
  address: '/sign-in',
  headers: [
    ['next-action', signIn()],
    ['content-type', type],
  ],
  body,
})
const FORM = 'multipart/form-data; boundary=x'
const nested = (depth: number, inner = '1') => `${'['.repeat(depth)}${inner}${']'.repeat(depth)}`

const HEADERS =
  'accept accept-encoding accept-language cookie user-agent referer x-forwarded-for x-forwarded-host via if-none-match range next-url authorization x-any'

const PARTS: readonly Part[] = [
  {
    part: 'an address',
    of: (size) => ({ address: `/sign-in?next=${'x'.repeat(size - 14)}` }),
    most: MOST_ADDRESS,
    beyond: 414,
  },
  { part: 'a path', of: (size) => ({ address: `/${'x'.repeat(size - 1)}` }), most: MOST_ADDRESS, beyond: 414 },
  {
    part: 'the parts of a path',
    of: (size) => ({ address: `/x${'/a'.repeat(size / 2 - 1)}` }),
    most: MOST_ADDRESS,
    beyond: 414,
  },
  {
    part: 'a path of percent signs',
    of: (size) => ({ address: `/xxx${'%41'.repeat((size - 4) / 3)}`.padEnd(size, 'x') }),
    most: MOST_ADDRESS,
    beyond: 414,
  },
  {
    part: 'one parameter repeated',
    of: (size) => ({ address: `/sign-in?${times(size, () => 'a', '&')}` }),
    most: MOST_PARAMETERS,
    beyond: 414,
  },
  {
    part: 'empty parameters',
    of: (size) => ({ address: `/nope?${'&'.repeat(size - 1)}` }),
    most: MOST_PARAMETERS,
    beyond: 414,
  },
  {
    part: 'many parameters',
    of: (size) => ({ address: `/nope?${times(size, (at) => `k${at}=${'v'.repeat(50)}`, '&')}` }),
    most: MOST_PARAMETERS,
    beyond: 414,
  },
  {
    part: 'cookies',
    of: (size) => ({ address: '/nope', headers: [['cookie', times(size, (at) => `k${at}=v`, '; ')]] }),
    most: MOST_COOKIES,
    beyond: 431,
  },
  {
    part: 'cookies in a line each',
    of: (size) => ({ address: '/nope', headers: Array.from({ length: size }, () => ['cookie', 'a=b'] as const) }),
    most: MOST_COOKIES,
    beyond: 431,
  },
  {
    part: 'lines of headers',
    of: (size) => ({
      address: '/nope',
      headers: Array.from({ length: size - 2 }, (_, at) => [`x-${at}`, ''] as const),
    }),
    most: MOST_HEADER_LINES,
    beyond: 431,
  },
  ...HEADERS.split(' ').map(
    (name): Part => ({ part: `the header ${name}`, of: filled(name), most: MOST_HEADERS, beyond: 431 }),
  ),
  {
    part: 'the fields of a form',
    of: (size) =>
      call(`${field('0', '[null,"$K1"]')}${times(size - 1, (at) => field(`_1_f${at}`, 'x'))}--x--\r\n`, FORM),
    most: MOST_FIELDS,
    beyond: 413,
  },
  {
    part: 'the fields of a plain form',
    of: (size) => ({
      method: 'POST',
      address: '/sign-out',
      headers: [['content-type', 'application/x-www-form-urlencoded']],
      body: times(size, (at) => `f${at}=x`, '&'),
    }),
    most: MOST_FIELDS,
    beyond: 413,
  },
  {
    part: 'the depth of a call',
    of: (size) => call(nested(size), 'text/plain;charset=UTF-8'),
    most: MOST_DEPTH,
    beyond: 400,
  },
  {
    part: 'the depth of a form’s call',
    of: (size) => call(`${field('0', nested(size))}--x--\r\n`, FORM),
    most: MOST_DEPTH,
    beyond: 400,
  },
  {
    part: 'the depth of a draft',
    of: (size) => ({
      method: 'PUT',
      address: `/rooms/${of.roomId}/drafts`,
      headers: [
        ['cookie', student],
        ['content-type', 'application/json'],
      ],
      body: nested(size),
    }),
    most: MOST_DEPTH,
    beyond: 400,
  },
]

describe('grown to its bound and beyond,', () => {
  test.each(PARTS)('$part is read, and one more is told the bound', LONG, async ({ of: sized, most, beyond }) => {
    const { status } = await sendRaw(server.port, bytesOf(sized(most)))
    expect(status).toBeGreaterThanOrEqual(200)
    expect([413, 414, 431]).not.toContain(status)
    expect(status).toBeLessThan(500)
    const refused = await sendRaw(server.port, bytesOf(sized(most + (most === MOST_ADDRESS ? 3 : 1))))
    expect(refused.status).toBe(beyond)
    expect(refused.head).toMatch(/content-type: text\/plain; charset=utf-8/i)
    expect(refused.head).toMatch(/cache-control: no-store/i)
    expect(refused.body).toMatch(/^[A-Z].*\d.*\.\n$/)
  })
})

test('sixteen kilobytes of parameters are refused at once, by whichever way they come', LONG, async () => {
  const many = `?${'a&'.repeat(7_900)}`
  const socket = [
    ['upgrade', 'websocket'],
    ['connection', 'upgrade'],
    ['sec-websocket-version', '13'],
    ['sec-websocket-key', 'dGhlIHNhbXBsZSBub25jZQ=='],
  ] as const
  const ways: RawRequest[] = [
    ...[
      ...['/sign-in', '/', '/nope', '/join/QQQQQQ', '/api/auth/session', '/healthz', '/socket.io/'],
      ...['/_next/static/x.js'],
    ].map((path) => ({ address: path + many })),
    { method: 'POST', address: `/sign-in${many}`, body: 'x' },
    { address: `/socket.io/${many}`, headers: socket },
  ]
  for (const way of ways) {
    const { status, body } = await sendRaw(server.port, bytesOf(way))
    expect({ address: way.address?.slice(0, 20), status, body }).toMatchObject({
      status: 414,
      body: expect.stringMatching(/^This address is too long: .*\.\n$/),
    })
  }
})

test('what is longer than anything that is read is told so, and the connection ends', LONG, async () => {
  for (const request of [
    { address: `/${'x'.repeat(MOST_READ)}` },
    { headers: [['x-any', 'x'.repeat(MOST_READ)]] as const },
  ]) {
    const { status, body } = await sendRaw(server.port, bytesOf(request))
    expect({ status, body }).toMatchObject({
      status: 431,
      body: expect.stringMatching(/^The address and the headers .*\.\n$/),
    })
  }
  expect(await sendRaw(server.port, Buffer.from('no request at all\r\n\r\n'))).toMatchObject({
    status: 400,
    body: 'This could not be read as a request.\n',
  })
})

test('a method that no page has is told which are taken', LONG, async () => {
  const asked: [method: string, address: string, allow: string][] = [
    ...['TRACE', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'PROPFIND'].map((method): [string, string, string] => [
      method,
      '/sign-in',
      'GET, HEAD, POST',
    ]),
    ['TRACE', '/api/auth/session', 'GET, HEAD, POST'],
    ['TRACE', '/sign-out', 'GET, HEAD, POST'],
    ['TRACE', '/socket.io/', 'GET, HEAD, POST'],
    ['POST', `/rooms/${of.roomId}/drafts`, 'GET, HEAD, PUT'],
    ['GET', '*', ''],
    ['OPTIONS', '*', ''],
  ]
  for (const [method, address, allow] of asked) {
    const { status, head, body } = await sendRaw(server.port, bytesOf({ method, address }))
    expect({ method, address, status }).toEqual({ method, address, status: 405 })
    expect(/^allow: ?(.*)$/im.exec(head)?.[1]?.trim()).toBe(allow)
    expect(body).toMatch(new RegExp(`^The method ${method} is not taken here.*\\.\n$`))
  }
})
