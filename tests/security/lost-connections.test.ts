/**
 * L24: connections that are reset before, while and after they are answered, in every way in which an upgrade or a request is refused, ended or
 * answered; straight to the server and through what is shipped before it. The server lives, and a class beside it loses no word.
 */
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { until } from '../server/live/given/given-page'
import { startBalancer } from '../support/machines/balancer'
import { useBuiltServer } from '../support/machines/built-server'
import { startCaddy } from '../support/machines/caddy'
import { isLong } from '../support/machines/lane'
import { patience } from '../support/patience'
import { givenLesson } from './beside-a-lesson'
import { bytesOf, sendRaw } from './hostile/raw-request'

const server = useBuiltServer()
/** Of each way at each moment. */
const TIMES = isLong ? 200 : 25
const AT_ONCE = 25
const LONG = { timeout: patience(isLong ? 900_000 : 180_000) }

const HANDSHAKE = '/socket.io/?EIO=4&transport=websocket'
const UPGRADE = [
  ['upgrade', 'websocket'],
  ['sec-websocket-version', '13'],
  ['sec-websocket-key', 'dGhlIHNhbXBsZSBub25jZQ=='],
] as const

type Headers = readonly (readonly [string, string])[]

/** The bytes of a handshake; `connection: close` of other requests would make it none. */
const upgrade = (address: string, origin?: string, more: Headers = UPGRADE): Buffer => {
  const headers = [...more, ...(origin === undefined ? [] : [['origin', origin] as const])]
  return Buffer.from(
    bytesOf({ address, headers }).toString('latin1').replace('connection: close', 'connection: Upgrade'),
    'latin1',
  )
}

/** A part of a class's page, told that the rest follows, which never comes. */
const cut = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length - 20)

const waysOf = (own: string): Readonly<Record<string, Buffer>> => ({
  'an upgrade of another site': upgrade(HANDSHAKE, 'http://elsewhere.example'),
  'an upgrade without an origin': upgrade(HANDSHAKE),
  'an upgrade that is taken': upgrade(HANDSHAKE, own),
  'an upgrade without a key': upgrade(HANDSHAKE, own, UPGRADE.slice(0, 2)),
  'an upgrade of another protocol': upgrade('/socket.io/?EIO=9&transport=websocket', own),
  'an upgrade of a session that nobody has': upgrade(`${HANDSHAKE}&sid=nobody`, own),
  'an upgrade where there is none': upgrade('/courses', own),
  'an upgrade whose address is too long': upgrade(`${HANDSHAKE}&x=${'x'.repeat(5_000)}`, own),
  'an upgrade with too many headers': upgrade(HANDSHAKE, own, [...UPGRADE, ['x-long', 'x'.repeat(9_000)]]),
  'half an upgrade': cut(upgrade(HANDSHAKE, own)),
  'a handshake by asking again and again': bytesOf({ address: '/socket.io/?EIO=4&transport=polling' }),
  'what is no request': Buffer.from('\u0016\u0003\u0001 hello\r\n\r\n', 'latin1'),
  'headers without end': bytesOf({ headers: [['x-long', 'x'.repeat(30_000)]] }),
  'a method that is not taken': bytesOf({ method: 'TRACE' }),
  'a tunnel': bytesOf({ method: 'CONNECT', address: 'elsewhere.example:443' }),
  'an expectation that is met': bytesOf({
    method: 'POST',
    address: '/sign-out',
    headers: [['expect', '100-continue']],
    body: 'x',
  }),
  'an expectation that is not met': bytesOf({ headers: [['expect', 'wonders']] }),
  'a form of another site': bytesOf({ method: 'POST', headers: [['origin', 'http://elsewhere.example']], body: 'x' }),
  'a body that is too large': bytesOf({ method: 'POST', headers: [['content-length', '99000000']] }),
  'a body that breaks': bytesOf({ method: 'POST', address: '/sign-in', headers: [['transfer-encoding', 'chunked']] }),
  'a page': bytesOf({ address: '/sign-in' }),
  'a file': bytesOf({ address: '/icon.svg' }),
})

const MOMENTS = ['before', 'while', 'after'] as const
type Moment = (typeof MOMENTS)[number]

/** Sends the bytes and resets the connection at that moment, or after so long without an answer; whether anything was answered before. */
function lose(port: number, bytes: Buffer, moment: Moment, time: number, patienceMs: number): Promise<boolean> {
  return new Promise((done) => {
    let isAnswered = false
    const line = connect(port, '127.0.0.1')
    const reset = () => void line.resetAndDestroy()
    line.on('error', () => undefined)
    line.on('close', () => done(isAnswered))
    line.on('data', () => {
      isAnswered = true
      // Of a longer answer, the rest is still being written.
      if (moment === 'after') setImmediate(reset)
    })
    line.on('end', reset)
    line.write(bytes, () => {
      if (moment === 'before') reset()
      else if (moment === 'while') setTimeout(reset, time % 4)
      else setTimeout(reset, patienceMs)
    })
  })
}

/** They wait for more, or are closed without a word. */
const NEVER_ANSWERED = ['half an upgrade', 'a body that breaks', 'an upgrade where there is none', 'a tunnel']

/** How many of these connections were answered before they were lost. */
async function loseAll(port: number): Promise<Record<string, number>> {
  const answered: Record<string, number> = {}
  for (const [way, bytes] of Object.entries(waysOf(server.url)))
    for (const moment of MOMENTS)
      for (let from = 0; from < TIMES; from += AT_ONCE) {
        const count = Math.min(AT_ONCE, TIMES - from)
        const outcomes = await Promise.all(
          Array.from({ length: count }, (_, index) =>
            lose(port, bytes, moment, from + index, NEVER_ANSWERED.includes(way) ? 100 : patience(2_000)),
          ),
        )
        answered[way] = (answered[way] ?? 0) + outcomes.filter(Boolean).length
      }
  return answered
}

test.each([
  ['straight', async () => ({ port: server.port, end: async () => undefined })],
  ['HAProxy', () => startBalancer({ ports: [server.port, server.port] })],
  ['Caddy', () => startCaddy(server.port)],
])('no way to lose a connection ends the server: %s', LONG, async (_, start) => {
  const front = await start()
  try {
    const isThere = async () => (await sendRaw(front.port, bytesOf({ address: '/healthz' }))).status === 200
    while (!(await isThere())) await new Promise((again) => setTimeout(again, 100))
    const lesson = await givenLesson(server)
    const mark = server.said().length
    const losing = loseAll(front.port)
    await lesson.speakUntil(losing, 4)
    const unanswered = Object.entries(await losing).flatMap(([way, count]) => (count === 0 ? [way] : []))
    expect(unanswered.filter((way) => !NEVER_ANSWERED.includes(way))).toEqual([])
    await until(() => lesson.expectWhole())
    expect(server.said().slice(mark)).not.toMatch(/nobody (?:listened|caught)/)
    expect(await isThere()).toBe(true)
  } finally {
    await front.end()
  }
})
