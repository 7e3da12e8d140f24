/** What every answer of the built server tells the browser, and what it answers to the pages of other sites. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { io } from 'socket.io-client'
import { beforeAll, describe, expect, test } from 'vitest'
import { closeDoor } from '#server/store/door/door'
import { revokeSession } from '#server/store/people/sessions'
import { type Class, givenClass, givenPage, givenStudent, SECRET } from '../server/live/given/given-classroom'
import { useSharedServer } from '../support/machines/built-server'
import { ask, type RequestOptions } from './knocking'

const server = useSharedServer()
let of: Class

beforeAll(async () => {
  of = await givenClass()
})

describe('every answer carries its rules', () => {
  /** The status that each must have, so that each is the kind of answer it is meant to be. */
  type Way = { way: string; status: number; more?: RequestOptions }
  const ways: readonly Way[] = [
    { way: '/', status: 200 },
    { way: '/join', status: 200 },
    { way: '/nowhere', status: 404 },
    { way: '/icon.svg', status: 200 },
    { way: '{script}', status: 200 },
    { way: '/_next/static/nothing.js', status: 404 },
    { way: '/_next/image?url=%2Ficon.svg&w=64&q=75', status: 400 },
    { way: '/api/auth/session', status: 200 },
    { way: '/j/QQQQQQ', status: 307 },
    { way: '/home', status: 307 },
    { way: '/rooms/x/drafts', status: 200 },
    { way: '/rooms/x/replay/rows', status: 404 },
    { way: '/rooms/{room}/transcript/export?format=json', status: 200 },
    { way: '/rooms/{room}/transcript/export?format=csv', status: 200 },
    { way: '/activities/{activity}/gradebook/grades.csv', status: 200 },
    { way: '/rooms/{room}/desk', status: 200 },
    {
      way: '/rooms/{room}/drafts',
      status: 403,
      more: { method: 'PUT', headers: { origin: 'http://evil.example' } },
    },
    { way: '/rooms/{room}/drafts', status: 405, more: { method: 'DELETE' } },
    { way: '/%E0%A4%A', status: 404 },
    { way: '/healthz', status: 200 },
    { way: '/metrics', status: 404 },
    { way: '/socket.io/?EIO=4&transport=polling', status: 400 },
  ]
  const firstScript = () => {
    const name = readdirSync(path.resolve(import.meta.dirname, '../../.next/static/chunks')).find((file) =>
      file.endsWith('.js'),
    )
    return `/_next/static/chunks/${name}`
  }

  const placed = (way: string) =>
    way.replace('{room}', of.roomId).replace('{activity}', of.activityId).replace('{script}', firstScript)

  test.each(ways)('$way, which is $status', async ({ way, status, more }) => {
    const answer = await ask(server.url + placed(way), of.chairCookie, more)
    const { headers } = answer
    expect(answer.status).toBe(status)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/script-src 'nonce-[A-Za-z0-9+/]{22}==' 'strict-dynamic';/)
    for (const rule of [`default-src 'none'`, `frame-ancestors 'none'`, `base-uri 'none'`, `form-action 'self'`])
      expect(policy).toContain(rule)
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|style-src [^;]*unsafe-inline|\*/)
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
    })
    // No page listens to anybody: a recogniser of the browser's would send a student's voice to its maker.
    expect(headers.get('permissions-policy')).toContain('microphone=()')
    expect(headers.get('x-powered-by')).toBeNull()
  })

  test('a nonce serves one answer, stands on every script of it, and is nobody else’s to choose', async () => {
    const chosen = `script-src 'nonce-AAAAAAAAAAAAAAAAAAAAAA=='`
    const answers = await Promise.all(
      [1, 2].map(() =>
        ask(server.url, '', { headers: { 'content-security-policy': chosen, 'x-nonce': 'AAAAAAAAAAAAAAAAAAAAAA==' } }),
      ),
    )
    const nonces = answers.map(
      ({ headers }) => /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1],
    )
    expect(new Set([...nonces, 'AAAAAAAAAAAAAAAAAAAAAA==']).size).toBe(3)
    for (const [index, { body }] of answers.entries()) {
      const scripts = body.match(/<script[^>]*>/g) ?? []
      expect(scripts.length).toBeGreaterThan(3)
      expect(scripts.filter((script) => !script.includes(`nonce="${nonces[index]}"`))).toEqual([])
      expect(body).not.toContain('AAAAAAAAAAAAAAAAAAAAAA')
    }
  })

  test('nothing that a browser can fetch to run holds a secret, or what only the server knows', async () => {
    const folder = path.resolve(import.meta.dirname, '../../.next/static')
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(js|css|json|map)$/.test(file),
    )
    expect(files.length).toBeGreaterThan(20)
    const found = files.filter((file) =>
      /NEXTAUTH_SECRET|DATABASE_URL|METRICS_TOKEN|postgres(ql)?:\/\/|argon2|room_event|BEGIN [A-Z ]*PRIVATE KEY|sourceMappingURL/.test(
        readFileSync(path.join(folder, file), 'utf8'),
      ),
    )
    expect(found).toEqual([])
    const { body } = await ask(server.url, '')
    const scripts = [...new Set(body.match(/\/_next\/static\/[\w./~-]+\.js/g))]
    expect(scripts.length).toBeGreaterThan(3)
    expect(scripts.filter((script) => !files.includes(script.replace('/_next/static/', '')))).toEqual([])
    expect(server.said()).not.toContain(SECRET)
    expect(server.said()).not.toContain(server.databaseUrl())
  })

  test('the page behind a wrong and a closed code is the same page, and that of a full one names nothing of the class', async () => {
    const closed = await givenClass()
    const full = await givenClass({ seatsPerDelegation: 1 })
    for (const name of ['Mei', 'Jonas', 'Amara']) await givenStudent(full, name)
    await closeDoor(closed.activityId)
    const pages = await Promise.all(
      ['QQQQQQ', closed.code, full.code].map(async (code) => {
        const { status, body } = await ask(`${server.url}/join/${code}`, '')
        const text = body
          .replaceAll(/<script.*?<\/script>/gs, '')
          .replaceAll(/<[^>]*>/g, ' ')
          .replaceAll(code, '')
          .replaceAll(`${code.slice(0, 3)}-${code.slice(3)}`, '')
        return `${status} ${text.replaceAll(/\s+/g, ' ')}`
      }),
    )
    expect(pages[0]).toContain('200 ')
    expect(pages[1]).toBe(pages[0])
    // An open door lets in whoever has its code, so that it is full tells a guesser no more.
    expect(pages[2]).not.toBe(pages[0])
    expect(pages[2]).not.toMatch(/The China gap|IR 347|Noor|Mei|Jonas|Amara/)
  })
})

