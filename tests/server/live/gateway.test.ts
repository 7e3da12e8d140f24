/** The sockets: who may open one, who may join a room, and that an acknowledged command is saved. */
import { request } from 'node:http'
import { connect } from 'node:net'
import { beforeAll, describe, expect, test } from 'vitest'
import { closeDoor, readDoorPath } from '#server/store/door/door'
import { revokeSession } from '#server/store/people/sessions'
import { commandId } from '#simulation/kernel/ids'
import { PROTOCOL } from '#simulation/wire/protocol'
import {
  type Class,
  closeHouse,
  givenClass,
  givenHouse,
  givenPage,
  givenSeated,
  givenStudent,
  openHouse,
} from './given/given-classroom'
import { accepted, newId, Page, until } from './given/given-page'

const house = givenHouse()
const now = () => house.now()

describe('opening a socket', () => {
  let of: Class
  beforeAll(async () => {
    of = await givenClass()
  })

  test.each([
    ...['http://evil.example', 'null', 'https://127.0.0.1', 'http://localhost', 'http://127.0.0.1.evil.example'],
    ...['file://', 'chrome-extension://abc', ''],
  ])('a page of %j may not, over polling or websocket', async (origin) => {
    const polling = await new Promise<number | undefined>((done, fail) => {
      const url = `${now().address}/socket.io/?EIO=4&transport=polling`
      request(url, { headers: { origin, cookie: of.chairCookie } }, (response) => {
        response.resume()
        done(response.statusCode)
      })
        .once('error', fail)
        .end()
    })
    expect(polling).toBeGreaterThanOrEqual(400)
    await expect(new Page(now().address, of.chairCookie, { origin }).connect()).rejects.toThrow('websocket error')
  })

  test('a port next to ours is another origin', async () => {
    const origin = now().address.replace(/\d+$/, (port) => String(Number(port) + 1))
    await expect(new Page(now().address, of.chairCookie, { origin }).connect()).rejects.toThrow('websocket error')
  })

  test('nobody without a sign-in opens one', async () => {
    await expect(new Page(now().address, 'track-two=forged').connect()).rejects.toThrow('signed-out')
  })

  test('a revoked sign-in is cut within a second, on every socket it has, and no other', async () => {
    const student = await givenStudent(of, 'Priya')
    const pages = await Promise.all([1, 2].map(() => givenPage(now(), student.cookie, of.roomId)))
    const chair = await givenPage(now(), of.chairCookie, of.roomId)
    await revokeSession(student.sessionId)
    await until(() => expect(pages.map(({ socket }) => socket.connected)).toEqual([false, false]), 1_000)
    expect(pages.map(({ left }) => left)).toEqual([['signed-out'], ['signed-out']])
    expect(chair.socket.connected).toBe(true)
    await expect(new Page(now().address, student.cookie).connect()).rejects.toThrow('signed-out')
  })
})

describe('joining', () => {
  test('a room of another class, one that is not and a malformed wish are refused alike in form', async () => {
    const [of, other] = [await givenClass(), await givenClass()]
    const page = await new Page(now().address, of.chairCookie).connect()
    expect(await page.join(other.roomId)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await page.join('nowhere' as never)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await page.join('' as never)).toEqual({ ok: false, refusal: 'malformed' })
    const old = await page.socket.emitWithAck('join', {
      protocol: PROTOCOL - 1,
      roomId: of.roomId,
      as: 'self',
      after: null,
    })
    expect(old).toEqual({ ok: false, refusal: 'outdated' })
  })

  test('the code stands over the door for a chair and a stage, and for no student', async () => {
    const of = await givenClass()
    const student = await givenStudent(of, 'Mei')
    const [chair, own] = [
      await new Page(now().address, of.chairCookie).connect(),
      await new Page(now().address, student.cookie).connect(),
    ]
    const shown = `${of.code.slice(0, 3)}-${of.code.slice(3)}`
    const link = now().address + (await readDoorPath(of.activityId))
    expect(await chair.join(of.roomId)).toMatchObject({
      room: { code: shown, joinUrl: link, title: 'The China gap', name: 'Table 1' },
    })
    expect(await own.join(of.roomId)).toMatchObject({ room: { code: null, joinUrl: null } })
    expect(own.bytes).not.toContain(of.code)
    expect(own.bytes).not.toContain(link.split('w=')[1])
    const told: unknown[] = []
    chair.socket.on('room', (message) => told.push(message))
    await closeDoor(of.activityId)
    await until(() => expect(told).toMatchObject([{ room: { code: null } }]))
  })

  test('the clock that a page asks for is the server’s', async () => {
    const page = await new Page(now().address, (await givenClass()).chairCookie).connect()
    const before = Date.now()
    const answered = await page.now()
    expect(answered).toBeGreaterThanOrEqual(before)
    expect(answered).toBeLessThanOrEqual(Date.now())
  })
})

