/** What is sent to the built server without end: it is refused in words, and never held. */
import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { beforeAll, describe, expect, test } from 'vitest'
import { MOST_OF_A_STRANGER } from '#server/web/http/body-buffer'
import { type Class, givenClass, givenStudent } from '../../server/live/given/given-classroom'
import { useBuiltServer } from '../../support/machines/built-server'
import { isLong } from '../../support/machines/lane'
import { patience } from '../../support/patience'
import { ask } from '../knocking'
import { builtActions } from '../matrix/endpoints'

const server = useBuiltServer()
const whole = isLong
const LONG = { timeout: patience(120_000) }
/** Megabytes of one body. */
const MUCH = whole ? 400 : 120
let of: Class
let cookie: string

beforeAll(async () => {
  of = await givenClass()
  cookie = (await givenStudent(of, 'Mei')).cookie
})

/** Kilobytes that the system has given it. */
const resident = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1] ?? 0)

type Announced = 'a length' | 'no length'
type Sent = { status: number; body: string; megabytes: number; isEnded: boolean }

/** Sends megabyte after megabyte, until all is sent or nobody takes any more; answers what came back and how much had gone out by then. */
function pour(path: string, told: Announced, megabytes: number, headers: Record<string, string> = {}): Promise<Sent> {
  const piece = Buffer.alloc(1_000_000, 'x')
  const length: Record<string, string> =
    told === 'a length' ? { 'content-length': String(megabytes * piece.length) } : {}
  return new Promise((done) => {
    const sent: Sent = { status: 0, body: '', megabytes: 0, isEnded: false }
    const line = request(server.url + path, {
      method: headers['x-method'] ?? 'POST',
      headers: { cookie, ...headers, ...length },
    })
    const end = () => done(sent)
    line.on('response', (response) => {
      sent.status = response.statusCode ?? 0
      response.setEncoding('utf8').on('data', (text: string) => {
        sent.body += text
      })
      response.on('end', () => {
        sent.isEnded = true
      })
    })
    line.on('close', end).on('error', () => undefined)
    const more = () => {
      if (line.destroyed) return
      if (sent.megabytes === megabytes) return void line.end()
      sent.megabytes += 1
      if (line.write(piece)) setImmediate(more)
      else line.once('drain', more)
    }
    more()
  })
}

describe('a body without end', () => {
  const action = () => ({ 'next-action': builtActions().get('(people)/sign-in/actions.ts#signIn')?.id ?? '' })
  const ways: readonly { name: string; path: () => string; headers?: () => Record<string, string> }[] = [
    { name: 'where nobody answers', path: () => '/api/auth/callback/password' },
    {
      name: 'the words under way of a student',
      path: () => `/rooms/${of.roomId}/drafts`,
      headers: () => ({ 'x-method': 'PUT', 'content-type': 'application/json' }),
    },
    {
      name: 'an action',
      path: () => '/sign-in',
      headers: () => ({ ...action(), 'content-type': 'text/plain;charset=UTF-8' }),
    },
    {
      name: 'a form of a page without script',
      path: () => '/sign-in',
      headers: () => ({ 'content-type': 'multipart/form-data; boundary=x' }),
    },
    {
      name: 'a record brought by nobody',
      path: () => '/courses/x/bring-record/file',
      headers: () => ({ 'content-type': 'application/json' }),
    },
    { name: 'a page that only reads', path: () => '/join' },
  ]

  test.each(ways)(
    'sent to $name is refused with a sentence, with and without its length, and is not held',
    LONG,
    async ({ path, headers }) => {
      await ask(`${server.url}/join`, '')
      const before = resident()
      let most = before
      const watch = setInterval(() => {
        most = Math.max(most, resident())
      }, 20)
      const answers: Sent[] = []
      for (const told of ['a length', 'no length'] as const) answers.push(await pour(path(), told, MUCH, headers?.()))
      clearInterval(watch)
      for (const { status, body } of answers) {
        expect(status).toBe(413)
        expect(body).toMatch(/^That is more than this page can take: at most (1|17) MB .*Nothing of it was kept\.\n$/)
      }
      // Held, it would be all of it, twice.
      expect(most - before).toBeLessThan(80_000)
    },
  )
})