describe('a page of another site', () => {
  const foreign = () => [
    'http://evil.example',
    'https://127.0.0.1',
    server.url.replace('http:', 'https:'),
    `${server.url}.evil.example`,
    server.url.replace('127.0.0.1', '127.0.0.2'),
    `http://127.0.0.1:${server.port + 1}`,
    'null',
    server.url.toUpperCase().replace('HTTP', 'ftp'),
  ]

  test('opens no socket, by either road', async () => {
    const opened: string[] = []
    for (const origin of foreign())
      for (const transport of ['polling', 'websocket'] as const) {
        const socket = io(server.url, {
          transports: [transport],
          reconnection: false,
          forceNew: true,
          extraHeaders: { cookie: of.chairCookie, origin },
        })
        const isOpen = await new Promise<boolean>((done) => {
          socket.once('connect', () => done(true))
          socket.once('connect_error', () => done(false))
        })
        socket.disconnect()
        if (isOpen) opened.push(`${origin} by ${transport}`)
      }
    expect(opened).toEqual([])
    // The same cookie from our own page is let in, so that the origin alone made the difference.
    expect((await givenPage(server, of.chairCookie, of.roomId)).rows.length).toBeGreaterThan(0)
  })

  test('changes nothing, whatever it sends', async () => {
    const ways = [`/rooms/${of.roomId}/drafts`, '/', '/sign-in', '/api/auth/signout', `/courses/x/bring-record/file`]
    const answered: string[] = []
    for (const origin of foreign())
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
        for (const way of ways) {
          const { status } = await ask(server.url + way, of.chairCookie, { method, headers: { origin } })
          // A method that no page has is told so, wherever it comes from.
          const isTaken = method === (way.endsWith('/drafts') ? 'PUT' : 'POST')
          if (status !== (isTaken ? 403 : 405)) answered.push(`${method} ${way} from ${origin}: ${status}`)
        }
    expect(answered).toEqual([])
    const { status } = await ask(`${server.url}/rooms/${of.roomId}/drafts`, of.chairCookie, {
      method: 'PUT',
      headers: { 'sec-fetch-site': 'cross-site' },
    })
    expect(status).toBe(403)
  })
})

describe('pages that are kept', () => {
  test('a room that is kept for its table is drawn for nobody else, and each gets a nonce of their own', async () => {
    const room = `${server.url}/rooms/${of.roomId}`
    const nonceOf = ({ headers }: { headers: Headers }) =>
      /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1] ?? 'none'
    const [one, other] = [await givenStudent(of, 'Yuki Mori'), await givenStudent(of, 'Sam Lee')]
    const stranger = await givenStudent(await givenClass(), 'Ana Costa')
    const before = await ask(room, stranger.cookie)
    const answers = [await ask(room, one.cookie), await ask(room, other.cookie), await ask(room, one.cookie)]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(new Set(answers.map(nonceOf)).size).toBe(3)
    const bare = answers.map((answer) => answer.body.replaceAll(nonceOf(answer), ''))
    expect(new Set(bare).size).toBe(1)
    for (const answer of answers)
      for (const [, nonce] of answer.headers.get('link')?.matchAll(/nonce="([^"]+)"/g) ?? [])
        expect(nonce).toBe(nonceOf(answer))
    for (const answer of answers) {
      const scripts = answer.body.match(/<script[^>]*>/g) ?? []
      expect(scripts.length).toBeGreaterThan(3)
      expect(scripts.filter((script) => !script.includes(`nonce="${nonceOf(answer)}"`))).toEqual([])
    }
    expect((await ask(room, stranger.cookie)).status).toBe(404)
    expect(before.status).toBe(404)
    await revokeSession(other.sessionId)
    expect((await ask(room, other.cookie)).location).toMatch(/^\/sign-in/)
    expect((await ask(room, '')).location).toMatch(/^\/sign-in/)
  })

  test('a reader who signed in, or chose another language, is not given the page that is kept for the others', async () => {
    const chair = await ask(server.url, of.chairCookie)
    const nobody = await ask(server.url, '')
    expect(chair.body).toContain('/courses')
    expect(nobody.body).not.toContain('/courses')
    expect((await ask(server.url, 'locale=en')).headers.get('content-length')).toBeNull()
    expect(nobody.headers.get('content-length')).not.toBeNull()
  })
})
