/** The line to the built server, held against everything that no page of ours would send. */
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import WebSocket from 'ws'
import { settleSecret } from '#server/base/environment'
import { readSubmission } from '#server/live/submitting'
import { readRequest } from '#server/live/subscriptions'
import { joinRequest, PROTOCOL } from '#simulation/wire/protocol'
import { type Class, givenClass, givenPage, givenStudent, SECRET } from '../../server/live/given/given-classroom'
import { Page, until } from '../../server/live/given/given-page'
import { useFreshDatabase } from '../../support/machines/database'
import { isLong } from '../../support/machines/lane'
import { type RunningServer, startServer } from '../../support/machines/server'
import { patience } from '../../support/patience'
import { heapOf, INSPECTED } from '../heap'
import { ask } from '../knocking'
import { bent, dice, frame } from './garbage'

const fresh = useFreshDatabase()
const whole = isLong
const SEED = Number(process.env.SEED ?? 347)
const LONG = { timeout: patience(whole ? 900_000 : 60_000) }
let server: RunningServer
let of: Class

beforeAll(async () => {
  settleSecret(SECRET)
  server = await startServer({ databaseUrl: fresh.url(), env: { NEXTAUTH_SECRET: SECRET, ...INSPECTED } })
  of = await givenClass()
})
afterAll(async () => server?.clear())

/** The house as pages on real sockets know it. */
const house = () => ({ address: server.url })
const isWell = async () => {
  expect((await ask(`${server.url}/sign-in`, '')).status).toBe(200)
  expect(server.said()).not.toMatch(/nobody listened|TypeError|RangeError|uncaught/i)
}
/** Kilobytes that the system has given it, with what it has not given back. */
const resident = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1] ?? 0)

