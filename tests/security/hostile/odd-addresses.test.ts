/** Addresses, forms and cookies that no page of ours would send: each is answered, and none with a fault of the server. */
import { beforeAll, expect, test } from 'vitest'
import { useSharedServer } from '../../support/machines/built-server'
import { isLong } from '../../support/machines/lane'
import { patience } from '../../support/patience'
import { act, ask, payload } from '../knocking'
import { ACTIONS } from '../matrix/action-rows'
import { PAGES, ROUTES } from '../matrix/endpoint-rows'
import { builtActions } from '../matrix/endpoints'
import { type Actor, givenWorld, type World, type WorldIds } from '../matrix/given-world'

const server = useSharedServer()
const whole = isLong
const LONG = { timeout: patience(whole ? 900_000 : 180_000) }
let world: World

beforeAll(async () => {
  world = await givenWorld()
})

const WHO: readonly Actor[] = ['instructor', 'student', 'anonymous']
const ODD = [
  ...[
    ...['%00', 'a%00b', '%ED%A0%80', '%ED%B0%80x', '%FF', '%C0%80', '%', '%zz', '%2500', '%25%30%30'],
    "'",
    '%22',
    '%0d%0ax',
  ],
  ...[
    ...['..', '%2e%2e', '..%2f..%2f', '%5c', 'x%2Fy', '__proto__', 'constructor', '%E2%80%AE', '%F0%9F%98%80'],
    ...['%EF%BC%85'],
  ],
  'x'.repeat(300),
  '%E4%B8%AD'.repeat(400),
]
/** Everything that a page of ours reads out of its address. */
const ASKED = [
  ...['q', 'round', 'phase', 'delegation', 'student', 'intent', 'anchor', 'standing', 'from', 'at', 'as', 'speed'],
]
const ASKED_BY_FORMS = [
  ...['format', 'plain', 'next', 'demo', 'discarded', 'step', 'title', 'activity', 'kept', 'callbackUrl', 'e'],
]

/** Asks in small groups, as fast as answers come. */
async function inTurn<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  for (let at = 0; at < all.length; at += 8) await Promise.all(all.slice(at, at + 8).map(work))
}

test('no address at all is answered with a fault of the server', LONG, async () => {
  const place = (odd: string): WorldIds => ({
    ...world.places.own,
    ...Object.fromEntries(Object.keys(world.places.own).map((name) => [name, odd])),
  })
  const rows = [
    ...Object.values(PAGES),
    ...Object.entries(ROUTES).flatMap(([name, row]) => (name.startsWith('GET') ? [row] : [])),
  ]
  const paths = rows.flatMap((row, turn) =>
    // A short run gives each address some of them, and all of them to some address.
    'at' in row
      ? ODD.filter((_, index) => whole || (index + turn) % ODD.length === 0).map((odd) => row.at(place(odd)))
      : [],
  )
  const own = rows.map((row) => ('at' in row ? row.at(world.places.own) : row.own))
  const names = [...ASKED, ...ASKED_BY_FORMS]
  // A short run asks for all names in one address, each with another value from address to address.
  const queries = (turn: number) =>
    whole
      ? names.flatMap((name) => ODD.map((odd) => `${name}=${odd}`))
      : [names.map((name, index) => `${name}=${ODD[(index + turn) % ODD.length]}`).join('&')]
  const asked = own.flatMap((path, turn) =>
    queries(turn).map((query) => `${path}${path.includes('?') ? '&' : '?'}${query}`),
  )
  const bare = ODD.flatMap((odd, turn) =>
    [`/${odd}`, `/join/${odd}`, `/j/${odd}`, `/p/${odd}`, `/api/auth/${odd}`, `/_next/${odd}`].filter(
      (_, index) => whole || (index + turn) % 3 === 0,
    ),
  )
  // What stands in an address by itself, such as the token of a mail, is tried with each of them: nobody is let in before it is read.
  const open = Object.entries({ ...PAGES, ...ROUTES }).flatMap(([name, row]) => {
    const path = name.replace('GET ', '')
    return 'at' in row || !path.startsWith('/') || !path.includes('[')
      ? []
      : ODD.map((odd) => path.replaceAll(/\[\w+\]/g, odd))
  })
  expect(open.length).toBeGreaterThan(ODD.length * 8)
  const wrong: unknown[] = []
  let tried = 0
  const ways = [...paths, ...bare, ...asked, ...open]
  // A short run asks each address as one of them.
  for (const [turn, actor] of WHO.entries())
    await inTurn(
      ways.filter((_, index) => whole || index % WHO.length === turn),
      async (way) => {
        const how = tried % 3 === 2 ? payload : ask
        const { status } = await how(server.url + way, world.cookies[actor])
        tried += 1
        if (status >= 500) wrong.push({ actor, way, status })
      },
    )
  process.stdout.write(`odd addresses: tried ${tried}\n`)
  expect(wrong).toEqual([])
  expect(tried).toBeGreaterThan(whole ? 300 : 80)
})

