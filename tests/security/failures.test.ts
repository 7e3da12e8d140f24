/** When a page of the built server fails: its reader and whoever runs it are told the same reference, and nobody is told more. */
import { beforeAll, expect, test } from 'vitest'
import { database } from '#server/base/database'
import { type Class, givenClass } from '../server/live/given/given-classroom'
import { until } from '../server/live/given/given-page'
import { useBuiltServer } from '../support/machines/built-server'
import { patience } from '../support/patience'
import { ask } from './knocking'

const server = useBuiltServer()
const LONG = { timeout: patience(60_000) }
let of: Class

beforeAll(async () => {
  of = await givenClass()
})

type Line = { level: number; msg: string; reference?: string; route?: string; method?: string }
const failures = (): Line[] =>
  server
    .said()
    .split('\n')
    .filter((line) => line.includes('a request failed'))
    .map((line) => JSON.parse(line))

/** What the page holds as its reference: the frame of a failed page carries it to the part that shows it. */
const referencesIn = (body: string): string[] =>
  [...body.matchAll(/\\?"digest\\?":\\?"([^"\\]+)|data-dgst="([^"]+)"/g)].map(([, a, b]) => a ?? b ?? '')

test(
  'a page that fails shows the reference that stands in the log, with the pattern of its address and nobody in it',
  LONG,
  async () => {
    await database().$executeRawUnsafe('ALTER TABLE room_event RENAME TO room_event_away')
    const way = `/rooms/${of.roomId}/transcript`
    try {
      const { status, body } = await ask(server.url + way, of.chairCookie)
      expect(status).toBe(500)
      const shown = referencesIn(body)
      expect(shown.length).toBeGreaterThan(0)
      await until(() => expect(failures().map(({ reference }) => reference)).toEqual(expect.arrayContaining(shown)))
      for (const line of failures()) {
        expect(line).toMatchObject({ level: 50, method: 'GET', route: '/rooms/[roomId]/transcript' })
        expect(line.reference).toMatch(/^\w{4,}/)
        expect(JSON.stringify(line)).not.toContain(of.roomId)
      }
      expect(body).not.toContain('room_event')
    } finally {
      await database().$executeRawUnsafe('ALTER TABLE room_event_away RENAME TO room_event')
    }
    expect((await ask(server.url + way, of.chairCookie)).status).toBe(200)
  },
)

test('a route that fails leaves its line as well', LONG, async () => {
  const before = failures().length
  await database().$executeRawUnsafe('ALTER TABLE room_event RENAME TO room_event_away')
  try {
    const { status } = await ask(`${server.url}/rooms/${of.roomId}/transcript/export?format=json`, of.chairCookie)
    expect(status).toBe(500)
    await until(() => expect(failures().length).toBeGreaterThan(before))
    expect(failures().at(-1)).toMatchObject({ route: '/rooms/[roomId]/transcript/export', method: 'GET' })
  } finally {
    await database().$executeRawUnsafe('ALTER TABLE room_event_away RENAME TO room_event')
  }
})

test('what somebody claims of other hosts stands in no line of the log', LONG, async () => {
  const headers = {
    'x-forwarded-host': 'evil.example',
    'x-forwarded-for': '203.0.113.66',
    forwarded: 'host=evil.example',
  }
  await ask(`${server.url}/sign-in`, '', { method: 'POST', body: {}, headers: { ...headers, origin: server.url } })
  await ask(`${server.url}/sign-in`, '', {
    method: 'POST',
    body: {},
    headers: { ...headers, 'next-action': 'x'.repeat(42) },
  })
  await ask(`${server.url}/`, '', { headers })
  expect(server.said()).not.toMatch(/evil\.example|203\.0\.113\.66/)
})