test('as much as a page may ask for goes through, told or not, and not a byte more', LONG, async () => {
  const way = `/rooms/${of.roomId}/drafts`
  const draft = (size: number) => {
    const [head, foot] = ['{"key":"a-draft","over":null,"text":"', '"}']
    return `${head}${'x'.repeat(size - head.length - foot.length)}${foot}`
  }
  const put = (body: string, duplex: boolean) =>
    fetch(server.url + way, {
      method: 'PUT',
      headers: { cookie, 'content-type': 'application/json' },
      ...(duplex
        ? {
            body: new ReadableStream({
              start(to) {
                to.enqueue(new TextEncoder().encode(body))
                to.close()
              },
            }),
            duplex: 'half',
          }
        : { body }),
    })
  for (const duplex of [false, true]) {
    expect((await put(draft(5_000), duplex)).status).toBe(200)
    // A text of that length is refused by the page itself, which has read it all.
    expect((await put(draft(1_000_000), duplex)).status).toBe(400)
    expect((await put(draft(1_000_001), duplex)).status).toBe(413)
  }
})

const STRANGERS: readonly (readonly [string, string])[] = [
  ['without a cookie', ''],
  ['with a cookie that nobody signed', 'track-two=eyJhbGciOiJkaXIifQ..x.y.z'],
]

test.each(STRANGERS)(
  'a stranger %s sends a short form and no more, told its length or not, and the rest is not even taken',
  LONG,
  async (_, as) => {
    const put = (size: number, told: boolean) =>
      fetch(`${server.url}/sign-out`, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie: as, 'content-type': 'application/x-www-form-urlencoded' },
        ...(told
          ? { body: 'x'.repeat(size) }
          : { body: new Blob(['x'.repeat(size)]).stream(), duplex: 'half' as const }),
      })
    for (const told of [true, false]) {
      expect((await put(MOST_OF_A_STRANGER, told)).status, String(told)).toBeLessThan(400)
      const refused = await put(MOST_OF_A_STRANGER + 1, told)
      expect(refused.status).toBe(413)
      expect(await refused.text()).toMatch(/not signed in: at most 64 kB\. Nothing of it was kept: sign in/)
    }
    const path = `/courses/${of.activityId}/bring-record/file`
    for (const told of ['a length', 'no length'] as const) {
      const before = resident()
      const sent = await pour(path, told, 16, { cookie: as, 'content-type': 'application/json' })
      expect(sent).toMatchObject({ status: 413, isEnded: true })
      expect(sent.body).toMatch(/not signed in/)
      // Held, it would be all of it, and once more where its pieces are put together.
      expect(resident() - before).toBeLessThan(16_000)
    }
  },
)

test('whoever is signed in sends more, which waits until their session was looked up', LONG, async () => {
  const text = 'x'.repeat(400_000)
  for (const size of [MOST_OF_A_STRANGER + 1, 100_000, 900_000])
    for (const as of [cookie, of.chairCookie]) {
      const answer = await fetch(`${server.url}/rooms/${of.roomId}/drafts`, {
        method: 'PUT',
        headers: { cookie: as, 'content-type': 'application/json' },
        body: JSON.stringify({ key: 'a-draft', over: null, text: text.slice(0, size / 2), more: 'y'.repeat(size / 2) }),
      })
      // It was read as a whole, and the page has judged it.
      expect([200, 400]).toContain(answer.status)
    }
})

test('whoever never ends is not waited for by anybody, and holds no line for good', LONG, async () => {
  const lines = Array.from({ length: 40 }, () => {
    const line = connect(server.port, '127.0.0.1').on('error', () => undefined)
    line.write(`POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 900000\r\n\r\n${'x'.repeat(10_000)}`)
    return line
  })
  expect((await ask(`${server.url}/sign-in`, '')).status).toBe(200)
  for (const line of lines) line.destroy()
})

test('an upgrade to anything but the sockets ends at once', LONG, async () => {
  const ways = ['/_next/webpack-hmr', '/_next/hmr', '/', '/rooms/x', '/socket.iox', '/nowhere', '*', '/%00']
  const open: string[] = []
  for (const way of ways) {
    const line = connect(server.port, '127.0.0.1').on('error', () => undefined)
    line.write(
      `GET ${way} HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n`,
    )
    line.resume()
    const isClosed = await Promise.race([
      new Promise<boolean>((done) => line.once('close', () => done(true))),
      new Promise<boolean>((done) => setTimeout(() => done(false), 5_000)),
    ])
    if (!isClosed) open.push(way)
    line.destroy()
  }
  expect(open).toEqual([])
})