test('a parameter called as something that every object has is no fault of the server on any page', LONG, async () => {
  const own = [
    ...Object.values(PAGES),
    ...Object.entries(ROUTES).flatMap(([name, row]) => (name.startsWith('GET') ? [row] : [])),
  ].map((row) => ('at' in row ? row.at(world.places.own) : row.own))
  const names = ['constructor', '__proto__', 'toString', 'a[b]']
  const wrong: unknown[] = []
  await inTurn(
    own.flatMap((path, turn) =>
      names.filter((_, index) => whole || index === turn % (2 * names.length)).map((name) => `${path}?${name}=x`),
    ),
    async (way) => {
      const { status } = await ask(server.url + way, world.cookies.instructor)
      if (status >= 500) wrong.push({ way, status })
    },
  )
  expect(wrong).toEqual([])
})

test('no form at all is answered with a fault of the server', LONG, async () => {
  const built = builtActions()
  const odd = whole ? ['a\0b', '\0', '\ud800', '__proto__', 'x'.repeat(5_000)] : ['a\0b', '\ud800']
  const wrong: unknown[] = []
  let tried = 0
  // A short run sends each form as one of them.
  for (const [turn, actor] of WHO.entries())
    await inTurn(
      Object.entries(ACTIONS).filter((_, index) => whole || index % WHO.length === turn),
      async ([name, row]) => {
        const { id, page } = built.get(name) ?? { id: name, page: '/' }
        const call = 'own' in row ? row.own : row.call(world.places.own)
        for (const text of odd) {
          const bent =
            'fields' in call
              ? Object.keys(call.fields).map((field) => ({ ...call, fields: { ...call.fields, [field]: text } }))
              : typeof call.value === 'object' && call.value !== null
                ? Object.keys(call.value).map((field) => ({ value: { ...Object(call.value), [field]: text } }))
                : [{ value: text }]
          for (const one of bent.filter((_, index) => whole || odd[index % 2] === text)) {
            const { status } = await act(
              server.url + page.replaceAll(/\[(\.\.\.)?\w+\]/g, 'x'),
              world.cookies[actor],
              id,
              one,
            )
            tried += 1
            if (status >= 500) wrong.push({ actor, name, one: JSON.stringify(one).slice(0, 200), status })
          }
        }
      },
    )
  for (const text of ['a\0b', '\ud800', 'x'.repeat(20_000)])
    for (const body of [
      { key: text, text: 'x', over: null },
      { key: 'a-draft', text, over: null },
      { key: 'a-draft', text: 'x', over: text },
      text,
    ]) {
      const way = `/rooms/${world.places.own.roomId}/drafts`
      const { status } = await ask(server.url + way, world.cookies.student, { method: 'PUT', body })
      tried += 1
      if (status >= 500) wrong.push({ way, body: JSON.stringify(body).slice(0, 200), status })
    }
  process.stdout.write(`odd forms: tried ${tried}\n`)
  expect(wrong).toEqual([])
  expect(tried).toBeGreaterThan(whole ? 500 : 80)
})

test('no cookie at all is answered with a fault of the server', LONG, async () => {
  const names = ['track-two', 'track-two-door', 'locale', 'theme', 'next-auth.callback-url', 'next-auth.csrf-token']
  const values = [
    ...ODD,
    encodeURIComponent(JSON.stringify({ secret: 'a\0b', askedAt: 1, code: 'a\0b' })),
    'evil.example/',
    '{',
  ]
  const ways = [
    ...['/', '/join', '/join/wait', '/sign-in', '/courses', '/api/auth/session'],
    `/rooms/${world.places.own.roomId}`,
  ]
  const wrong: unknown[] = []
  await inTurn(
    ways
      .flatMap((way) => names.flatMap((name) => values.map((value) => ({ way, cookie: `${name}=${value}` }))))
      // Of each eleven one: eleven divides neither the values nor the names, so that each value and each name has its turn.
      .filter((_, index) => whole || index % 11 === 0),
    async ({ way, cookie }) => {
      const { status } = await ask(server.url + way, cookie)
      if (status >= 500) wrong.push({ way, cookie, status })
    },
  )
  expect(wrong).toEqual([])
})

test('of next-auth only the question who is signed in is answered, and never kept', async () => {
  const closed = [
    ...['signin', 'signout', 'providers', 'csrf', 'error', 'verify-request', '_log', 'callback/password'],
    ...['callback/x', 'signin/x'],
  ]
  for (const way of closed)
    for (const method of ['GET', 'POST'])
      expect({ way, method, status: (await ask(`${server.url}/api/auth/${way}`, '', { method })).status }).toEqual({
        way,
        method,
        status: 404,
      })
  for (const callbackUrl of ['http://', 'evil.example/', '//evil.example', '%00'])
    for (const way of ['session', 'signin', 'callback/password']) {
      const { status, location } = await ask(`${server.url}/api/auth/${way}?callbackUrl=${callbackUrl}`, '')
      expect({ way, callbackUrl, status, location }).toMatchObject({ location: '' })
      expect([200, 404]).toContain(status)
    }
  const { body, headers } = await ask(`${server.url}/api/auth/session`, world.cookies.instructor)
  expect(JSON.parse(body)).toMatchObject({ user: { name: expect.any(String) } })
  expect(headers.get('cache-control')).toBe('no-store')
  expect((await ask(`${server.url}/api/auth/session`, '')).body).toBe('{}')
})