describe('what no page would send', () => {
  const PAYLOADS = whole ? 100_000 : 2_000
  const FRAMES = whole ? 10_000 : 500

  test(`${PAYLOADS} bent messages are read without a fault, and nothing unstorable gets through`, LONG, () => {
    const roll = dice(SEED)
    let taken = 0
    for (let sent = 0; sent < PAYLOADS; sent += 1) {
      const message = bent(roll)
      const read = readSubmission(message)
      readRequest(joinRequest, message)
      if (!read) continue
      taken += 1
      const text = JSON.stringify(read)
      expect(text).not.toMatch(/\\u0000|\\ud[89ab]/i)
      expect(Object.keys(read).toSorted()).toEqual(['command', 'commandId', 'roomId'])
      expect(text).not.toMatch(/isAdmin|"role"|"audience"|"by"|"seq"/)
    }
    // Some must be whole, or the reader was never asked anything but nonsense.
    expect(taken).toBeGreaterThan(PAYLOADS / 100)
    expect({}).not.toHaveProperty('isAdmin')
  })

  async function sendMessages(seed: number, count: number): Promise<void> {
    const roll = dice(seed)
    const students = await Promise.all(
      Array.from({ length: 4 }, (_, index) => givenStudent(of, `Sender ${seed} ${index}`).catch(() => null)),
    )
    const cookies = students.flatMap((student) => student?.cookie ?? []).concat(of.chairCookie)
    for (let sent = 0; sent < count; ) {
      const socket = new Page(server.url, cookies[sent % cookies.length]!).socket
      socket.connect()
      await new Promise((done) => {
        socket.once('connect', () => done(null))
        socket.once('connect_error', () => done(null))
      })
      socket.emit('join', { protocol: PROTOCOL, roomId: of.roomId, as: 'self', after: null }, () => undefined)
      const most = Math.min(200, count - sent)
      for (let left = most; left > 0; left -= 1) {
        const name = roll() < 0.7 ? 'submit' : roll() < 0.5 ? 'join' : 'clock'
        if (roll() < 0.8) socket.emit(name, bent(roll), () => undefined)
        else socket.emit(name, bent(roll), bent(roll), 'no answer')
      }
      sent += most
      await Promise.race([
        socket
          .timeout(patience(5_000))
          .emitWithAck('clock')
          .catch(() => null),
        new Promise((done) => socket.once('disconnect', done)),
      ])
      socket.disconnect()
    }
  }

  async function sendFrames(seed: number, count: number): Promise<void> {
    const roll = dice(seed)
    const address = `${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`
    for (let sent = 0; sent < count; ) {
      const line = new WebSocket(address, { headers: { cookie: of.chairCookie, origin: server.url } })
      line.on('error', () => undefined)
      await new Promise((done) => line.once('open', done).once('close', done))
      if (roll() < 0.8) line.send('40')
      while (sent < count && line.readyState === WebSocket.OPEN && roll() < 0.93) {
        line.send(frame(roll))
        sent += 1
        if (sent % 5 === 0) await new Promise((done) => setImmediate(done))
      }
      sent += line.readyState === WebSocket.OPEN ? 0 : 1
      line.terminate()
    }
  }

  test(`${PAYLOADS} bent messages and ${FRAMES} raw frames leave the server well, and no larger`, LONG, async () => {
    // A first round fills the caches that stay; a leak would grow again in the second.
    await sendMessages(SEED, PAYLOADS / 2)
    await sendFrames(SEED, FRAMES / 2)
    await isWell()
    const before = await heapOf(server)
    await sendMessages(SEED + 1, PAYLOADS / 2)
    await sendFrames(SEED + 1, FRAMES / 2)
    await isWell()
    const megabytes = (bytes: number) => Number((bytes / 2 ** 20).toFixed(1))
    const after = await heapOf(server)
    process.stdout.write(
      `line: tried ${JSON.stringify({ PAYLOADS, FRAMES, heapMb: [before, after].map(megabytes), rssMb: megabytes(resident() * 1024) })}\n`,
    )
    expect(after).toBeLessThan(before * 1.1)
    // The room they were sent into is whole and takes the next command.
    const chair = await givenPage(house(), of.chairCookie, of.roomId)
    expect(await chair.submit(of.roomId, { type: 'lockSeating', locked: false })).toMatchObject({
      rejection: 'nothing-changed',
    })
  })

  test('hundreds who never finish what they ask keep nobody waiting, and are cut in the end', LONG, async () => {
    const starts = [
      'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ',
      'POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 99999\r\n\r\n1',
    ]
    const lines = Array.from({ length: 300 }, (_, index) => {
      const line = connect(server.port, '127.0.0.1', () => line.write(starts[index % 2]!))
      line.on('error', () => undefined)
      line.resume()
      return line
    })
    await until(() => expect(lines.every(({ bytesWritten }) => bytesWritten > 0)).toBe(true), 10_000)
    const drip = setInterval(() => {
      for (const line of lines) if (line.writable) line.write('a')
    }, 1_000)
    try {
      await isWell()
      const chair = await givenPage(house(), of.chairCookie, of.roomId)
      expect(chair.rows.length).toBeGreaterThan(0)
      // Node looks every half minute for those whose time is up: headers in twenty seconds, all of it in sixty.
      if (whole) await until(() => expect(lines.filter(({ closed }) => !closed)).toEqual([]), 120_000)
    } finally {
      clearInterval(drip)
      for (const line of lines) line.destroy()
    }
  })

  test('what is no request at all is refused, and the next one is served', async () => {
    const raw = [
      '\0\0\0\0',
      'GET / HTTP/9.9\r\n\r\n',
      'GET /\r\nX\r\n\r\n',
      `GET / HTTP/1.1\r\nHost: x\r\n${'A'.repeat(40_000)}: b\r\n\r\n`,
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\n\r\n',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
      'GET /socket.io/?EIO=4 HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    ]
    for (const text of raw) {
      const said = await new Promise<string>((done) => {
        let answer = ''
        const line = connect(server.port, '127.0.0.1', () => line.write(text))
        line.setTimeout(1_500, () => line.destroy())
        line.on('data', (data) => {
          answer += String(data)
          if (/^HTTP\/1\.1 \d/.test(answer)) line.destroy()
        })
        line.on('error', () => undefined)
        line.on('close', () => done(answer))
      })
      expect(said).not.toMatch(/^HTTP\/1\.1 (2|5)/)
    }
    await isWell()
  })
})