describe('submitting', () => {
  test('L3 two hundred messages sent at once stand in one order on every page, each sender’s in the order sent', async () => {
    const of = await givenClass()
    const chair = await givenPage(now(), of.chairCookie, of.roomId)
    const offices = chair.state.plan.seats.map(({ id }) => id)
    const delegates = await Promise.all(offices.map((id, index) => givenSeated(now(), of, `Delegate ${index}`, id)))
    accepted(await chair.submit(of.roomId, { type: 'startPhase', index: 0 }))
    const answers = await Promise.all(
      delegates.flatMap((page, sender) =>
        // Taking the seat was one of the twenty commands that each person may send at once.
        Array.from({ length: 19 }, (_, index) =>
          page.submit(of.roomId, { type: 'speakInCaucus', text: `${sender}:${index}` }),
        ),
      ),
    )
    const nudges = await Promise.all(
      Array.from({ length: 18 }, (_, index) =>
        chair.submit(of.roomId, { type: 'nudge', to: 'room', text: `9:${index}` }),
      ),
    )
    const numbers = [...answers, ...nudges].map(accepted)
    expect(new Set(numbers).size).toBe(9 * 19 + 18)
    await Promise.all([chair, ...delegates].map((page) => page.hears(Math.max(...numbers))))
    const spoken = chair.readable.flatMap(({ event }) =>
      event.type === 'CaucusSpoken' || event.type === 'NudgeSent' ? [event.text] : [],
    )
    for (const sender of delegates.keys())
      expect(spoken.filter((text) => text.startsWith(`${sender}:`))).toEqual(
        Array.from({ length: 19 }, (_, index) => `${sender}:${index}`),
      )
    for (const page of delegates) {
      expect(page.rows.map(({ seq }) => seq)).toEqual(chair.rows.map(({ seq }) => seq))
      for (const row of page.readable) expect(row).toEqual(chair.rows[row.seq - 1])
    }
  })

  test('whoever acts is who joined, whatever the message says', async () => {
    const of = await givenClass()
    const delegate = await givenSeated(now(), of, 'Mei', 'us.state')
    expect(await delegate.submit(of.roomId, { type: 'startPhase', index: 0 })).toEqual({
      ok: false,
      rejection: 'not-the-chair',
    })
    const forged = { roomId: of.roomId, commandId: newId(), command: { type: 'leaveSeat' }, by: 'clock' }
    expect(await delegate.socket.emitWithAck('submit', forged)).toEqual({ ok: false, rejection: 'malformed' })
  })

  test('a page cannot take the clock’s own id, nor submit what only the server submits', async () => {
    const of = await givenClass()
    const chair = await givenPage(now(), of.chairCookie, of.roomId)
    const id = commandId.parse(`clock:endPhase:${chair.seq}`)
    expect(await chair.submit(of.roomId, { type: 'lockSeating', locked: true }, id)).toEqual({
      ok: false,
      rejection: 'malformed',
    })
    const absent = { roomId: of.roomId, commandId: newId(), command: { type: 'markAbsent', seat: 'us.state' } }
    expect(await chair.socket.emitWithAck('submit', absent)).toEqual({ ok: false, rejection: 'malformed' })
  })

  test('whoever sends too fast is slowed down and not cut off', async () => {
    const of = await givenClass()
    const chair = await givenPage(now(), of.chairCookie, of.roomId)
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        chair.submit(of.roomId, { type: 'lockSeating', locked: index % 2 === 0 }),
      ),
    )
    const slowed = answers.filter((answer) => !answer.ok && answer.rejection === 'slow-down')
    expect(slowed.length).toBeGreaterThan(30)
    expect(answers.length - slowed.length).toBeGreaterThanOrEqual(20)
    expect(chair.socket.connected).toBe(true)
  })
})

describe('closing the house', () => {
  test('pages are told that it restarts, what waited is saved, and a new house continues where it was', async () => {
    const of = await givenClass()
    const first = await openHouse(house.url())
    const page = await givenPage(first, of.chairCookie, of.roomId)
    const saving = page.submit(of.roomId, { type: 'lockSeating', locked: true })
    await until(() => expect(page.heard).toContain('ack'))
    await closeHouse(first)
    const seq = accepted(await saving)
    expect(page.left).toEqual(['restarting'])
    await until(() => expect(page.socket.connected).toBe(false))
    const second = await openHouse(house.url())
    const back = await givenPage(second, of.chairCookie, of.roomId)
    expect(back.seq).toBe(seq)
    await closeHouse(second)
  })

  test('a client that never finishes its handshake holds nothing up', async () => {
    const other = await openHouse(house.url())
    const hanging = connect(Number(new URL(other.address).port), '127.0.0.1')
    await new Promise((resolve) => hanging.once('connect', resolve))
    hanging.write('GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n')
    await closeHouse(other)
    hanging.destroy()
  })
})
